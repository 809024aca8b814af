import { Agent, request } from 'undici';

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

/** Long before a server closes a connection that is not used, and busy machines are late. */
const dispatcher = new Agent({ keepAliveMaxTimeout: 4_000 });

type Headers = Readonly<Record<string, string>>;

/** Further headers of a request with this body, such as those that sign it. */
export type HeadersFor = (body: string) => Headers;

/**
 * Sends one GraphQL request.
 * @param base - Base URL of a process.
 * @param more - Further headers, such as those that say who asks, or what makes them of the body.
 */
export async function ask<Data>(
  base: string | undefined,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  more: Headers | HeadersFor = {},
): Promise<Answer<Data>> {
  const body = JSON.stringify({ query, variables });
  const headers = typeof more === 'function' ? more(body) : more;
  const answer = await request(`${base ?? ''}/graphql`, {
    dispatcher,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return {
    status: answer.statusCode,
    ...((await answer.body.json()) as Omit<Answer<Data>, 'status'>),
  };
}
