import { LRUCache } from 'lru-cache';
import type { FetchResult } from '../answers/fetch-result.js';
import { MOST_VARIANTS } from './compiled-bytes.js';
import { cooperativeError } from './address-errors.js';
import type { GraphqlAnswer } from '../../subgraphs/shared/owners/graphql-answer.js';
import { ArgumentCheck } from '../answers/check-arguments.js';
import type { ContractSchema } from '../documents/contract-schema.js';
import { EntityFetch, type EntityAnswer } from './entities-question.js';
import type { FetchDocument, Variables, Representation } from '../documents/fetch-document.js';
import type { GatewayContext } from '../request/gateway-context.js';
import type { OwnerClient, Question } from './owner-client.js';
import type { Row } from '../answers/reading.js';
import { splitRepresentations, type Share } from './split-representations.js';
import type { Cause, FetchError } from '../answers/subgraph-errors.js';
import { lacksOfOperation, possibleLacks } from '../documents/write-operation.js';

const NOTHING: ReadonlySet<string> = new Set();

/** An `_entities` fetch of the planner, put to every owner of its rows at the same time. */
export class EntitiesFetch {
  /** Compiled for what endpoints do not know, each once. */
  readonly #variants = new LRUCache<string, EntityFetch, ReadonlySet<string>>({
    max: MOST_VARIANTS,
    memoMethod: (_key, _stale, { context: lacking }) =>
      new EntityFetch(this.contract, this.document, lacking),
  });
  /** Compiled for an endpoint that knows everything. */
  readonly #whole: EntityFetch;
  readonly #possibleLacks: ReadonlySet<string>;
  readonly #argumentCheck: ArgumentCheck;

  constructor(
    private readonly contract: ContractSchema,
    private readonly document: FetchDocument,
    private readonly owners: OwnerClient,
  ) {
    this.#whole = new EntityFetch(contract, document, NOTHING);
    this.#possibleLacks = possibleLacks(contract, document.operation);
    this.#argumentCheck = new ArgumentCheck(contract, document);
  }

  /**
   * Asks each owner once, for each of its rows once.
   * @returns A row or null for each representation, in their order, and one error for each null field.
   */
  async run(
    representations: readonly Representation[],
    variables: Variables,
    context: GatewayContext,
  ): Promise<FetchResult> {
    const refused = this.#argumentCheck.refuse(variables);
    if (refused) return this.#refuse(representations, variables, refused);
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
    const question: Question<EntityFetch, EntityAnswer> = {
      scope: 'read',
      write: (unknown) => this.#variant(unknown),
      body: (fetch) => fetch.body(variables, representations),
      unknownBy: (fetch, errors) => fetch.unknownBy(errors),
      read: (fetch, answer: GraphqlAnswer) =>
        fetch.read(owner, representations, variables, answer, this.owners.isPhoneOnly(owner)),
      readVoid: (fetch) =>
        fetch.readVoid(owner, representations, variables, this.owners.isPhoneOnly(owner)),
    };
    const outcome = await this.owners.ask(owner, question, context);
    if (outcome.kind === 'answer') return outcome.answer;
    const errors = representations.flatMap(({ __typename: typename }, index) =>
      this.#keysOf(typename, variables).map((key) =>
        cooperativeError(owner, outcome.failure, ['_entities', index, key]),
      ),
    );
    return { rows: [], errors, failures: [outcome.failure] };
  }

  /** What the caller gave is no owner's business: nobody is asked. */
  #refuse(
    representations: readonly Representation[],
    variables: Variables,
    { message, code }: Cause,
  ): FetchResult {
    const errors = representations.flatMap(({ __typename: typename }, index) =>
      this.#keysOf(typename, variables).map((key) => ({
        message,
        path: ['_entities', index, key],
        extensions: { code },
      })),
    );
    return { data: { _entities: representations.map(() => null) }, errors };
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
    return this.#whole.keysOf(typename, variables);
  }

  #variant(unknown: ReadonlySet<string>): EntityFetch {
    const lacking = lacksOfOperation(this.#possibleLacks, unknown);
    if (lacking.size === 0) return this.#whole;
    return this.#variants.memo([...lacking].join(' '), { context: lacking });
  }
}

/** The same error at every place at which the row stood in the fetch. */
function atEveryPlace(error: FetchError, places: Share['places']): FetchError[] {
  const [root, row, ...rest] = error.path ?? [];
  if (root !== '_entities' || typeof row !== 'number') return [error];
  return (places[row] ?? []).map((place) => ({ ...error, path: [root, place, ...rest] }));
}
