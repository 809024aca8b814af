import { isPlainText } from '../../shared/words/plain-text.js';
import { badInput } from '../../shared/words/said/said-error.js';
import { say } from '../../shared/words/said/say.js';

const LONGEST_KEY = 200;

/** @throws BAD_USER_INPUT where it is no text of 1 to 200 characters. */
export function checkKey(idempotencyKey: string): void {
  checkText(idempotencyKey, LONGEST_KEY, 'input.idempotencyKey');
}

/** Checks what somebody has written; blanks alone are nothing. @throws BAD_USER_INPUT, which does not repeat it. */
export function checkText(text: string, longest: number, argument: string): void {
  const { length } = text.trim();
  if (length >= 1 && text.length <= longest && isPlainText(text)) return;
  const message = say`Wanted a text without control characters of 1 to ${longest} characters, got one of ${text.length}.`;
  throw badInput(message, argument);
}
