import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RELEASED_CONTRACT_FILE } from '../../../schema/contract.js';
import { scalarResolvers } from '../../../schema/scalars.js';
import { subgraphTypeDefs } from '../../../schema/sdl.js';
import type { Clock } from '../../../subgraphs/shared/process/clock.js';
import {
  formatMinorUnits,
  grossMinorUnits,
  parseMinorUnits,
} from '../../../subgraphs/shared/words/money.js';
import type { Closable } from '../../../subgraphs/shared/process/process.js';
import { judgedBy } from './answer-query.js';
import { FakeLedger, type LedgerInput, type LedgerLeg } from './ledger.js';
import { startFakeRegistry, type FakeRegistry } from './registry.js';

/**
 * What goes wrong with a request. `lost`: carried out, but the connection breaks before the answer. `empty`: answered with no leg and
 * no refusal, and not carried out. `older`: its contract does not know the command.
 */
export type Fault =
  'hang' | 'lost' | 'broken' | 'nonsense' | 'foreign' | 'error' | 'empty' | 'older';

/** What of a fake owner its entities tell. */
type FakeContext = Pick<FakeOwner, 'timeZone' | 'cpv' | 'currency'> & {
  readonly freeMinutes: number;
};

function schemaOf(typeDefs: DocumentNode): GraphQLSchema {
  return buildSubgraphSchema({
    typeDefs,
    resolvers: {
      ...scalarResolvers,
      Cooperative: {
        __resolveReference: (reference: object, context: object) => ({ ...reference, ...context }),
      },
      Service: {
        __resolveReference: (reference: object, { cpv, currency, freeMinutes }: FakeContext) => ({
          ...{ ...reference, cpv, unit: 'HOUR', price: { currency } },
          availability: [{ freeMinutes }],
        }),
      },
    },
  });
}

const schema = schemaOf(subgraphTypeDefs('cooperative'));
let releasedSchema: GraphQLSchema | null = null;

/** The contract as partners have it. */
function findReleasedSchema(): GraphQLSchema {
  return (releasedSchema ??= schemaOf(parse(readFileSync(RELEASED_CONTRACT_FILE, 'utf8'))));
}

/** A cooperative's endpoint with books of its own, that can be made to fail. */
export class FakeOwner implements Closable {
  readonly ledger: FakeLedger;
  /** Commands that arrived, in their order. */
  readonly commands: string[] = [];
  /** What they were given, in their order. */
  readonly inputs: LedgerInput[] = [];
  readonly headers: Record<string, unknown>[] = [];
  /** Minor units for an hour. */
  netMinor = 2_800;
  currency: 'EUR' | 'SEK' = 'EUR';
  timeZone = 'Europe/Helsinki';
  /** Of each of its services. */
  cpv = ['90910000'];
  /** Whether it answers the contract of the last release, which knows less. */
  isOfLastRelease = false;
  /** Charges its own price, whatever was agreed. */
  isDeafToAgreements = false;
  /** Person-minutes of each of its services, taken or not, of whatever days. */
  totalMinutes = 100_000;
  readonly #faults: { readonly fault: Fault; readonly on: string; times: number }[] = [];
  readonly #events = new EventEmitter().setMaxListeners(0);
  #server: Server | null = null;
  #port = 0;

  constructor(
    readonly id: string,
    clock: Clock,
  ) {
    this.ledger = new FakeLedger(id, clock);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/graphql`;
  }

  /** The next requests for this command fail so. */
  fail(fault: Fault, on: string, times = 1): void {
    this.#faults.push({ fault, on, times });
  }

  /** Answers as it should again. */
  mend(): void {
    this.#faults.length = 0;
  }

  /** Resolves when the command arrives the next time. */
  async arrival(command: string): Promise<void> {
    await once(this.#events, command);
  }

  /** Listens, after `close` on the same port as before. */
  async listen(): Promise<void> {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Ends as a killed process does. Its books stay. */
  async close(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = null;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
      query: string;
      variables: Record<string, unknown>;
    };
    const command = /\{\s*(\w+)/.exec(query)?.[1] ?? '';
    this.commands.push(command);
    this.headers.push(request.headers);
    this.#events.emit(command);
    const fault = this.#nextFault(command);
    if (fault === 'hang') return;
    if (fault === 'broken') {
      request.socket.destroy();
      return;
    }
    if (fault === 'older') {
      const message = `Cannot query field "${command}" on type "Mutation".`;
      const errors = [{ message, locations: [{ line: 1, column: 1 }] }];
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ errors }));
      return;
    }
    const judged = judgedBy(this.isOfLastRelease ? findReleasedSchema() : schema, query);
    if ('errors' in judged) {
      // What the booking process asks fits the contract of this release.
      if (!this.isOfLastRelease) throw new Error(judged.errors.join('\n'));
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify(judged));
      return;
    }
    const { document } = judged;
    const rootValue = this.#rootValue();
    const result =
      fault === 'error'
        ? { data: { [command]: null }, errors: [{ message: 'It failed.' }] }
        : fault === 'empty'
          ? { data: { [command]: { legs: [], userErrors: [] } } }
          : await execute({
              ...{ schema, document, rootValue, variableValues: variables },
              contextValue: this.#context(),
            });
    if (fault === 'lost') {
      request.socket.destroy();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    const text = JSON.stringify(result);
    if (fault === 'nonsense') response.end('{"data":{"holdBookings":{"legs":"many"}}}');
    else if (fault === 'foreign') response.end(text.replaceAll(`"${this.id}:b`, '"another:b'));
    else response.end(text);
  }

