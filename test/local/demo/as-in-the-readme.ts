import { afterAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codeBlocks, readme, sectionOf } from '../../project/readme.js';
import { ask } from '../../support/ask.js';
import { eventually } from '../../support/eventually.js';
import { askToken } from '../../support/networks/demo-provider.js';
import type { NetworkProcess } from '../../support/networks/network-process.js';
import { units } from '../../support/unit.js';
import { asBuilt } from './as-built.js';

/** When the answers of the README were printed; what is bookable and owed hangs on it. */
export const PRINTED_AT = '2026-11-23T10:00:00Z';

const PRINTED_TOKEN = /\$\(npm run --silent token -- --as (\S+)\)/g;

const run = promisify(execFile);

const statesIn = (answers: string): string[] =>
  [...answers.matchAll(/"state":"(\w+)"/g)].map(([, state = '']) => state);

/** Tests of what the README shows. @param networkOf - Gives a whole demo network whose clock stands at `PRINTED_AT`. */
export function describeReadme(networkOf: () => NetworkProcess): void {
  describe('as the README shows it', () => {
    const text = readme();
    const folder = mkdtempSync(join(tmpdir(), 'hub-readme-'));
    afterAll(() => {
      rmSync(folder, { recursive: true });
    });
    const urlOf = (name: string): string => networkOf().urlByName.get(name) ?? '';

    /** What is printed, with the addresses that this network has instead of those of `npm start`. */
    const here = (printed: string): string =>
      printed
        .replaceAll('http://127.0.0.1:4000', urlOf('gateway'))
        .replaceAll('http://127.0.0.1:4001', urlOf('catalogue'));
    /** Runs commands of the README in a folder of their own, with tokens as `npm run token` prints them. */
    const shell = async (command: string): Promise<string> => {
      let signed = command;
      for (const [asked, account = ''] of command.matchAll(PRINTED_TOKEN)) {
        signed = signed.replace(asked, await askToken(urlOf('provider'), account));
      }
      return (await run('bash', ['-c', here(asBuilt(signed))], { cwd: folder })).stdout;
    };

    /** What a printed search finds once every cooperative has told what it has free: on a busy machine one may be late. */
    const search = async <Found>(section: string, name: string): Promise<Found> => {
      const [curl = ''] = codeBlocks(sectionOf(text, section), 'sh');
      const { data } = await eventually(
        async () =>
          JSON.parse(await shell(curl)) as {
            data: Record<string, (Found & { complete: boolean }) | null>;
          },
        ({ data: told }) => told[name]?.complete === true,
        units(600),
      );
      return data[name] as Found;
    };

    it('shows a first search, and its answer', async () => {
      const section = sectionOf(text, 'First queries');
      const [curl = ''] = codeBlocks(section, 'sh');
      const [answer = ''] = codeBlocks(section, 'json');

      expect(JSON.parse(await shell(curl))).toEqual(JSON.parse(answer));
    });

    it('shows what a procurement officer asks, and is answered', async () => {
      const section = sectionOf(text, 'First queries');
      const [query = ''] = codeBlocks(section, 'graphql');
      const [, answer = ''] = codeBlocks(section, 'json');

      const { data } = await ask(urlOf('gateway'), query);

      expect({ data }).toEqual(JSON.parse(answer));
    });

    it('asks when a service can be booked, and gets days, starts and a price', async () => {
      const [query = ''] = codeBlocks(sectionOf(text, 'Availability and orders'), 'graphql');

      const { data, errors } = await ask<{
        service: { availability: { starts: object[] }[]; quote: { gross: string } };
      }>(urlOf('gateway'), query);

      expect(errors).toBeUndefined();
      expect(data.service.availability).toHaveLength(8);
      expect(data.service.availability.flatMap(({ starts }) => starts)).not.toEqual([]);
      expect(data.service.quote.gross).toMatch(/^\d+\.\d\d$/);
    });

    it('places an order over two cooperatives, and the same again has one effect', async () => {
      const [, order = ''] = codeBlocks(sectionOf(text, 'Availability and orders'), 'graphql');

      const first = await ask<{ placeOrder: { order: { state: string }; secret: string } }>(
        urlOf('gateway'),
        order,
      );
      const again = await ask(urlOf('gateway'), order);

      expect(first.data.placeOrder).toMatchObject({
        order: { state: 'CONFIRMED' },
        userErrors: [],
      });
      expect(first.data.placeOrder.secret).toEqual(expect.any(String));
      expect(again.data).toEqual(first.data);
    });

    it('holds, confirms, moves and cancels an order by its secret', async () => {
      const [acts = ''] = codeBlocks(sectionOf(text, 'Availability and orders'), 'sh');

      const answers = await shell(`${acts}echo "$HELD"`);

      expect(answers).not.toMatch(/"errors"|"message"/);
      expect(statesIn(answers)).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED', 'HELD']);
    });

    it('says who could deliver together, and who leads', async () => {
      const found = await search<{ proposals: { cooperatives: object[] }[] }>(
        'Who could deliver, together',
        'supplierSearch',
      );

      expect(found).toMatchObject({
        workingDays: 5,
        suppliers: expect.arrayContaining(
          ['karhu', 'kierre'].map((id) => ({ cooperative: { id }, eligible: true, reasons: [] })),
        ),
        joint: { demandMinutes: 4_500, coveredMinutes: 4_500, strictMinutes: 4_500 },
      });
      expect(found.proposals[0]?.cooperatives).toHaveLength(2);
    });

    it('keeps what an officer found, verified and in other forms, and orders under an agreement', async () => {
      const section = sectionOf(text, "The officer's file");

      const acts = codeBlocks(section, 'sh').join('');
      const answers = await shell(`${acts}cat saved.json; echo "$MADE"`);

      expect(answers).toMatch(/^valid$/m);
      expect(answers).not.toMatch(/"errors"|"message"/);
      expect(answers).toContain('"state":"CONFIRMED"');
      expect(answers).toContain('"use":{"net":"63.00","percent":"0.3","orders":1}');
    });

    it('says who could stand in, with people of two cooperatives', async () => {
      const found = await search<{ plans: { segments: { serviceId: string }[] }[] }>(
        'Who could stand in',
        'substituteSearch',
      );

      const [best] = found.plans;
      expect(new Set(best?.segments.map(({ serviceId }) => serviceId))).toEqual(
        new Set(['karhu:kahvilasijainen', 'kattila:baristasijainen']),
      );
    });

    it('lets staff see to their services, members and bookings', async () => {
      const [token = '', acts = ''] = codeBlocks(sectionOf(text, 'Who is who'), 'sh');

      const answers = await shell(`${token}${acts}`);

      expect(answers).not.toMatch(/"errors"|"message"/);
      expect(answers).toContain('"role":"STAFF"');
      expect(statesIn(answers)).toEqual(['STARTED', 'COMPLETED']);
    });

    it('tells the coordinator what was done, and the fee', async () => {
      const section = sectionOf(text, 'What the network brings');

      const { data, errors } = JSON.parse(await shell(codeBlocks(section, 'sh').join('\n'))) as {
        data: object;
        errors?: object[];
      };

      expect(errors).toBeUndefined();
      expect(data).toMatchObject({
        network: {
          figures: { benefit: [{ currency: 'EUR' }, { currency: 'SEK' }] },
          settlement: { rate: '15.00', csv: expect.stringMatching(/^kind,cooperative,name,/) },
        },
      });
    });

    it('has every address that it names answer', async () => {
      const [, calendar] = /`(http:\S+busy\.ics\S+)`/.exec(text) ?? [];
      const root = 'http://127.0.0.1:4000';
      const addresses = [`${root}/`, `${root}/graphiql`, `${root}/schema.graphql`, calendar ?? ''];

      const answers = await Promise.all(addresses.map((address) => fetch(here(address))));

      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect(await answers[3]?.text()).toContain('BEGIN:VCALENDAR');
    });

    it('registers an address with the network, and has it read at once', async () => {
      const commands = codeBlocks(sectionOf(text, 'Joining as a partner'), 'sh');
      const register = commands.find((command) => command.startsWith('curl -X PUT')) ?? '';
      const poke = commands.find((command) => command.startsWith('curl -X POST')) ?? '';
      // The new address is that of the cooperative itself: its members stay reachable.
      const own = `${urlOf('karhu')}/graphql`;

      const registered = await shell(register.replace('http://your.server/graphql', own));
      const poked = await shell(poke);

      expect(JSON.parse(registered)).toMatchObject({ cooperative: { id: 'karhu', url: own } });
      expect(JSON.parse(poked)).toMatchObject({ state: 'FRESH' });
    });
  });
}
