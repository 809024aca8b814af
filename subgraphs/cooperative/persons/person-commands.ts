import type { Asker } from '../../shared/identity/policy/rule.js';
import type { AuditLog } from '../../shared/privacy/audit-log.js';
import { Traces } from '../../shared/privacy/person.js';
import { badInput, refuseStranger } from '../bookings/commands/input-checks.js';
import type { Refusal } from '../bookings/rules/refusal.js';
import type { ErasePersonsInput, ExportPersonsInput, PersonalRecord } from '../schema.generated.js';
import type { PersonDataSource } from './person-data-source.js';
import { personalRecords } from './personal-records.js';

export interface PersonCommandsOptions {
  readonly cooperativeId: string;
  readonly persons: PersonDataSource;
  readonly audit: AuditLog;
  /** Tells the catalogue that the feed has grown. Never rejects. */
  readonly poke: () => Promise<void>;
}

export interface PersonsExported {
  readonly records: PersonalRecord[];
  readonly userErrors: Refusal[];
}

export interface PersonsErased {
  readonly done: string[];
  /** Sealed texts, the latest first. */
  readonly unsent: string[];
  readonly userErrors: Refusal[];
}

const MOST_ERASURES = 500;
const MOST_UNSENT = 100;
const KEY_OCTETS = 32;

/** What the booking process has this cooperative do for a person. Who may ask is checked before. */
export class PersonCommands {
  constructor(private readonly options: PersonCommandsOptions) {}

  async export(input: ExportPersonsInput, asker: Asker): Promise<PersonsExported> {
    const { cooperativeId, persons } = this.options;
    const refusal = this.#refuse(input);
    if (refusal) return { records: [], userErrors: [refusal] };
    const { key, digests, orderIds: orders } = input;
    const traces = new Traces(Buffer.from(key, 'base64url'), [{ digests, orders, at: null }]);
    const records = personalRecords(await persons.find(traces), cooperativeId);
    await this.options.audit.noteRecords(asker, 'EXPORTED', records);
    return { records, userErrors: [] };
  }

  async erase(input: ErasePersonsInput, asker: Asker): Promise<PersonsErased> {
    const { cooperativeId, persons, poke } = this.options;
    const { key, erasures, from, before } = input;
    const refusal = this.#refuse(input) ?? refuseMany(erasures.length);
    if (refusal) return { done: [], unsent: [], userErrors: [refusal] };
    const held = await persons.erase(
      erasures.map(({ id, at, digests, orderIds: orders, sealed = null }) => ({
        ...{ _id: id, at: new Date(at), key },
        ...{ digests: [...digests], orders: [...orders], sealed },
      })),
    );
    await this.options.audit.noteRecords(asker, 'ERASED', personalRecords(held, cooperativeId));
    if (Object.keys(held.contact).length > 0) await poke();
    const done = erasures.map(({ id }) => id);
    const stretch = { from: instantOf(from), before: instantOf(before) };
    const unsent = await persons.findSealed(done, stretch, MOST_UNSENT);
    return { done, unsent, userErrors: [] };
  }

  #refuse({ cooperative, key }: { readonly cooperative: string; readonly key: string }) {
    const stranger = refuseStranger(this.options.cooperativeId, cooperative, 'cooperative');
    if (stranger) return stranger;
    const octets = Buffer.from(key, 'base64url').length;
    return octets === KEY_OCTETS
      ? null
      : badInput(`Wanted ${KEY_OCTETS} octets in base64url, got ${octets}.`, 'key');
  }
}

function instantOf(text: string | null | undefined): Date | null {
  return text == null ? null : new Date(text);
}

function refuseMany(count: number): Refusal | null {
  if (count <= MOST_ERASURES) return null;
  return badInput(`Wanted at most ${MOST_ERASURES} erasures, got ${count}.`, 'erasures');
}
