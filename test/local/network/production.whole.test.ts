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
import { rmSync } from 'node:fs';
import { codeWords, readme, sectionOf } from '../../project/readme.js';
import { ask } from '../../support/ask.js';
import { spawnNetwork, type NetworkProcess } from '../../support/networks/network-process.js';
import { writeNetwork } from '../../support/networks/network-folder.js';

const REGISTRY_TOKEN = 'registry-token-of-the-test';

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
const isForRole = ({ code }: Said): boolean => code === 'FORBIDDEN';

type Outcome = Record<string, { userErrors: Said[] } | null>;

describe('a network in production', () => {
  const folder = writeNetwork();
  let network: NetworkProcess;
  let schema: GraphQLSchema;
  const gateway = (): string => network.urlByName.get('gateway') ?? '';

  /** What the README says is refused: the words of its paragraph on that. */
  const [paragraph = ''] =
    /^Until roles exist,[^]*?(?=\n\n)/m.exec(sectionOf(readme(), 'Joining as a partner')) ?? [];
  const [refused = ''] = paragraph.split('Searching, availability');
  const told = codeWords(refused).filter((word) => !word.includes('='));

  beforeAll(async () => {
    network = spawnNetwork({
      args: ['--network', folder, '--memory'],
      env: { NODE_ENV: 'production', REGISTRY_TOKEN, BOOKING_TOKEN: 'booking-token-of-the-test' },
    });
    await network.ready;
    schema = buildSchema(await (await fetch(`${gateway()}/schema.graphql`)).text());
  });
  afterAll(async () => {
    await network.stop();
    rmSync(folder, { recursive: true });
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
      workOffers: '{ workOffers(cooperative: "karhu") { __typename } }',
      bookings: '{ cooperative(id: "karhu") { bookings(from: "2030-01-01") { __typename } } }',
      waitingList: '{ cooperative(id: "karhu") { waitingList { __typename } } }',
    };
    const mutations = schema.getMutationType()?.getFields() ?? {};

    const answers = await Promise.all(
      Object.values(questions).map((question) => ask(gateway(), question)),
    );

    expect(answers.map(({ errors }) => errors?.[0]?.extensions['code'])).toEqual(
      answers.map(() => 'FORBIDDEN'),
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

  it('changes its registry for who shows the token alone', async () => {
    const put = (headers: Record<string, string>) =>
      fetch(`${network.urlByName.get('catalogue') ?? ''}/registry/tuki`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{"url":"http://127.0.0.1:1/graphql"}',
      });

    const without = await put({});
    const shown = await put({ authorization: `Bearer ${REGISTRY_TOKEN}` });

    expect([without.status, shown.status]).toEqual([403, 200]);
  });
});
