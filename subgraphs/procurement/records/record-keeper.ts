import { randomUUID } from 'node:crypto';
import type { ProcessKey } from '../../shared/identity/processes/process-key.js';
import type { Clock } from '../../shared/process/clock.js';
import { canonicalInput } from '../../shared/words/canonical-input.js';
import { say } from '../../shared/words/said/say.js';
import type { SupplierList } from '../owners/supplier-list.js';
import type { SaveSupplierSearchInput, UserError } from '../schema.generated.js';
import type { SupplierSearch } from '../search/supplier-search.js';
import type { SearchRecord } from '../store/records.js';
import type { SearchRecordDataSource } from '../store/search-record-data-source.js';
import { checkInput } from './check-input.js';
import { keepResult } from './keep-result.js';
import { RECORD_VERSION, type KeptRecord, type Procurement } from './kept-record.js';
import { readRecord, type ReadRecord } from './read-record.js';
import { refuse } from '../store/refusal.js';
import { canonicalJson, hashOf, LARGEST_RECORD_BYTES, signContent } from './seal-record.js';

export interface RecordKeeperOptions {
  readonly search: Pick<SupplierSearch, 'find'>;
  readonly suppliers: Pick<SupplierList, 'load'>;
  readonly records: SearchRecordDataSource;
  /** With which records are signed; null for a process that was given none, which keeps nothing. */
  readonly key: ProcessKey | null;
  /** Of every `ocid`, such as `ocds-213czf`. */
  readonly ocidPrefix: string;
  /** The machine's. */
  readonly machineClock: Clock;
  /** Of a record as JSON. */
  readonly largestBytes?: number;
}

/** A record that was kept, or why it was not. */
export type Kept = { readonly record: ReadRecord } | { readonly refusal: UserError };

/** Searches, and keeps what was found. */
export class RecordKeeper {
  constructor(private readonly options: RecordKeeperOptions) {}

  /**
   * The same key with the same input, of one organisation, is carried out once, and one record is continued once. Two at once may both
   * search; one is kept.
   * @param organisation - Canonical business id, of who may act for it.
   * @throws GraphQLError as `SupplierSearch.find`: then nothing was kept, and the key is not used up.
   */
  async save(input: SaveSupplierSearchInput, organisation: string): Promise<Kept> {
    const { records, key, largestBytes = LARGEST_RECORD_BYTES } = this.options;
    if (key === null) throw new Error('PROCESS_KEY_FILE: wanted the key that signs records.');
    const checked = checkInput(input);
    if ('code' in checked) return { refusal: checked };
    const { idempotencyKey, ...body } = input;
    const keyHash = hashOf(Buffer.from(`key\n${idempotencyKey}`));
    const bodyHash = hashOf(Buffer.from(`body\n${canonicalInput(body)}`));
    const before = await records.findByKey(organisation, keyHash);
    if (before !== null) return answerOf(before, bodyHash);
    const continued = await this.#continued(input.continues ?? null, organisation);
    if (continued !== null && 'code' in continued) return { refusal: continued };
    const searcher = { isSignedIn: true, buyer: organisation };
    const found = await this.options.search.find(input.need, searcher, { argument: 'input.need' });
    const kept = keepResult(found, await this.options.suppliers.load());
    const id = randomUUID();
    const record: KeptRecord = {
      ...{ version: RECORD_VERSION, id, organisation, ...checked, ...kept },
      organisationName: checked.organisationName ?? continued?.organisationName ?? null,
      procurement: this.#procurementOf(id, kept, continued),
    };
    const content = canonicalJson(record);
    if (content.length > largestBytes) return { refusal: tooLarge(content.length, largestBytes) };
    const savedAt = this.options.machineClock.now();
    await records.insert({
      ...{ _id: id, organisation, at: found.at, savedAt, title: record.title },
      ...{ hash: hashOf(content), keyHash, bodyHash },
      continues: record.procurement.continues,
      jws: await signContent(content, key, savedAt),
    });
    const stored = await records.findByKey(organisation, keyHash);
    if (stored !== null) return answerOf(stored, bodyHash);
    const overtaken = continued && (await this.#whyContinued(continued.id));
    if (overtaken === null) throw new Error('A record that was just kept is gone.');
    return { refusal: overtaken };
  }

  /** The record that is to be continued; null where none is. */
  async #continued(
    id: string | null,
    organisation: string,
  ): Promise<KeptRecord | UserError | null> {
    if (id === null) return null;
    const stored = await this.options.records.findById(id);
    if (stored?.organisation === organisation) {
      return (await this.#whyContinued(id)) ?? readRecord(stored).record;
    }
    const message = say`"continues": wanted a record of the same organisation, got none.`;
    return refuse('NOT_FOUND', message, ['continues']);
  }

  /**
   * Why a record cannot be continued again: of two that continue the same, neither would know the other's lots. Null where nothing
   * continues it.
   */
  async #whyContinued(id: string): Promise<UserError | null> {
    const by = await this.options.records.findContinuing(id);
    if (by === null) return null;
    const message = say`"continues": wanted a record that none continues yet, got one that is continued by ${by}.`;
    return refuse('INVALID_STATE', message, ['continues']);
  }

  #procurementOf(
    id: string,
    { need }: Pick<KeptRecord, 'need'>,
    continued: KeptRecord | null,
  ): Procurement {
    if (continued === null) {
      return { ocid: `${this.options.ocidPrefix}-${id}`, continues: null, withdrawnLots: [] };
    }
    const { ocid, withdrawnLots } = continued.procurement;
    const known = [...continued.need.lots, ...withdrawnLots];
    const present = new Set(need.lots.map((lot) => lot.id));
    return {
      ...{ ocid, continues: continued.id },
      withdrawnLots: known.filter((lot) => !present.has(lot.id)),
    };
  }
}

function answerOf(stored: SearchRecord, bodyHash: string): Kept {
  if (stored.bodyHash === bodyHash) return { record: readRecord(stored) };
  const message = say`"idempotencyKey": was used before, with another input.`;
  return { refusal: refuse('IDEMPOTENCY_CONFLICT', message, ['idempotencyKey']) };
}

function tooLarge(bytes: number, most: number): UserError {
  const message = say`"need": wanted a record of at most ${most} bytes, got ${bytes}: ask for fewer lots, or for a shorter time.`;
  return refuse('BAD_USER_INPUT', message, ['need']);
}
