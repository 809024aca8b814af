import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { scalarResolvers } from '../../../../schema/scalars.js';
import { subgraphTypeDefs, type SubgraphName } from '../../../../schema/sdl.js';
import type { UserErrorCode } from '../../../../subgraphs/booking/schema.generated.js';
import { ownerOf } from '../../../../subgraphs/shared/words/ids.js';
import { honest, type Behaviour } from '../../../support/fakes/endpoint.js';

/** A service of the fake network and what its owner says of it. */
export interface FakeWork {
  readonly id: string;
  readonly title: string;
  readonly cpv: string;
  /** Gross price of the quote; null where the owner refuses. */
  readonly gross: string | null;
  readonly currency: 'EUR' | 'SEK';
  readonly refusal: UserErrorCode | null;
  readonly alternatives: readonly string[];
  /** When it has one place, by its own rules. */
  readonly free: readonly string[];
  /** What the catalogue's copy says. */
  readonly hasRoom: boolean;
  /** What the catalogue's search says. */
  readonly fit: 'GOOD' | 'LOOSE';
  readonly score: number;
  /** Where its cooperative is. */
  readonly municipality: string | null;
  /** Where it is offered; everywhere where null. */
  readonly offeredIn: string | null;
  /** The shortest that its owner says it takes. */
  readonly leastMinutes: number;
  /** What the owner says to those to whom it has agreed; as without where null. */
  readonly agreed: UserErrorCode | 'CAN' | null;
}

export function work(id: string, change: Partial<FakeWork> = {}): FakeWork {
  return {
    ...{ id, title: 'Siivous', cpv: '90910000', gross: '100.00', currency: 'EUR' },
    ...{ refusal: null, alternatives: [], free: [], hasRoom: true, agreed: null },
    leastMinutes: 240,
    ...{ fit: 'GOOD', score: 1, municipality: null, offeredIn: null },
    ...change,
  };
}

function quoteOf({ gross, currency }: FakeWork) {
  const line = { units: '3', unit: 'HOUR', unitNet: '1.00', net: gross, vatRate: '0', vat: '0.00' };
  return { net: gross, vat: '0.00', gross, currency, lines: [{ ...line, gross }] };
}

interface HoldInput {
  readonly cooperative: string;
  readonly dryRun: boolean;
  readonly agreedByPhone?: boolean;
  readonly orderReference: string;
  readonly municipality: string;
  readonly legs: readonly { readonly leg: number; readonly serviceId: string }[];
}

/** What the fake owners offer, as it is when they are asked. */
interface Offered {
  readonly works: readonly FakeWork[];
}

function holdBookings(_root: unknown, { input }: { input: HoldInput }, { works }: Offered) {
  if (!input.dryRun) throw new Error('Nothing may be held.');
  const [leg] = input.legs;
  const found = works.find(({ id }) => id === leg?.serviceId);
  const agreed = input.agreedByPhone ? (found?.agreed ?? null) : null;
  const refusal = agreed === 'CAN' ? null : (agreed ?? found?.refusal);
  if (!found || refusal) {
    const code = refusal ?? 'NOT_FOUND';
    const field = ['legs', '0', 'start'];
    const alternatives = found?.alternatives ?? [];
    return { legs: [], userErrors: [{ code, message: `It is ${code}.`, field, alternatives }] };
  }
  return { legs: [{ leg: 0, quote: quoteOf(found) }], userErrors: [] };
}

function availability(
  { id }: { id: string },
  { from, to }: { from: string; to: string },
  { works }: Offered,
) {
  const isAsked = (time: string): boolean => from <= time.slice(0, 10) && time.slice(0, 10) <= to;
  const free = works.find((one) => one.id === id)?.free.filter(isAsked) ?? [];
  return [{ starts: free.map((time) => ({ time, places: 1 })) }];
}

function capacity({ id }: { id: string }, _arguments: object, { works }: Offered) {
  return { minMinutes: works.find((one) => one.id === id)?.leastMinutes };
}

function schemaOf(name: SubgraphName, resolvers: object): GraphQLSchema {
  return buildSubgraphSchema({
    typeDefs: subgraphTypeDefs(name),
    resolvers: { ...scalarResolvers, ...resolvers },
  });
}

/** Built once a worker: that takes longer than most tests. */
const OWNER_SCHEMA = schemaOf('cooperative', {
  Mutation: { holdBookings },
  Service: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    availability,
    capacity,
  },
});

/** An owner's endpoint that judges by these works. */
export function ownerOffering(offered: Offered): Behaviour {
  return honest(OWNER_SCHEMA, offered);
}

interface SearchArguments {
  readonly search: {
    readonly text?: string | null;
    readonly cpv?: readonly string[];
    readonly ids?: readonly string[] | null;
    readonly municipalities?: readonly string[] | null;
    readonly available?: object;
  };
  readonly first: number;
  readonly after?: string | null;
}

/** What a fake catalogue lists, and whom it never read. */
export interface CatalogueContent extends Offered {
  readonly neverRead: readonly string[];
  /** Words that it does not know. */
  readonly unknownWords?: readonly string[];
  /** Names of trades that it knows and nobody has. */
  readonly notOffered?: readonly string[];
  /** Conditions without which it would find something, where it finds nothing. */
  readonly excluding?: readonly string[];
  /** What it suggests where it finds nothing. */
  readonly suggestions?: readonly object[];
}

function catalogue(
  _root: unknown,
  { search, first, after }: SearchArguments,
  content: CatalogueContent,
) {
  const members = [...content.works.map(({ id }) => ownerOf(id)), ...content.neverRead];
  const isFound = (one: FakeWork): boolean =>
    (search.cpv ?? []).every((code) => one.cpv.startsWith(code.slice(0, 3))) &&
    one.title.toLowerCase().includes(search.text?.toLowerCase() ?? '') &&
    (search.ids ?? [one.id]).includes(one.id) &&
    (search.municipalities ?? []).includes(one.offeredIn ?? search.municipalities?.[0] ?? '');
  const all = content.works.filter(isFound);
  const rows = search.available ? all.filter(({ hasRoom }) => hasRoom) : all;
  const from = after ? Number(after) : 0;
  const page = rows.slice(from, from + first);
  const end = from + page.length;
  return {
    edges: page.map((one) => ({
      node: {
        id: one.id,
        cooperative: { id: ownerOf(one.id), municipality: one.municipality },
      },
      cursor: one.id,
      ...{ fit: one.fit, score: one.score },
    })),
    remarks: [
      ...(content.unknownWords ?? []).map((value) => ({ code: 'UNKNOWN_WORD', value })),
      ...(content.notOffered ?? []).map((value) => ({ code: 'NOT_OFFERED', value })),
      ...(all.length === 0 ? (content.excluding ?? []) : []).map((value) => ({
        ...{ code: 'CONDITION_EXCLUDES_ALL', value },
      })),
    ].map((remark) => ({ ...remark, message: `Nobody has ${remark.value}.` })),
    suggestions: all.length === 0 ? (content.suggestions ?? []) : [],
    pageInfo: { hasNextPage: end < rows.length, endCursor: page.length > 0 ? String(end) : null },
    sources: [...new Set(members)].map((id) => ({
      cooperative: { id },
      state: content.neverRead.includes(id ?? '') ? 'NEVER' : 'FRESH',
    })),
  };
}

const CATALOGUE_SCHEMA = schemaOf('catalogue', { Query: { catalogue } });

/** A catalogue that lists these works. */
export function catalogueOf(content: CatalogueContent): Behaviour {
  return honest(CATALOGUE_SCHEMA, content);
}
