import { text } from 'node:stream/consumers';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { acceptedLanguage } from '../../shared/http/accepted-language.js';
import { findAccount, type ListCooperatives } from './accounts/find-account.js';
import { offeredAccounts, SIGN_IN_POLICY, signInPage } from './sign-in-page.js';

export const INTERACTION_PATH = '/interaction/';
const LARGEST_FORM_BYTES = 1_000;

/** Asks who somebody is (GET), and goes on with the sign-in once that is answered (POST). */
export async function answerInteraction(
  provider: Provider,
  listCooperatives: ListCooperatives,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await provider.interactionDetails(request, response);
  } catch {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('This sign-in has ended: begin again.\n');
    return;
  }
  let complaint: string | null = null;
  if (request.method === 'POST') {
    const form = await readForm(request);
    const account = await findAccount(form?.get('account')?.trim() ?? '', listCooperatives);
    if ('id' in account && account.role !== 'MACHINE') {
      await provider.interactionFinished(request, response, { login: { accountId: account.id } });
      return;
    }
    complaint = 'wanted' in account ? `Wanted ${account.wanted}.` : 'A program does not sign in.';
  }
  const language = acceptedLanguage(request.headers['accept-language']) ?? 'en';
  const page = signInPage(language, offeredAccounts(await listCooperatives()), complaint);
  response.writeHead(complaint === null ? 200 : 400, {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'content-security-policy': SIGN_IN_POLICY,
    'cache-control': 'no-store',
    vary: 'accept-language',
  });
  response.end(page);
}

/** @returns Null where it is too long, or does not say how long it is. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const length = Number(request.headers['content-length'] ?? NaN);
  return length <= LARGEST_FORM_BYTES ? new URLSearchParams(await text(request)) : null;
}
