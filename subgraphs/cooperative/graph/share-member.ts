import { parseOwnedId } from '../../shared/words/ids.js';
import { refuseStranger } from '../bookings/commands/input-checks.js';
import type { Refusal } from '../bookings/rules/refusal.js';
import type { MemberField, UpdateMemberSharingInput } from '../schema.generated.js';
import type { MemberRecord } from '../store/records.js';
import type { CooperativeContext } from './context.js';

export interface SharingResult {
  readonly member: MemberRecord | null;
  readonly userErrors: Refusal[];
}

/** The stored names. */
const FIELDS = {
  NAME: 'name',
  EMAIL: 'email',
  PHONE: 'phone',
  LANGUAGES: 'languages',
} as const satisfies Record<MemberField, MemberRecord['public'][number]>;

/** Opens these fields of a member to everybody, and no others. Who may is checked before. */
export async function shareMember(
  { id, fields }: UpdateMemberSharingInput,
  { cooperativeId, dataSource }: CooperativeContext,
): Promise<SharingResult> {
  const refuse = (refusal: Refusal) => ({ member: null, userErrors: [refusal] });
  const refusal = refuseStranger(cooperativeId, id, 'id');
  if (refusal) return refuse(refusal);
  const local = parseOwnedId(id)?.local;
  const opened = fields.map((field) => FIELDS[field]);
  const member = local === undefined ? null : await dataSource.shareMember(local, opened);
  if (member) return { member, userErrors: [] };
  return refuse({ code: 'NOT_FOUND', message: `There is no member ${id}.`, field: ['id'] });
}
