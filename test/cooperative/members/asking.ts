import { request } from 'undici';
import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import { asking } from '../../support/fakes/hub-keys.js';

export interface Answered {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** Asks karhu's endpoint as the gateway does in somebody's name. */
export async function askKarhu(
  url: string,
  { caller }: Asker,
  query: string,
  variables: object = {},
): Promise<Answered> {
  const text = JSON.stringify({ query, variables });
  const { body } = await request(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...asking('karhu', text, caller) },
    body: text,
  });
  return (await body.json()) as Answered;
}
