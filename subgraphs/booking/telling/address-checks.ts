import { say } from '../../shared/words/said/say.js';
import { Email } from '../../shared/network-file/forms.js';
import { isPlainText, shown } from '../../shared/words/plain-text.js';
import {
  refusalsOfCooperative,
  refusalsOfKey,
  type IsMember,
} from '../orders/commands/order-input.js';
import type { SetNotificationsInput } from '../schema.generated.js';
import { refuse, type Refusal } from '../store/refusal.js';
import { mayBePublic } from './delivery/public-address.js';

const LONGEST_URL = 500;

/** The first that is wrong of what `setNotifications` was given; null where nothing is. */
export function refuseAddress(
  input: SetNotificationsInput,
  isMember: IsMember,
  isProduction: boolean,
): Refusal | null {
  const { idempotencyKey, cooperative, webhookUrl, email } = input;
  const [first = null] = [
    ...refusalsOfKey(idempotencyKey),
    ...refusalsOfCooperative(cooperative, ['cooperative'], isMember),
  ];
  return first ?? refuseUrl(webhookUrl ?? null, isProduction) ?? refuseEmail(email ?? null);
}

/** As with endpoints of cooperatives: nobody's password, and in production none but https on the internet. */
function refuseUrl(text: string | null, isProduction: boolean): Refusal | null {
  if (text === null || isWebhookUrl(text, isProduction)) return null;
  const wanted = isProduction
    ? say`an https address on the internet without a user name, such as "https://karhu.example/hook"`
    : say`a full http or https address without a user name, such as "https://karhu.example/hook"`;
  // A name and password in it are nobody else's.
  const got = text.includes('@') ? say`another text` : shown(text);
  return refuse('BAD_USER_INPUT', say`Wanted ${wanted}, got ${got}.`, ['webhookUrl']);
}

function isWebhookUrl(text: string, isProduction: boolean): boolean {
  if (text.length > LONGEST_URL || !isPlainText(text) || !URL.canParse(text)) return false;
  const { protocol, username, password, hostname, hash } = new URL(text);
  if (username !== '' || password !== '' || hash !== '') return false;
  if (isProduction) return protocol === 'https:' && mayBePublic(hostname);
  return protocol === 'https:' || protocol === 'http:';
}

function refuseEmail(text: string | null): Refusal | null {
  if (text === null || Email.safeParse(text).success) return null;
  const wanted = say`an e-mail address`;
  const got = say`another text of ${text.length} characters`;
  return refuse('BAD_USER_INPUT', say`Wanted ${wanted}, got ${got}.`, ['email']);
}
