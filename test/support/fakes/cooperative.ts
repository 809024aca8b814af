import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, visit, type GraphQLSchema } from 'graphql';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RELEASED_CONTRACT_FILE } from '../../../schema/contract.js';
import { scalarResolvers } from '../../../schema/scalars.js';
import { subgraphSdl, subgraphTypeDefs } from '../../../schema/sdl.js';
import { businessIdFor } from '../business-id.js';
import { answerQuery } from './answer-query.js';
import { localize, type LocalizedText } from '../../../subgraphs/shared/words/localized.js';

/** What an endpoint's feed says of one service; a test names only what it is about. */
export interface FakeService {
  readonly kind: string;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly languages: readonly string[];
  readonly cpv: readonly string[];
  readonly municipalities: readonly string[];
  readonly unit: string;
  readonly price: {
    readonly net: string;
    readonly vatRate: string;
    readonly gross: string;
    readonly currency: string;
  };
  readonly images: readonly { readonly url: string; readonly alt: LocalizedText }[];
  readonly updatedAt: string;
  readonly booking: object | null;
  readonly notBookableBecause: string | null;
  readonly capacity: {
    readonly from: string;
    readonly minMinutes: number;
    readonly longestMinutes: readonly number[];
  } | null;
}

export interface FakeProfile {
  readonly name: string;
  readonly country: string;
  readonly businessId: string;
  readonly timeZone: string;
  readonly municipality: string;
  readonly serves: readonly string[];
  readonly languages: readonly string[];
  readonly evidence: readonly object[];
  readonly contact: object | null;
  readonly address?: object | null;
  readonly coordinates?: object | null;
  readonly description?: (asked: { language?: string }) => object | null;
  readonly logo?: object | null;
}

const SERVICE: FakeService = {
  kind: 'SERVICE',
  title: { fi: 'Siivouspalvelut' },
  description: {},
  languages: ['fi'],
  cpv: ['90910000'],
  municipalities: ['FI-609'],
  unit: 'HOUR',
  price: { net: '28.00', vatRate: '25.5', gross: '35.14', currency: 'EUR' },
  images: [],
  updatedAt: '2026-11-01T08:00:00Z',
  booking: null,
  notBookableBecause: null,
  capacity: null,
};

/** What the endpoint does with a request. */
export type Behaviour =
  | { readonly kind: 'normal' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'raw'; readonly status: number; readonly type: string; readonly body: string }
  | { readonly kind: 'endless' }
  /** Answers the contract as it was before there were summaries of capacity, or at the last release. @param status - Of a refused question. */
  | { readonly kind: 'older'; readonly status: 200 | 400 | 422; readonly of?: 'release' }
  /** Changes the answer to a page query before it is sent; to a head query too where it is `ofHead`. */
  | { readonly kind: 'tamper'; readonly tamper: (page: object) => void; readonly ofHead?: boolean };

interface Row {
  readonly revision: number;
  readonly service: FakeService | null;
  readonly cooperative: FakeProfile | null;
  readonly withdrawnAt: string | null;
}

/** What was asked of the feed. */
export interface FeedRequest {
  readonly operation: 'FeedHead' | 'FeedPage';
  readonly since: number;
}

const schema = buildSubgraphSchema({
  typeDefs: subgraphTypeDefs('cooperative'),
  resolvers: { ...scalarResolvers },
});

/** Of an endpoint whose cooperative is called. */
const phoneSchema = buildSubgraphSchema({
  typeDefs: visit(subgraphTypeDefs('cooperative'), {
    ObjectTypeExtension: ({ name }) => (name.value === 'Mutation' ? null : undefined),
    ObjectTypeDefinition: ({ name }) => (name.value === 'Mutation' ? null : undefined),
  }),
  resolvers: { ...scalarResolvers },
});

const releasedSchema = buildSubgraphSchema({
  typeDefs: parse(readFileSync(RELEASED_CONTRACT_FILE, 'utf8')),
  resolvers: { ...scalarResolvers },
});

const olderSchema = buildSubgraphSchema({
  typeDefs: parse(
    subgraphSdl('cooperative').replace(/"[^"]*"\s+capacity: CapacitySummary @inaccessible/, ''),
  ),
  resolvers: { ...scalarResolvers },
});

/** A cooperative's endpoint that answers the contract's change feed over HTTP, and can be made to misbehave. */
export class FakeCooperative {
  readonly requests: FeedRequest[] = [];
  /** What was shown with each, oldest first. */
  readonly shown: (string | undefined)[] = [];
  /** How often it was looked whether anything answers here. */
  looks = 0;
  behaviour: Behaviour = { kind: 'normal' };
  /** Whether its endpoint has commands at all. */
  takesBookings = true;
  epoch = 'first';
  revision = 0;
  /** How many rows a page of this endpoint holds, however many are asked for. */
  largestPage = Infinity;
  /** Called before each question is answered: what changes then changes between two answers. */
  beforeAnswer: () => unknown = () => undefined;
  readonly #rowByKey = new Map<string, Row>();
  readonly #events = new EventEmitter();
  #server: Server | null = null;
  #port = 0;

  constructor(readonly id: string) {}

