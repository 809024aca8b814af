import { ROLES, type Grant } from '../identity/caller.js';
import { collection, DATE, listOf, oneOf, orNull, part, TEXT } from '../mongo/schema-parts.js';

/** What can be done with personal data. */
export const AUDIT_ACTS = ['READ', 'CHANGED', 'EXPORTED', 'ERASED'] as const;

export type AuditAct = (typeof AUDIT_ACTS)[number];

/** A role in which somebody asked. */
export type AuditRole = Pick<Grant, 'role' | 'organisation'>;

/** Who did what with which personal fields of one record. No name, and no value. */
export interface AuditRecord {
  _id: string;
  /** By the network's clock. */
  at: Date;
  act: AuditAct;
  /** Id of the member, booking, order or request, as the graph has it. */
  record: string;
  /** Names of fields. */
  fields: string[];
  /** Which process asked; null where none did. */
  process: string | null;
  /** A person's pseudonym at this process; null for the public, and where a process asked for itself. */
  subject: string | null;
  roles: AuditRole[];
}

const grant = part<AuditRole>({ role: oneOf(ROLES), organisation: orNull(TEXT) });

export const auditSchema = collection<AuditRecord>('audit', {
  _id: TEXT,
  at: DATE,
  act: oneOf(AUDIT_ACTS),
  record: TEXT,
  fields: listOf(TEXT),
  process: orNull(TEXT),
  subject: orNull(TEXT),
  roles: listOf(grant),
})
  .index({ at: -1, _id: -1 }, { name: 'by_age' })
  .index({ record: 1, at: -1, _id: -1 }, { name: 'by_record' });
