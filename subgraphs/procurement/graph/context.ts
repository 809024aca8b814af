import type { IncomingMessage } from 'node:http';
import { acceptedLanguage } from '../../shared/http/accepted-language.js';
import type { Asker } from '../../shared/identity/policy/rule.js';
import { askerOf } from '../../shared/identity/processes/asker-of.js';
import type { SignedRequest } from '../../shared/identity/processes/verify-request.js';
import type { TextLanguage } from '../../shared/words/localized.js';

/** What resolvers receive. */
export interface ProcurementContext {
  /** In which texts are wanted where the document names no language; null where that is all the same. */
  readonly language: TextLanguage | null;
  /** Which process signed the request, and in whose name. */
  readonly asker: Asker;
}

/** Makes the context of each request. */
export function createContext(
  { headers }: IncomingMessage,
  _signal: AbortSignal,
  signer: SignedRequest | null,
): ProcurementContext {
  return { language: acceptedLanguage(headers['accept-language']), asker: askerOf(signer) };
}
