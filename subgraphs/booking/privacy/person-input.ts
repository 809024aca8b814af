import { Email } from '../../shared/network-file/forms.js';
import { digestsOf, plainPhone } from '../../shared/privacy/person.js';
import { say, type Said } from '../../shared/words/said/say.js';
import { refuse, type Refusal } from '../store/refusal.js';
import type { ExportPersonInput } from '../schema.generated.js';

/** Somebody as a caller names them. Nothing of it is stored, logged or repeated in a message. */
export type PersonInput = ExportPersonInput;

const LONGEST_PHONE = 50;

/** What is wrong with it. */
export function refusalsOfPerson({ email, phone, orderId, requestId }: PersonInput): Refusal[] {
  const bad = (message: Said, field: string[] | null) => refuse('BAD_USER_INPUT', message, field);
  return [
    ...([email, phone, orderId, requestId].every((given) => given == null)
      ? [bad(say`Wanted "email", "phone", "orderId" or "requestId", got none of them.`, null)]
      : []),
    ...(email != null && !Email.safeParse(email.trim()).success
      ? [bad(say`Wanted an e-mail address, got another text.`, ['email'])]
      : []),
    ...(phone != null && (phone.length > LONGEST_PHONE || plainPhone(phone, null) === null)
      ? [
          bad(say`Wanted a number with its country, such as +358 40 1234567, got another text.`, [
            'phone',
          ]),
        ]
      : []),
  ];
}

/** Whether one order or one request alone is meant: that is whoever's who made it. */
export function isOwnRecord({
  email,
  phone,
  orderId,
  requestId,
  cooperative,
}: PersonInput): boolean {
  const named = [orderId, requestId].filter((id) => id != null);
  return email == null && phone == null && cooperative == null && named.length === 1;
}

/** What is kept and sent of it. @param key - Of digests. */
export function digestsOfInput(key: Buffer, { email, phone }: PersonInput): string[] {
  return digestsOf(key, { email, phone }, null);
}
