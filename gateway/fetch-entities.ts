import { cooperativeError } from './address-errors.js';
import { BoundedCache } from './bounded-cache.js';
import type { Row } from './check-answer.js';
import type { ContractSchema } from './contract-schema.js';
import { EntityFetch, type EntityAnswer } from './entity-fetch.js';
import type { FetchDocument, Variables } from './fetch-document.js';
import type { GatewayContext } from './gateway-context.js';
import type { OwnerClient } from './owner-client.js';
import { splitRepresentations, type Representation, type Share } from './split-representations.js';
import type { FetchError } from './subgraph-errors.js';

const NOTHING: ReadonlySet<string> = new Set();

/** What a data source hands to the executor. */
export interface FetchResult {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly FetchError[];
}

/** An `_entities` fetch of the planner, put to every owner of its rows at the same time. */
export class EntitiesFetch {
  /** Compiled for what endpoints do not know, each once. */
  readonly #variants = new BoundedCache<string, EntityFetch>(16);

  constructor(
    private readonly contract: ContractSchema,
    private readonly document: FetchDocument,
    private readonly owners: OwnerClient,
  ) {}

  /**
   * Asks each owner once, for each of its rows once.
   * @returns A row or null for each representation, in their order, and one error for each null field.
   */
  async run(
    representations: readonly Representation[],
    variables: Variables,
    context: GatewayContext,
  ): Promise<FetchResult> {
    const { shares, ownerless } = splitRepresentations(representations);
    const answers = await Promise.all(
      shares.map(async (share) => ({ share, answer: await this.#ask(share, variables, context) })),
    );
    const entities: (Row | null)[] = representations.map(() => null);
    const errors: FetchError[] = [];
    for (const { share, answer } of answers) {
      for (const [row, places] of share.places.entries()) {
        for (const place of places) entities[place] = answer.rows[row] ?? null;
      }
      for (const error of answer.errors) errors.push(...atEveryPlace(error, share.places));
    }
    errors.push(...this.#ownerlessErrors(representations, ownerless, variables));
    return { data: { _entities: entities }, ...(errors.length > 0 && { errors }) };
  }

  async #ask(
    { owner, representations }: Share,
    variables: Variables,
    context: GatewayContext,
  ): Promise<EntityAnswer> {
    const question = {
      write: (unknown: ReadonlySet<string>) => this.#variant(unknown),
      body: (fetch: EntityFetch) => fetch.body(variables, representations),
      read: (fetch: EntityFetch, envelope: Parameters<EntityFetch['read']>[3]) =>
        fetch.read(owner, representations, variables, envelope),
    };
    const outcome = await this.owners.ask(owner, question, context);
    if (outcome.kind === 'answer') return outcome.answer;
    const errors = representations.flatMap(({ __typename: typename }, index) =>
      this.#keysOf(typename, variables).map((key) =>
        cooperativeError(owner, outcome.failure, ['_entities', index, key]),
      ),
    );
    return { rows: [], errors };
  }

  #ownerlessErrors(
    representations: readonly Representation[],
    places: readonly number[],
    variables: Variables,
  ): FetchError[] {
    return places.flatMap((place) => {
      const { __typename: typename = '', id } = representations[place] ?? {};
      const message = `No cooperative owns ${JSON.stringify(id)}.`;
      return this.#keysOf(typename, variables).map((key) => ({
        message,
        path: ['_entities', place, key],
        extensions: { code: 'NOT_FOUND' as const },
      }));
    });
  }

  #keysOf(typename: string, variables: Variables): string[] {
    return this.#variant(NOTHING).keysOf(typename, variables);
  }

  #variant(unknown: ReadonlySet<string>): EntityFetch {
    const create = (): EntityFetch => new EntityFetch(this.contract, this.document, unknown);
    return this.#variants.get([...unknown].join(' '), create);
  }
}

/** The same error at every place at which the row stood in the fetch. */
function atEveryPlace(error: FetchError, places: Share['places']): FetchError[] {
  const [root, row, ...rest] = error.path ?? [];
  if (root !== '_entities' || typeof row !== 'number') return [error];
  return (places[row] ?? []).map((place) => ({ ...error, path: [root, place, ...rest] }));
}
