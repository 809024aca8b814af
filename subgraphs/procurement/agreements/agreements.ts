import { randomUUID } from 'node:crypto';
import { hashBody, hashKey } from '../../shared/graphql/command-hash.js';
import type { Asker } from '../../shared/identity/policy/rule.js';
import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import type { Clock } from '../../shared/process/clock.js';
import { shown } from '../../shared/words/plain-text.js';
import { badInput } from '../../shared/words/said/said-error.js';
import { say } from '../../shared/words/said/say.js';
import { checkKey } from '../need/check-text.js';
import type { SupplierList } from '../owners/supplier-list.js';
import type {
  EndAgreementInput,
  MakeAgreementInput,
  RecordComplaintInput,
  UserError,
} from '../schema.generated.js';
import type { AgreementDataSource } from '../store/agreement-data-source.js';
import type { AgreementRecord } from '../store/agreement-records.js';
import { KEY_WAS_USED, refuse, refusalOf } from '../store/refusal.js';
import { checkAccess, onlyOrganisationOf } from './agreement-access.js';
import { checkOrganisation, checkTerms } from './agreement-input.js';
import type { CallOffsClient } from './call-offs-client.js';
import { dayIn } from './time-of.js';
import { refuseSuppliers } from './refuse-suppliers.js';

const MOST_COMPLAINTS = 1_000;
const REFERENCE = /^[0-9A-Z]{3}-[0-9A-Z]{3}$/;

/** What came of a command. */
export interface AgreementOutcome {
  readonly agreement: AgreementRecord | null;
  readonly userErrors: readonly UserError[];
}

export interface AgreementsOptions {
  readonly dataSource: Pick<
    AgreementDataSource,
    'insert' | 'findById' | 'findByKey' | 'endOn' | 'addComplaint'
  >;
  /** Whether the network has such a cooperative. */
  readonly isMember: (cooperative: string) => Promise<boolean>;
  readonly suppliers: Pick<SupplierList, 'load'>;
  readonly callOffs: Pick<CallOffsClient, 'findOrder'>;
  readonly lists: ReferenceLists;
  /** The network's. */
  readonly clock: Clock;
}

/**
 * What can be done with agreements. What the caller can correct is in `userErrors`.
 * @throws UNAUTHENTICATED, FORBIDDEN; DOWNSTREAM_SERVICE_ERROR where another process does not tell what has to be known: nothing was done then.
 */
export class Agreements {
  constructor(private readonly options: AgreementsOptions) {}

