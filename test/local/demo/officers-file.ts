import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { execFile, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { lookAtOcds } from '../../procurement/records/ocds-tools.js';
import { ask } from '../../support/ask.js';
import { describeInChromium, launchChromium } from '../../support/browsers/chromium.js';
import { eventually } from '../../support/eventually.js';
import type { Outcome } from '../../support/networks/network-folder.js';
import type { NetworkProcess } from '../../support/networks/network-process.js';
import { units } from '../../support/unit.js';
import { asBuilt } from './as-built.js';
import { LIST, NEED, READ, SAVE, type Saved, type Shown } from './officers-questions.js';

/** Prints the rows of a file of comma-separated values as JSON. */
const READ_CSV =
  'import csv, json, sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8")))))';

type Row = Readonly<Record<string, string>>;
type Headers = Readonly<Record<string, string>>;

/**
 * Tests of the record of a search, and of its other forms in the hands of foreign tools.
 * @param networkOf - Gives a whole demo network.
 */
export function describeOfficersFile(networkOf: () => NetworkProcess): void {
  describe('an officer of Pori who keeps what was found', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hub-officer-'));
    const write = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    let officer: Headers;
    const send = <Data>(query: string, variables: object, headers: Headers = officer) =>
      ask<Data>(networkOf().urlByName.get('gateway'), query, { ...variables }, headers);
    /** Searches and keeps until each cooperative has told what it has free: on a busy machine one may be late. */
    const save = async (input: object): Promise<Shown> => {
      const { data } = await eventually(
        () => send<Saved>(SAVE, { input: { idempotencyKey: randomUUID(), ...input } }),
        ({ data: told }) => told.saveSupplierSearch?.record?.result.complete === true,
        units(600),
      );
      return data.saveSupplierSearch?.record as Shown;
    };

    let record: Shown;
    let page = '';
    let csv = '';
    beforeAll(async () => {
      officer = await networkOf().as('officer:FI-609');
      record = await save({
        ...{ need: NEED, title: 'Siivous ja lajittelu', organisationName: 'Porin kaupunki' },
        estimatedValue: { amount: '120000.00', currency: 'EUR' },
      });
      page = write('record.html', record.page);
      csv = write('record.csv', record.csv);
      write('record.jws', record.jws);
      const keys = await fetch(
        `${networkOf().urlByName.get('catalogue') ?? ''}/.well-known/jwks.json`,
      );
      write('jwks.json', await keys.text());
    });
    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    it('reads it again as it was, and finds it in their list', async () => {
      const read = await send<{ searchRecord: Shown }>(READ, { id: record.id });
      const list = await send<{ searchRecords: { edges: object[] } }>(LIST, {});

      expect(read.data.searchRecord).toEqual(record);
      const { id, hash, title } = record;
      expect(list.data.searchRecords.edges).toContainEqual({ node: { id, hash, title } });
      expect(record.answers.map(({ cooperative }) => cooperative.id).sort()).toEqual([
        'karhu',
        'kierre',
      ]);
    });

    it('verifies it with the command that its page prints, and not when a byte is another', async () => {
      const [, command = ''] = /<pre><code>(npm run [^<]+)<\/code>/.exec(record.page) ?? [];
      const verify = (): Promise<Outcome> => runIn(folder, asBuilt(command));

      const asItWas = await verify();
      write('record.jws', withAnotherByte(record.jws));
      const changed = await verify();
      write('record.jws', record.jws);

      expect(asItWas.stdout.split('\n')).toEqual(
        expect.arrayContaining(['valid', `hash          ${record.hash}`]),
      );
      expect(asItWas.code).toBe(0);
      expect(changed.stderr).toMatch(/^not valid: /);
      expect(changed.code).toBe(1);
    });

    it('opens it as comma-separated values', () => {
      const rows = parse<Row>(record.csv, { columns: true });

      expect(rows).toHaveLength(42);
      expect(new Set(rows.map(({ hash }) => hash))).toEqual(new Set([record.hash]));
      const rowOf = (wanted: string) =>
        rows.find(({ lot, cooperative }) => lot === 'offices' && cooperative === wanted);
      expect(rowOf('karhu')).toMatchObject({
        ...{ eligible: 'yes', capacity: 'answered', covered_minutes: '12000' },
        services: expect.stringContaining('karhu:toimistosiivous EXACT') as unknown,
        warnings: expect.stringContaining('validTo=2027-12-31') as unknown,
      });
      expect(rowOf('kattila')).toMatchObject({
        ...{ eligible: 'no', capacity: 'not asked', services: '' },
        reasons: expect.stringContaining('SHARE_BELOW_30 share=0.28 wanted=0.30') as unknown,
      });

      const { error, stdout } = spawnSync('python3', ['-c', READ_CSV, csv], { encoding: 'utf8' });
      if (error) process.stderr.write('Skipped: there is no Python that reads CSV.\n');
      else expect(JSON.parse(stdout)).toEqual(rows);
    });

    it('goes on with a lot less, which OCDS tools then show as cancelled', async () => {
      const later = await save({
        ...{ need: { ...NEED, lots: NEED.lots.slice(0, 2) }, continues: record.id },
      });

      expect(later).toMatchObject({
        ...{ continues: record.id, organisationName: 'Porin kaupunki' },
        withdrawnLots: [{ id: 'sorting' }],
      });
      const files = [record, later].map(({ id, ocds }) => write(`${id}.json`, ocds));
      const findings = lookAtOcds(files);
      if (findings === null) return;
      expect(findings.faults).toEqual([{}, {}]);
      expect(findings.unseen).toEqual([]);
      expect(findings.merged).toMatchObject({
        buyer: { name: 'Porin kaupunki' },
        tender: {
          title: 'Siivous ja lajittelu',
          lots: [
            { id: 'offices', status: 'planning' },
            { id: 'homes', status: 'planning' },
            { id: 'sorting', status: 'cancelled' },
          ],
        },
      });
    });

    it('shows it to nobody else', async () => {
      const other = await networkOf().as('officer:SE-0581');
      const staff = await networkOf().as('staff:karhu');
      const codeFor = async (headers: Headers): Promise<unknown> => {
        const { data, errors } = await send<object>(READ, { id: record.id }, headers);
        expect(data).toEqual({ searchRecord: null });
        return errors?.[0]?.extensions['code'];
      };

      expect(await codeFor(other)).toBe('FORBIDDEN');
      expect(await codeFor(staff)).toBe('FORBIDDEN');
      expect(await codeFor({})).toBe('UNAUTHENTICATED');
      const { data } = await send<object>(LIST, {}, other);
      expect(data).toEqual({ searchRecords: { edges: [] } });
      const ofAnother = { need: NEED, continues: record.id, idempotencyKey: randomUUID() };
      const continued = await send<Saved>(SAVE, { input: ofAnother }, other);
      expect(continued.data.saveSupplierSearch).toMatchObject({
        ...{ record: null, userErrors: [{ code: 'NOT_FOUND' }] },
      });
    });

    describeInChromium('and prints it', () => {
      let browser: Browser;
      beforeAll(async () => {
        browser = await launchChromium();
      });
      afterAll(() => browser.close());

      it('as a page that is complete in itself', async () => {
        const tab = await browser.newPage();
        const said: string[] = [];
        const loaded: string[] = [];
        tab.on('console', (message) => said.push(message.text()));
        tab.on('request', (request) => loaded.push(request.url()));
        await tab.goto(pathToFileURL(page).href);

        expect(await tab.title()).toBe('Siivous ja lajittelu');
        expect(await tab.locator('html').getAttribute('lang')).toBe('fi');
        expect(await tab.locator('body').innerText()).toContain(record.hash);
        expect((await tab.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe(
          '%PDF-',
        );
        expect(loaded).toEqual([pathToFileURL(page).href]);
        expect(said).toEqual([]);
      });
    });
  });
}

/** Runs a command in a folder, by a shell. */
function runIn(cwd: string, command: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile('bash', ['-c', command], { cwd }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr });
    });
  });
}

/** A text of which one letter, in its middle, is another. */
function withAnotherByte(text: string): string {
  const middle = Math.floor(text.length / 2);
  return `${text.slice(0, middle)}${text[middle] === 'A' ? 'B' : 'A'}${text.slice(middle + 1)}`;
}
