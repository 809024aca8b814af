import { request } from 'undici';
import { HONEST, HOSTILE, type HostileNetwork } from './hostile-network.js';

/** One answer as it left a process: its bytes, its headers, and what it says. */
export interface Seen {
  readonly status: number;
  /** Headers and body. */
  readonly text: string;
  readonly json: GraphqlBody;
}

interface GraphqlBody {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: {
    readonly coverage: {
      readonly asked: readonly string[];
      readonly answered: readonly string[];
      readonly stale: readonly { readonly cooperative: string }[];
      readonly skipped: readonly { readonly cooperative: string }[];
    };
  };
}

/** What is asked of both owners at once: live fields, and what the catalogue has of them. */
const READ = `{
  cooperatives(filter: { ids: ["${HOSTILE}", "${HONEST}"] }) {
    edges { node { id name members(first: 3) { totalCount edges { node { id name } } } } }
    sources { cooperative { id } state reason }
  }
  catalogue(first: 50) { totalCount edges { node {
    id title { text } description { text } published
    availability(from: "2030-03-04", to: "2030-03-05", minutes: 60) { date status freeMinutes starts { time places } }
    quote(start: "2030-03-04T09:00:00Z", minutes: 60) { net gross currency }
  } } }
  gone: service(id: "${HOSTILE}:moving") { id }
}`;

const WHO_CAN = `{ whoCanTake(need: { cpv: ["90910000"], municipality: "FI-609", start: "2030-03-04T12:00:00Z", minutes: 60 }) {
  complete candidates { service { id } answer reason message quote { gross } } notAnswering { id }
} }`;

const PLACE = `mutation ($input: HoldOrderInput!) { placeOrder(input: $input) {
  order { id state problem legs { service { id } state } } secret userErrors { code message }
} }`;

const PUBLISH = `mutation { publishService(input: { id: "${HOSTILE}:room", published: true }) {
  service { id published } userErrors { code message }
} }`;

async function see(
  url: string,
  method: 'GET' | 'POST',
  body?: object,
  shown: Readonly<Record<string, string>> = {},
): Promise<Seen> {
  const answer = await request(url, {
    method,
    headers: { 'content-type': 'application/json', ...shown },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.body.text();
  const isJson = /json/.test(String(answer.headers['content-type']));
  return {
    status: answer.statusCode,
    text: `${JSON.stringify(answer.headers)}\n${text}`,
    json: isJson ? (JSON.parse(text) as GraphqlBody) : {},
  };
}

/** Looks at a network through every door that it has. */
export class Looker {
  constructor(private readonly network: HostileNetwork) {}

  read(): Promise<Seen> {
    return this.#ask(READ);
  }

  whoCan(): Promise<Seen> {
    return this.#ask(WHO_CAN);
  }

  /** As staff: nobody else's command gets as far as the owner. */
  async publish(): Promise<Seen> {
    return this.#ask(PUBLISH, {}, { authorization: `Bearer ${await this.network.staffToken()}` });
  }

  /** Orders an hour at each of both. @param day - So many days after the first. */
  place(key: string, day: number): Promise<Seen> {
    const start = new Date(Date.UTC(2030, 2, 6 + day, 9)).toISOString();
    const leg = (id: string) => ({ serviceId: `${id}:cleaning`, start, minutes: 60 });
    return this.#ask(PLACE, {
      input: {
        idempotencyKey: key,
        // Another caller each day: one alone has so many visits ahead at most.
        buyer: { name: 'Testaaja', municipality: 'FI-609', phone: `040 ${1_000_000 + day}` },
        channel: 'PHONE',
        legs: [leg(HOSTILE), leg(HONEST)],
      },
    });
  }

  calendar(id: string): Promise<Seen> {
    return see(`${this.network.gatewayUrl}/cooperatives/${id}/busy.ics`, 'GET');
  }

  registry(): Promise<Seen> {
    return see(`${this.network.catalogueUrl}/registry`, 'GET');
  }

  poke(): Promise<Seen> {
    return see(`${this.network.catalogueUrl}/poke/${HOSTILE}`, 'POST');
  }

  /** The states of an order's legs in an owner's own books. */
  booksOf(id: string, orderId: string): Promise<string[]> {
    return this.network.booksOf(id, orderId);
  }

  #ask(
    query: string,
    variables: object = {},
    shown: Readonly<Record<string, string>> = {},
  ): Promise<Seen> {
    return see(`${this.network.gatewayUrl}/graphql`, 'POST', { query, variables }, shown);
  }
}
