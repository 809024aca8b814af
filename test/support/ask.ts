import { request } from 'undici';

/** An answer over HTTP, as it came. */
export interface Answer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: {
    readonly coverage: {
      readonly asked: string[];
      readonly answered: string[];
      readonly stale: { cooperative: string; ageSeconds: number }[];
      readonly skipped: { cooperative: string; reason: string; since: string | null }[];
      readonly unsupported: { cooperative: string; field: string }[];
    };
  };
}

/**
 * Sends one GraphQL request.
 * @param base - Base URL of a process.
 * @param headers - Further ones, such as those that say who asks.
 */
export async function ask<Data>(
  base: string | undefined,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<Data>> {
  const { statusCode, body } = await request(`${base ?? ''}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { status: statusCode, ...((await body.json()) as Omit<Answer<Data>, 'status'>) };
}