  #freeMinutes(): number {
    const taken = this.ledger.taking().map(({ minutes, quantity }) => minutes * quantity);
    return this.totalMinutes - taken.reduce((sum, minutes) => sum + minutes, 0);
  }

  #nextFault(command: string): Fault | null {
    const found = this.#faults.find(({ on, times }) => times > 0 && (on === command || on === '*'));
    if (!found) return null;
    found.times -= 1;
    return found.fault;
  }

  #context(): FakeContext {
    const { timeZone, cpv, currency } = this;
    return { timeZone, cpv, currency, freeMinutes: this.#freeMinutes() };
  }

  #rootValue(): Record<string, (args: { readonly input: LedgerInput }) => object> {
    const names = [
      ...['hold', 'confirm', 'extend', 'release', 'cancel', 'move', 'change', 'enrol', 'read'],
    ];
    const entries = names.map((name) => {
      const command = `${name}Bookings`;
      const run = ({ input }: { readonly input: LedgerInput }): object => {
        this.inputs.push(input);
        const { legs, userErrors } = this.ledger.run(command, {
          ...input,
          legs: input.legs ?? null,
        });
        return { legs: legs.map((leg) => this.#bookedLeg(leg)), userErrors };
      };
      return [command, run] as const;
    });
    return Object.fromEntries(entries);
  }

  #bookedLeg(leg: LedgerLeg): object {
    const { serviceId, state, start, minutes, quantity, expiresAt, bookingId } = leg;
    const { deliveredMinutes = null } = leg;
    const waiting = this.ledger.rows.filter((row) => row.state === 'REQUESTED');
    const title = ({ language }: { language?: string }): object =>
      language === 'sv'
        ? { text: 'Städning', language: 'sv' }
        : { text: 'Siivous', language: 'fi' };
    return {
      leg: leg.leg,
      service: { id: serviceId, languages: ['fi', 'sv'], title },
      ...{ state, start, minutes, quantity },
      expiresAt: state === 'HELD' ? expiresAt : null,
      bookings: state === 'REQUESTED' ? [] : [{ id: bookingId, deliveredMinutes }],
      quote: this.#quote(leg),
      waitingPosition:
        state === 'REQUESTED' ? waiting.findIndex((row) => row.orderId === leg.orderId) : null,
    };
  }

  #quote({ minutes, quantity, agreedPrice }: LedgerLeg): object {
    const agreed = this.isDeafToAgreements ? null : agreedPrice;
    const unitMinor = (agreed && parseMinorUnits(agreed.net)) ?? this.netMinor;
    const netMinor = Math.round((unitMinor * minutes * quantity) / 60);
    const grossMinor = grossMinorUnits(netMinor, 2_550);
    const amounts = {
      net: formatMinorUnits(netMinor),
      vat: formatMinorUnits(grossMinor - netMinor),
      gross: formatMinorUnits(grossMinor),
    };
    const units = String((minutes * quantity) / 60);
    const unitNet = formatMinorUnits(unitMinor);
    const line = { units, unit: 'HOUR', unitNet, vatRate: '25.5', ...amounts };
    return { ...amounts, currency: this.currency, lines: [line] };
  }
}

/** Owners by id, and the registry that names them. */
export interface FakeOwners extends Closable {
  readonly registry: FakeRegistry;
  readonly ids: readonly string[];
  /** @throws Error when there is none with this id. */
  owner(id: string): FakeOwner;
}

/** Starts one owner for each id, registered. */
export async function startFakeOwners(ids: readonly string[], clock: Clock): Promise<FakeOwners> {
  const registry = await startFakeRegistry();
  const owners = ids.map((id) => new FakeOwner(id, clock));
  for (const owner of owners) {
    await owner.listen();
    registry.set({ id: owner.id, url: owner.url });
  }
  return {
    ...{ registry, ids },
    owner: (id) => {
      const found = owners.find((owner) => owner.id === id);
      if (!found) throw new Error(`There is no owner ${id}.`);
      return found;
    },
    close: async () => {
      for (const owner of owners) await owner.close();
      await registry.close();
    },
  };
}