  make(input: MakeAgreementInput, asker: Asker): Promise<AgreementOutcome> {
    return attempt(() => this.#make(input, asker));
  }

  end(input: EndAgreementInput, asker: Asker): Promise<AgreementOutcome> {
    return attempt(() => this.#end(input, asker));
  }

  complain(input: RecordComplaintInput, asker: Asker): Promise<AgreementOutcome> {
    return attempt(() => this.#complain(input, asker));
  }

  async #make(input: MakeAgreementInput, asker: Asker): Promise<AgreementOutcome> {
    const { dataSource, lists, clock } = this.options;
    const { idempotencyKey, ...body } = input;
    checkKey(idempotencyKey);
    const named = input.organisationId ?? onlyOrganisationOf(asker);
    if (named === null) {
      throw badInput(say`Wanted the business id of the buyer, got none.`, 'input.organisationId');
    }
    const organisationId = checkOrganisation(named);
    checkAccess('Mutation.makeAgreement', asker, { organisationId, cooperatives: [] });
    const terms = checkTerms(input, organisationId, lists);
    const keyHash = hashKey(idempotencyKey, organisationId);
    const bodyHash = hashBody(body);
    const before = await dataSource.findByKey(keyHash);
    if (before) return repeated(before, bodyHash);
    const strangers = await this.#strangers(terms.cooperatives);
    if (strangers.length > 0) return { agreement: null, userErrors: strangers };
    const unfit = refuseSuppliers(terms, await this.options.suppliers.load());
    if (unfit.length > 0) return { agreement: null, userErrors: unfit };
    const agreement: AgreementRecord = {
      ...{ _id: randomUUID(), keyHash, bodyHash, ...terms },
      ...{ createdAt: clock.now(), complaints: [] },
    };
    if (await dataSource.insert(agreement)) return done(agreement);
    const other = await dataSource.findByKey(keyHash);
    if (!other) throw new Error('An agreement is there and cannot be found.');
    return repeated(other, bodyHash);
  }

  async #end({ agreementId, on }: EndAgreementInput, asker: Asker): Promise<AgreementOutcome> {
    const agreement = await this.#find('Mutation.endAgreement', agreementId, asker);
    if (!agreement) return notFound();
    const { from, to, country } = agreement;
    if (on === to) return done(agreement);
    const today = dayIn(country, this.options.clock.now());
    const first = from > today ? from : today;
    if (on < first || on > to) {
      const message = say`Wanted a day from ${first} to ${to}, got ${on}.`;
      return { agreement: null, userErrors: [refuse('BAD_USER_INPUT', message, ['on'])] };
    }
    return done(await this.options.dataSource.endOn(agreementId, on));
  }

  async #complain(input: RecordComplaintInput, asker: Asker): Promise<AgreementOutcome> {
    const { dataSource, clock } = this.options;
    const { idempotencyKey, agreementId, cooperative, kind, orderReference = null } = input;
    checkKey(idempotencyKey);
    if (orderReference !== null && !REFERENCE.test(orderReference)) {
      const message = say`Wanted the reference of an order such as "7KD-4PM", got ${shown(orderReference)}.`;
      throw badInput(message, 'input.orderReference');
    }
    const agreement = await this.#find('Mutation.recordComplaint', agreementId, asker);
    if (!agreement) return notFound();
    if (!agreement.cooperatives.includes(cooperative)) {
      const message = say`Wanted one of ${agreement.cooperatives.join(', ')}, got ${shown(cooperative)}.`;
      return { agreement: null, userErrors: [refuse('BAD_USER_INPUT', message, ['cooperative'])] };
    }
    const keyHash = hashKey(idempotencyKey, agreementId);
    const isKept = agreement.complaints.some((one) => one.keyHash === keyHash);
    if (!isKept && orderReference !== null) {
      const refusal = await this.#refuseOrder(orderReference, agreementId, cooperative);
      if (refusal) return { agreement: null, userErrors: [refusal] };
    }
    const complaint = { keyHash, cooperative, kind, orderReference, at: clock.now() };
    await dataSource.addComplaint(agreementId, complaint, MOST_COMPLAINTS);
    const after = await dataSource.findById(agreementId);
    const kept = after?.complaints.find((one) => one.keyHash === keyHash);
    if (!kept) {
      const message = say`Wanted at most ${MOST_COMPLAINTS} complaints of an agreement, got another.`;
      return { agreement: null, userErrors: [refuse('INVALID_STATE', message)] };
    }
    const isSame =
      kept.cooperative === cooperative &&
      kept.kind === kind &&
      kept.orderReference === orderReference;
    return isSame ? done(after) : conflict();
  }

  /** Why a complaint cannot be about an order; null where it can. */
  async #refuseOrder(
    reference: string,
    agreementId: string,
    cooperative: string,
  ): Promise<UserError | null> {
    const order = await this.options.callOffs.findOrder(reference);
    if (order?.agreementId === agreementId && order.cooperatives.includes(cooperative)) return null;
    const message = say`Wanted the reference of an order of ${cooperative} under this agreement, got "${reference}".`;
    return refuse('NOT_FOUND', message, ['orderReference']);
  }

  /** Null when there is none. @throws UNAUTHENTICATED or FORBIDDEN where it is another's. */
  async #find(row: string, id: string, asker: Asker): Promise<AgreementRecord | null> {
    const agreement = await this.options.dataSource.findById(id);
    if (agreement) checkAccess(row, asker, agreement);
    return agreement;
  }

  async #strangers(cooperatives: readonly string[]): Promise<UserError[]> {
    const members = await Promise.all(cooperatives.map((id) => this.options.isMember(id)));
    return cooperatives.flatMap((id, index) => {
      const message = say`The network has no cooperative "${id}".`;
      return members[index] ? [] : [refuse('NOT_FOUND', message, ['cooperatives'])];
    });
  }
}

/** What came of a command, or what is malformed in it. */
async function attempt(act: () => Promise<AgreementOutcome>): Promise<AgreementOutcome> {
  try {
    return await act();
  } catch (error) {
    return { agreement: null, userErrors: [refusalOf(error)] };
  }
}

function done(agreement: AgreementRecord | null): AgreementOutcome {
  return agreement ? { agreement, userErrors: [] } : notFound();
}

function repeated(agreement: AgreementRecord, bodyHash: string): AgreementOutcome {
  return agreement.bodyHash === bodyHash ? done(agreement) : conflict();
}

function conflict(): AgreementOutcome {
  return { agreement: null, userErrors: [KEY_WAS_USED] };
}

function notFound(): AgreementOutcome {
  const refusal = refuse('NOT_FOUND', say`There is no such agreement.`, ['agreementId']);
  return { agreement: null, userErrors: [refusal] };
}