  /** Starts on a port of its own, with a profile and no services. */
  static async start(id: string): Promise<FakeCooperative> {
    const cooperative = new FakeCooperative(id);
    cooperative.putProfile({});
    await cooperative.listen();
    return cooperative;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/graphql`;
  }

  /** Listens, after `close` on the same port as before. */
  async listen(): Promise<void> {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Ends as a killed process does: open connections break. */
  async close(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = null;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  /** The next request that arrives. */
  async nextRequest(): Promise<FeedRequest> {
    const [request] = (await once(this.#events, 'request')) as [FeedRequest];
    return request;
  }

  /** Puts a service on offer or changes it. @returns Its id. */
  publish(local: string, service: Partial<FakeService> = {}): string {
    this.#put(local, { ...SERVICE, ...service }, null, null);
    return `${this.id}:${local}`;
  }

  withdraw(local: string, withdrawnAt = '2026-11-20T12:00:00Z'): void {
    this.#put(local, this.#rowByKey.get(local)?.service ?? SERVICE, null, withdrawnAt);
  }

  putProfile(profile: Partial<FakeProfile>): void {
    const whole: FakeProfile = {
      name: `Osuuskunta ${this.id}`,
      country: 'FI',
      businessId: businessIdFor(this.id),
      timeZone: 'Europe/Helsinki',
      municipality: 'FI-609',
      serves: ['FI-609'],
      languages: ['fi', 'sv'],
      evidence: [],
      contact: null,
      ...profile,
    };
    this.#put('', null, whole, null);
  }

  /** Titles of what is on offer, by id. */
  onOffer(): Map<string, LocalizedText> {
    const rows = [...this.#rowByKey].filter(([, row]) => row.service && row.withdrawnAt === null);
    return new Map(rows.map(([local, row]) => [`${this.id}:${local}`, row.service?.title ?? {}]));
  }

  /** Becomes another database, empty but for a profile. */
  replaceDatabase(epoch: string): void {
    this.epoch = epoch;
    this.rewind(0);
    this.putProfile({});
  }

  /** Goes back to an older state within the same epoch, as a restored backup does. */
  rewind(revision: number): void {
    this.revision = revision;
    for (const [key, row] of this.#rowByKey) {
      if (row.revision > revision) this.#rowByKey.delete(key);
    }
  }

  #put(
    key: string,
    service: FakeService | null,
    cooperative: FakeProfile | null,
    withdrawnAt: string | null,
  ): void {
    this.revision += 1;
    this.#rowByKey.set(key, { revision: this.revision, service, cooperative, withdrawnAt });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    // Who asked has gone.
    if (!request.complete) return;
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
      query: string;
      variables: { since: number };
    };
    if (query.includes('TakesBookings') && this.behaviour.kind !== 'hang') {
      const answer = await answerQuery(query, { schema: this.#schema() });
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      return;
    }
    if (query === '{ __typename }') {
      this.looks += 1;
      if (this.behaviour.kind !== 'hang') response.end();
      return;
    }
    const operation = query.includes('FeedHead') ? 'FeedHead' : 'FeedPage';
    const asked = { operation, since: variables.since } as const;
    this.requests.push(asked);
    this.shown.push(request.headers.authorization);
    this.#events.emit('request', asked);
    await this.beforeAnswer();
    const { behaviour } = this;
    if (behaviour.kind === 'hang') return;
    if (behaviour.kind === 'raw') {
      response.writeHead(behaviour.status, { 'content-type': behaviour.type }).end(behaviour.body);
      return;
    }
    const type = { 'content-type': 'application/json' };
    if (behaviour.kind === 'endless') {
      response.writeHead(200, type);
      const more = (): void => {
        if (!response.destroyed) response.write(' '.repeat(65_536), more);
      };
      more();
      return;
    }
    const answer = await answerQuery(query, {
      schema: this.#schema(),
      variableValues: variables,
      rootValue: { catalogueChanges: (page: PageArguments) => this.#changes(page) },
    });
    const isRefused = behaviour.kind === 'older' && answer.data === undefined;
    response.writeHead(isRefused ? behaviour.status : 200, type);
    if (behaviour.kind === 'tamper' && (operation === 'FeedPage' || behaviour.ofHead)) {
      const copy = JSON.parse(JSON.stringify(answer)) as {
        data: { catalogueChanges: object };
      };
      behaviour.tamper(copy.data.catalogueChanges);
      response.end(JSON.stringify(copy));
      return;
    }
    response.end(JSON.stringify(answer));
  }

  #schema(): GraphQLSchema {
    if (this.behaviour.kind !== 'older') return this.takesBookings ? schema : phoneSchema;
    return this.behaviour.of === 'release' ? releasedSchema : olderSchema;
  }

  #changes({ since, first }: PageArguments) {
    const newer = [...this.#rowByKey]
      .filter(([, row]) => row.revision > since)
      .sort(([, a], [, b]) => a.revision - b.revision);
    const size = Math.min(first, this.largestPage);
    return {
      epoch: this.epoch,
      revision: this.revision,
      hasMore: newer.length > size,
      changes: newer.slice(0, size).map(([key, row]) => ({
        revision: row.revision,
        withdrawnAt: row.withdrawnAt,
        service: row.service && this.#service(key, row.service),
        cooperative: row.cooperative && { id: this.id, ...row.cooperative },
      })),
    };
  }

  #service(local: string, service: FakeService) {
    const { title, description, images, languages, ...rest } = service;
    const inLanguage =
      (texts: LocalizedText) =>
      ({ language }: { language?: string }) =>
        localize(texts, language, languages);
    return {
      id: `${this.id}:${local}`,
      ...rest,
      languages,
      title: inLanguage(title),
      description: inLanguage(description),
      images: images.map(({ url, alt }) => ({ url, alt: inLanguage(alt) })),
    };
  }
}

interface PageArguments {
  readonly since: number;
  readonly first: number;
}
