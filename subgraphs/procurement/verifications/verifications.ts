import { randomUUID } from 'node:crypto';
import { hashBody, hashKey } from '../../shared/graphql/command-hash.js';
import { pseudonymOf } from '../../shared/identity/caller.js';
import type { Asker } from '../../shared/identity/policy/rule.js';
import type { Clock } from '../../shared/process/clock.js';
import { say } from '../../shared/words/said/say.js';
import { checkKey, checkText } from '../need/check-text.js';
import type { Evidence } from '../need/need.js';
import type { SupplierList } from '../owners/supplier-list.js';
import type {
  DeclaredEvidenceInput,
  UserError,
  VerifyEvidenceInput,
  WithdrawVerificationInput,
} from '../schema.generated.js';
import { KEY_WAS_USED, refuse } from '../store/refusal.js';
import type { VerificationDataSource } from '../store/verification-data-source.js';
import type { VerificationRecord } from '../store/verification-records.js';
import { isSame } from '../suppliers/holdings.js';
import { checkAllowed } from './verification-access.js';

const LONGEST_TEXT = 200;
/** Of a cooperative, that stand: as many as it may declare pieces of evidence. */
const MOST_STANDING = 200;

/** What came of a command. */
export interface VerificationOutcome {
  readonly verification: VerificationRecord | null;
  readonly userErrors: readonly UserError[];
}

export interface VerificationsOptions {
  readonly dataSource: Pick<
    VerificationDataSource,
    'insert' | 'findByKey' | 'countStanding' | 'withdraw'
  >;
  readonly suppliers: Pick<SupplierList, 'load'>;
  /** The network's. */
  readonly clock: Clock;
}

/** What the coordinator does with evidence. What is malformed is thrown, with a code; what else can be corrected is in `userErrors`. */
export class Verifications {
  constructor(private readonly options: VerificationsOptions) {}

  /** @throws DOWNSTREAM_SERVICE_ERROR when the catalogue does not tell what the cooperative declares: the key is not used up. */
  async verify(input: VerifyEvidenceInput, asker: Asker): Promise<VerificationOutcome> {
    checkAllowed('Mutation.verifyEvidence', asker);
    const { idempotencyKey, ...body } = input;
    const { cooperativeId: cooperative, document, reference } = body;
    checkKey(idempotencyKey);
    checkText(reference, LONGEST_TEXT, 'input.reference');
    const { dataSource, clock } = this.options;
    const keyHash = hashKey(idempotencyKey, cooperative);
    const bodyHash = hashBody(body);
    const before = await dataSource.findByKey(keyHash);
    if (before) return repeated(before, bodyHash);
    const evidence = evidenceOf(body.evidence);
    const refusal =
      (await this.#refuseUndeclared(cooperative, evidence)) ??
      (await this.#refuseMany(cooperative));
    if (refusal) return refused(refusal);
    const verification: VerificationRecord = {
      ...{ _id: randomUUID(), keyHash, bodyHash, cooperative, evidence, document, reference },
      ...{ verifiedAt: clock.now(), verifiedBy: whoIs(asker), withdrawal: null },
    };
    if (await dataSource.insert(verification)) return done(verification);
    const other = await dataSource.findByKey(keyHash);
    if (!other) throw new Error('A verification is there and cannot be found.');
    return repeated(other, bodyHash);
  }

  async withdraw(
    { verificationId, reason }: WithdrawVerificationInput,
    asker: Asker,
  ): Promise<VerificationOutcome> {
    checkAllowed('Mutation.withdrawVerification', asker);
    checkText(reason, LONGEST_TEXT, 'input.reason');
    const { dataSource, clock } = this.options;
    const withdrawal = { at: clock.now(), by: whoIs(asker), reason };
    const verification = await dataSource.withdraw(verificationId, withdrawal);
    if (!verification) {
      return refused(refuse('NOT_FOUND', say`There is no such verification.`, ['verificationId']));
    }
    if (verification.withdrawal?.reason === reason) return done(verification);
    const message = say`It was withdrawn before, with another reason, which stays.`;
    return refused(refuse('INVALID_STATE', message, ['reason']));
  }

  async #refuseUndeclared(cooperative: string, evidence: Evidence): Promise<UserError | null> {
    const listed = await this.options.suppliers.load();
    const supplier = listed.find((each) => each.cooperative === cooperative)?.supplier;
    if (!supplier) {
      const message = say`The catalogue has no evidence of such a cooperative.`;
      return refuse('NOT_FOUND', message, ['cooperativeId']);
    }
    if (supplier.evidence.some((piece) => isSame(piece, evidence))) return null;
    const message = say`Wanted evidence just as the cooperative declares it now, got other.`;
    return refuse('NOT_FOUND', message, ['evidence']);
  }

  async #refuseMany(cooperative: string): Promise<UserError | null> {
    const standing = await this.options.dataSource.countStanding(cooperative);
    if (standing < MOST_STANDING) return null;
    const message = say`Wanted at most ${MOST_STANDING} verifications of a cooperative that stand: withdraw what verifies nothing any more.`;
    return refuse('INVALID_STATE', message);
  }
}

/** What is absent in the input is absent in the declaration. */
function evidenceOf(input: DeclaredEvidenceInput): Evidence {
  const { scheme, issuer = null, number = null, grade = null } = input;
  const { validFrom = null, validTo = null, disadvantagedShare = null } = input;
  return { scheme, issuer, number, grade, validFrom, validTo, disadvantagedShare };
}

function whoIs({ caller }: Asker): string | null {
  return caller && pseudonymOf(caller);
}

function done(verification: VerificationRecord): VerificationOutcome {
  return { verification, userErrors: [] };
}

function refused(refusal: UserError): VerificationOutcome {
  return { verification: null, userErrors: [refusal] };
}

function repeated(verification: VerificationRecord, bodyHash: string): VerificationOutcome {
  return verification.bodyHash === bodyHash ? done(verification) : refused(KEY_WAS_USED);
}
