import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../../../schema/sdl.js';
import { loadSigner } from '../../../subgraphs/shared/identity/processes/key-file.js';
import { KeyFolder } from '../../../subgraphs/shared/identity/processes/key-folder.js';
import { codeWords, readme, sectionOf } from '../../project/readme.js';
import { ask } from '../../support/ask.js';
import { spawnNetwork, type NetworkProcess } from '../../support/networks/network-process.js';
import { writeNetwork } from '../../support/networks/network-folder.js';

const MAKE_KEYS = projectPath('dist', 'subgraphs', 'local', 'network', 'make-keys.js');

const SCALARS: Record<string, unknown> = {
  ...{ ID: 'karhu:siivous', String: 'a-text-of-twenty-letters', Int: 60, Boolean: false, Float: 1 },
  ...{ Date: '2030-01-01', DateTime: '2030-01-01T08:00:00Z', MunicipalityCode: 'FI-609' },
  ...{ LanguageCode: 'fi', CountryCode: 'FI', CpvCode: '90910000' },
};

/** Some value of an input type, with what is required alone. */
function someValue(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return someValue(type.ofType);
  if (isListType(type)) return [someValue(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return SCALARS[type.name];
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  const value = required.map(({ name, type: each }) => [
    name,
    name === 'cooperative' ? 'karhu' : someValue(each),
  ]);
  return Object.fromEntries(value) as Record<string, unknown>;
}

interface Said {
  readonly code: string;
}

const toSaid = ({ extensions }: { extensions: Readonly<Record<string, unknown>> }): Said => ({
  code: String(extensions['code']),
});
/** Nothing that is asked here names an order or request that there is, so that no secret is missing. */
const isForRole = ({ code }: Said): boolean => code === 'FORBIDDEN' || code === 'UNAUTHENTICATED';

type Outcome = Record<string, { userErrors: Said[] } | null>;

describe('a network in production', () => {
  const folder = writeNetwork();
  const keysDir = mkdtempSync(join(tmpdir(), 'hub-keys-'));
  const keys = new KeyFolder(keysDir);
  let network: NetworkProcess;
  let schema: GraphQLSchema;
  const gateway = (): string => network.urlByName.get('gateway') ?? '';

  /** What the README says is refused: the words of its paragraph on that. */
  const [paragraph = ''] =
    /^A role is wanted,[^]*?(?=\n\n)/m.exec(sectionOf(readme(), 'Who is who')) ?? [];
  const [refused = ''] = paragraph.split('Searching, availability');
  const told = codeWords(refused).filter((word) => !word.includes('='));

  beforeAll(async () => {
    const made = [[keysDir], [keysDir, 'karhu']].map(
      (given) => spawnSync(process.execPath, [MAKE_KEYS, ...given], { encoding: 'utf8' }).stdout,
    );
    expect(made).toEqual([`${keys.publicFile}\n`, `${keys.publicFileOf('karhu')}\n`]);
    network = spawnNetwork({
      args: ['--network', folder, '--memory'],
      env: { NODE_ENV: 'production', KEYS_DIR: keysDir },
    });
    await network.ready;
    schema = buildSchema(await (await fetch(`${gateway()}/schema.graphql`)).text());
  });
  afterAll(async () => {
    await network.stop();
    rmSync(folder, { recursive: true });
    rmSync(keysDir, { recursive: true });
  });

  it('refuses just those mutations that the README names, for want of a role', async () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    const seen: string[] = [];
    for (const { name, args } of mutations) {
      const input = args[0];
      if (!input) throw new Error(`${name} takes nothing.`);
      const { data, errors } = await ask<Outcome | null>(
        gateway(),
        `mutation ($input: ${String(input.type)}) { ${name}(input: $input) { userErrors { code } } }`,
        { input: someValue(input.type) },
      );
      const said: Said[] = [...(data?.[name]?.userErrors ?? []), ...(errors ?? []).map(toSaid)];
      if (said.some(isForRole)) seen.push(name);
    }
    const names = mutations.map(({ name }) => name);

    expect(seen.sort()).toEqual(told.filter((word) => names.includes(word)).sort());
  });

  it('refuses to read what the README names, for want of a role', async () => {
    const questions: Record<string, string> = {
      orders: '{ orders { __typename } }',
      workRequests: '{ workRequests { __typename } }',
      auditEntries: '{ auditEntries(from: "2030-01-01T00:00:00Z") { __typename } }',
      searchRecord: '{ searchRecord(id: "x") { __typename } }',
      searchRecords: '{ searchRecords { __typename } }',
      evidenceVerifications: '{ evidenceVerifications(cooperativeId: "karhu") { __typename } }',
      agreements: '{ agreements { __typename } }',
      network: '{ network { __typename } }',
      notificationSettings: '{ notificationSettings(cooperative: "karhu") { __typename } }',
      undeliveredMessages: '{ undeliveredMessages { __typename } }',
      workOffers: '{ workOffers(cooperative: "karhu") { __typename } }',
      bookings: '{ cooperative(id: "karhu") { bookings(from: "2030-01-01") { __typename } } }',
      waitingList: '{ cooperative(id: "karhu") { waitingList { __typename } } }',
      calendarLinks: '{ cooperative(id: "karhu") { calendarLinks { __typename } } }',
    };
    const mutations = schema.getMutationType()?.getFields() ?? {};

    const answers = await Promise.all(
      Object.values(questions).map((question) => ask(gateway(), question)),
    );

    expect(answers.map(({ errors = [] }) => errors.map(toSaid).some(isForRole))).toEqual(
      answers.map(() => true),
    );
    expect(told.filter((word) => !(word in mutations)).sort()).toEqual(
      Object.keys(questions).sort(),
    );
  });

  it('searches for anybody, and places no order without its owner, but not for want of a role', async () => {
    const { data, errors } = await ask<{ catalogue: { totalCount: number } }>(
      gateway(),
      '{ catalogue { totalCount } service(id: "karhu:siivous") { availability(from: "2030-01-01", to: "2030-01-01") { date } } }',
    );

    expect(data.catalogue.totalCount).toBe(1);
    expect((errors ?? []).map(toSaid).filter(isForRole)).toEqual([]);
  });

  it('changes its registry for what started it alone', async () => {
    const url = 'http://127.0.0.1:1/graphql';
    const put = (id: string, headers: Readonly<Record<string, string>>) =>
      fetch(`${network.urlByName.get('catalogue') ?? ''}/registry/${id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ url }),
      });
    const signedBy = (issuer: string, scope: 'act' | 'register') =>
      loadSigner(keys.fileOf(issuer), { issuer, isProduction: true }).headersFor({
        ...{ audience: 'catalogue', scope, body: JSON.stringify({ url }) },
      });

    const statuses = [
      await put('tuki', {}),
      await put('tuki', signedBy('gateway', 'act')),
      await put('tuki', signedBy('network', 'register')),
    ].map(({ status }) => status);

    expect(statuses).toEqual([401, 403, 200]);
  });

  it('has its feeds read by the catalogue alone', async () => {
    const answer = await ask<null>(
      network.urlByName.get('karhu') ?? '',
      '{ catalogueChanges(since: 0, first: 1) { epoch } }',
    );

    expect(answer.errors?.map(toSaid)).toEqual([{ code: 'FORBIDDEN' }]);
  });
});
