import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addDays, epochDayOf } from '../../subgraphs/shared/words/dates.js';
import { createRandom } from './random.js';
import { serveRegistry } from './serve-registry.js';

/** How many cooperatives there are. */
const OWNERS = 200;

/** What is asked of a cooperative's capacity. */
interface Question {
  readonly from: string;
  readonly to: string;
  readonly serviceIds: readonly string[];
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Three pools of people who work from Monday to Friday and are partly booked; all bear all services, of which the first has a budget. */
function freeCapacity(id: string, seed: number, { from, to, serviceIds }: Question): object {
  const random = createRandom(seed);
  const days = epochDayOf(to) - epochDayOf(from) + 1;
  const minutes = (most: number): number[] =>
    Array.from({ length: days }, (_none, day) => {
      const isWeekend = new Date(`${addDays(from, day)}T00:00:00Z`).getUTCDay() % 6 === 0;
      return isWeekend ? 0 : most - 60 * Math.floor(random() ** 3 * (most / 60));
    });
  return {
    from,
    resources: ['a', 'b', 'c'].map((name) => ({
      id: `${id}:${name}`,
      serviceIds,
      minutes: minutes(480),
    })),
    budgets: serviceIds.slice(0, 1).map((service) => ({
      serviceIds: [service],
      minutes: minutes(600),
    })),
  };
}

/** Serves one cooperative. An answer is computed once and kept: what is measured is who asks. @returns Its address. */
async function serveOwner(id: string, seed: number): Promise<string> {
  const answers = new Map<string, string>();
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      let answer = answers.get(body);
      if (answer === undefined) {
        const { variables } = JSON.parse(body) as { variables: Question };
        const row = { freeCapacity: freeCapacity(id, seed, variables) };
        answer = JSON.stringify({ data: { _entities: [row] } });
        answers.set(body, answer);
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
    });
  });
  // Nobody comes back to a connection that has just been closed, however long a round takes.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

/** What the process tells who started it. */
export interface LightOwners {
  /** Their ids. */
  readonly owners: readonly string[];
  readonly registry: string;
}

const urlById = new Map<string, string>();
for (let number = 0; number < OWNERS; number += 1) {
  const id = `coop-${String(number).padStart(3, '0')}`;
  urlById.set(id, await serveOwner(id, number));
}
const told: LightOwners = {
  owners: [...urlById.keys()],
  registry: await serveRegistry(urlById),
};
process.send?.(told);
process.once('disconnect', () => process.exit(0));
