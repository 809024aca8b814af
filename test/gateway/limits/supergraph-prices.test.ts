import { describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery, getOperationAST, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { readSupergraph } from '../../../gateway/documents/contract-schema.js';
import { supergraphPrices } from '../../../gateway/limits/supergraph-prices.js';
import { SUPERGRAPH_FILE } from '../../../schema/sdl.js';
import { priceDocument } from '../../../subgraphs/shared/price/price-document.js';
import { codeBlocks, readme } from '../../project/readme.js';

/** What the gateway takes where nothing else is set. */
const MAX_COST = 60_000;

const { whole } = readSupergraph(readFileSync(SUPERGRAPH_FILE, 'utf8'));
const PRICES = supergraphPrices(whole, 'cooperative');

/** Of a document's only operation. */
function costOf(text: string, given: Readonly<Record<string, unknown>> = {}): number {
  const document = parse(text);
  const operation = getOperationAST(document, null);
  if (!operation) throw new Error('There is no operation.');
  return priceDocument(document, PRICES).of(operation, given);
}

const many = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_none, index) => write(index)).join(' ');

/** Everything that the README asks the hub: GraphQL, bodies for curl, what its shell functions and the client send. */
function documentsOfReadme(): string[] {
  const text = readme();
  const shell = codeBlocks(text, 'sh').join('\n');
  const bodies = [...shell.matchAll(/-d '(\{"query":[^']*\})'/g)].map(
    ([, body = '']) => (JSON.parse(body) as { query: string }).query,
  );
  const acts = [...shell.matchAll(/\b(?:act|officer|staff) '([^']*)'/g)].map(([, act = '']) =>
    act.replaceAll('\\"', '"'),
  );
  const client = [
    ...codeBlocks(text, 'ts')
      .join('\n')
      .matchAll(/gql`([^`]*)`/g),
  ].map(([, document = '']) => document);
  return [...codeBlocks(text, 'graphql'), ...bodies, ...acts, ...client];
}

describe('the prices of the network’s own supergraph', () => {
  const asked = documentsOfReadme();

  it('find all that the README asks', () => {
    expect(asked.length).toBeGreaterThan(25);
  });

  it.each(asked)('let through what the README asks: %s', (text) => {
    expect(validate(whole, parse(text))).toEqual([]);
    expect(costOf(text)).toBeLessThanOrEqual(MAX_COST);
  });

  it.each([
    [
      'the whole schema',
      getIntrospectionQuery({
        schemaDescription: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
    ],
    [
      'a hundred services with a dozen fields, and whose they are',
      `{ catalogue(first: 100) { totalCount edges { matchedBy fit node {
        id kind title { text language } description { text } cpv municipalities unit price { net vatRate gross currency }
        images { url alt { text } } languages updatedAt published cooperative { id name country }
      } } pageInfo { hasNextPage endCursor } } }`,
    ],
    [
      'a hundred cooperatives with five members each',
      '{ cooperatives(first: 100) { edges { node { id name members(first: 5) { totalCount edges { node { id name languages } } } } } } }',
    ],
    [
      'a month of twenty services',
      `{ catalogue(first: 20) { edges { node { id title { text } availability(from: "2027-03-01", to: "2027-03-31", minutes: 120) {
        date status holiday { text } freeMinutes starts { time places }
      } } } } }`,
    ],
    [
      'a hundred orders with their legs',
      '{ orders(first: 100) { edges { node { id reference state total { amount currency } legs { number state start minutes problem bookings { id state } } } } } }',
    ],
    [
      'a day of a cooperative with a hundred bookings',
      '{ cooperative(id: "karhu") { bookings(from: "2027-03-23", first: 100) { edges { node { id state start minutes history { at } } } } } }',
    ],
    [
      'an order of a hundred legs',
      `mutation { placeOrder(input: { idempotencyKey: "k", channel: WEB, buyer: { name: "A", municipality: "FI-609", phone: "1" }, legs: [${many(100, (n) => `{ serviceId: "karhu:${n}", start: "2027-03-23T07:00:00Z", minutes: 60 }`)}] })
        { order { id state legs { number state start bookings { id state } } } secret userErrors { code message field } } }`,
    ],
    [
      'a hundred services by their ids with what a booking form needs',
      `{ services(ids: [${many(100, (n) => `"karhu:${n}"`)}]) { id bookable notBookableBecause title { text }
        booking { minMinutes gridMinutes leadTimeMinutes courseMinutes openingHours { weekday from to } } } }`,
    ],
    [
      'a page of a walk with what is no longer listed',
      `{ catalogue(sort: UPDATED, first: 100, withUnlisted: true) { edges { node { id title { text } updatedAt } } unlisted { id unlistedAt because } pageInfo { endCursor } } }`,
    ],
    ['all municipalities', '{ municipalities { code name { text language } } }'],
  ])('let through %s', (_what, text) => {
    expect(validate(whole, parse(text))).toEqual([]);
    expect(costOf(text)).toBeLessThanOrEqual(MAX_COST);
  });

  it('are by the ids of services that are asked for, and by what may be unlisted on a page', () => {
    const services = (count: number): number =>
      costOf(`{ services(ids: [${many(count, (n) => `"karhu:${n}"`)}]) { id } }`);
    const unlisted = (first: number): number =>
      costOf(`{ catalogue(sort: UPDATED, first: ${first}) { unlisted { id } } }`);

    expect(services(100) - services(50)).toBe(50);
    expect(unlisted(100) - unlisted(50)).toBe(50);
  });

  const days = 'availability(from: "2027-03-01", to: "2027-06-01") { date }';

  it.each([
    [
      'fragments that stand for 65,000 selections',
      `{ ...F0 } ${many(15, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F15 on Query { __typename }`,
    ],
    [
      'a quarter of a year, 200 times, of a hundred services',
      `{ cooperative(id: "karhu") { services(first: 100) { edges { node { ...A } } } } } fragment A on Service { ${many(200, (n) => `a${n}: ${days}`)} }`,
    ],
    [
      'a quarter of a year, 230 times, at twenty roots',
      `{ ${many(20, (n) => `r${n}: service(id: "karhu:siivous") { ...A }`)} } fragment A on Service { ${many(230, (n) => `a${n}: ${days}`)} }`,
    ],
    [
      'the whole network, twenty times',
      `{ ${many(20, (n) => `r${n}: whoCanTake(need: { text: "siivous", municipality: "FI-609", start: "2027-03-23T07:00:00Z", minutes: 60 }) { complete }`)} }`,
    ],
    [
      'the same search by the hundred',
      `{ ${many(150, (n) => `r${n}: catalogue { totalCount }`)} }`,
    ],
    [
      'fields that are all the same, which are compared each with each',
      `{ ${many(15, () => `service(id: "karhu:siivous") { ${many(22, () => 'quote(start: "2027-03-23T07:00:00Z", minutes: 60) { net }')} }`)} }`,
    ],
    ['the whole schema, three times', `{ ${many(3, (n) => schemaAgain(n))} }`],
    [
      'live fields of a thousand cooperatives, again and again',
      `{ cooperatives(first: 1000) { edges { node { ${many(10, (n) => `a${n}: members(first: 1) { totalCount }`)} } } } }`,
    ],
  ])('refuse %s', (_what, text) => {
    expect(priceDocument(parse(text), PRICES).least).toBeGreaterThan(MAX_COST);
  });

  it('count what an owner is asked for by the row', () => {
    const page = (field: string): number =>
      costOf(`{ catalogue(first: 100) { edges { node { id ${field} } } } }`);

    expect(page('published') - page('kind')).toBe(100 * 9);
  });
});

/** A selection of the schema that asks for all fields of all types that fields lead to. */
function schemaAgain(index: number): string {
  return `s${index}: __schema { types { fields { type { fields { type { name } } } } } }`;
}
