import type { z } from 'zod';
import { publicError } from '../../../schema/errors.js';
import { wordsOf } from '../../shared/owners/outcome.js';
import { postGraphql } from '../../shared/owners/post-graphql.js';
import { Sender } from '../../shared/owners/sender.js';
import type { Logger } from '../../shared/process/logger.js';
import type { Closable } from '../../shared/process/process.js';
import { TimeLimit } from '../../shared/process/time-limit.js';
import {
  COOPERATIVES_QUERY,
  CooperativesPage,
  offersOf,
  SERVICES_QUERY,
  ServicesPage,
  type ListedSupplier,
} from './supplier-pages.js';

/** For how long what was read is good enough: as long as public answers of the catalogue may be kept by anybody. */
const KEPT_MS = 5_000;

export interface SupplierListOptions {
  /** The catalogue's GraphQL address, such as `http://127.0.0.1:4001/graphql`. */
  readonly catalogueUrl: string;
  /** Ids of the cooperatives that may be asked, as the registry has them. */
  readonly members: () => readonly string[];
  /** For all pages together. */
  readonly timeoutMs: number;
  readonly log: Logger;
}

/** All cooperatives of the network with what they offer, as the catalogue lists them: read whole, and kept for 5 seconds. */
export class SupplierList implements Closable {
  readonly #sender = new Sender();
  #kept: { readonly read: Promise<readonly ListedSupplier[]>; readonly until: number } | null =
    null;

  #nameById: ReadonlyMap<string, string> = new Map();

  constructor(private readonly options: SupplierListOptions) {}

  /** How a cooperative was called when the catalogue was read last; null where nothing has told. */
  nameOf(cooperative: string): string | null {
    return this.#nameById.get(cooperative) ?? null;
  }

  /**
   * Whoever asks while it is read shares that reading. It asks the catalogue for what everybody may read, and in nobody's name.
   * @returns Ordered as the catalogue lists them; then those whom it does not list, or cannot tell of, with nothing that is known.
   * @throws DOWNSTREAM_SERVICE_ERROR when the catalogue does not answer.
   */
  load(): Promise<readonly ListedSupplier[]> {
    if (this.#kept && this.#kept.until > performance.now()) return this.#kept.read;
    const limit = TimeLimit.within(this.options.timeoutMs);
    const kept = { read: this.#read(limit), until: performance.now() + KEPT_MS };
    this.#kept = kept;
    kept.read.catch(() => {
      if (this.#kept === kept) this.#kept = null;
    });
    return kept.read;
  }

  async close(): Promise<void> {
    await this.#sender.close();
  }

  async #read(limit: TimeLimit): Promise<ListedSupplier[]> {
    const listed: ListedSupplier[] = [];
    let after: string | null = null;
    do {
      const page: z.infer<typeof CooperativesPage> = await this.#ask(
        COOPERATIVES_QUERY,
        { after },
        CooperativesPage,
        limit,
      );
      const { edges, pageInfo } = page.cooperatives;
      for (const { node } of edges) if (node) listed.push(await this.#whole(node, limit));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    this.#nameById = new Map(
      listed.flatMap(({ cooperative, name }) => (name === null ? [] : [[cooperative, name]])),
    );
    return [...listed, ...this.#unlisted(listed)];
  }

  #unlisted(listed: readonly ListedSupplier[]): ListedSupplier[] {
    const known = new Set(listed.map(({ cooperative }) => cooperative));
    return this.options
      .members()
      .filter((id) => !known.has(id))
      .map((cooperative) => ({ cooperative, name: null, status: 'JOINING', supplier: null }));
  }

  async #whole(row: CooperativeRow, limit: TimeLimit): Promise<ListedSupplier> {
    const { id: cooperative, name, country, businessId, status, evidence, services } = row;
    if (country === null) return { cooperative, name, status, supplier: null };
    const offers = offersOf(services);
    let { hasNextPage, endCursor: after } = services.pageInfo;
    while (hasNextPage) {
      const variables = { id: cooperative, after };
      const page = await this.#ask(SERVICES_QUERY, variables, ServicesPage, limit);
      if (!page.cooperative) return { cooperative, name, status, supplier: null };
      offers.push(...offersOf(page.cooperative.services));
      ({ hasNextPage, endCursor: after } = page.cooperative.services.pageInfo);
    }
    return {
      ...{ cooperative, name, status },
      supplier: { cooperative, country, businessId: businessId ?? '', evidence, offers },
    };
  }

  async #ask<Page>(
    query: string,
    variables: object,
    form: z.ZodType<Page>,
    limit: TimeLimit,
  ): Promise<Page> {
    const { catalogueUrl: url, log } = this.options;
    const body = JSON.stringify({ query, variables });
    const outcome = await postGraphql(this.#sender, { url, body, limit });
    const read = outcome.kind === 'answer' ? form.safeParse(outcome.answer.data) : null;
    if (read?.success) return read.data;
    const reason =
      outcome.kind === 'answer'
        ? (outcome.answer.errors[0]?.message ?? 'answered in another form')
        : wordsOf(outcome);
    log.warn({ reason }, 'The catalogue gave no usable answer.');
    throw publicError('DOWNSTREAM_SERVICE_ERROR', 'The catalogue does not answer.');
  }
}

type CooperativeRow = NonNullable<
  z.infer<typeof CooperativesPage>['cooperatives']['edges'][number]['node']
>;
