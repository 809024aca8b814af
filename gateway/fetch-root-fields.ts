import { cooperativeError } from './address-errors.js';
import type { Row } from './check-answer.js';
import type { ContractSchema } from './contract-schema.js';
import type { FetchDocument, Variables } from './fetch-document.js';
import type { FetchResult } from './fetch-entities.js';
import type { GatewayContext } from './gateway-context.js';
import type { OwnerClient, OwnerFailure } from './owner-client.js';
import { rootFieldsOf, type RootAnswer, type RootField } from './root-field.js';
import type { FetchError } from './subgraph-errors.js';

/** A fetch of root fields, in practice mutations, each put to the owner that its arguments name. */
export class RootFieldsFetch {
  readonly #fields: readonly RootField[];

  constructor(
    contract: ContractSchema,
    document: FetchDocument,
    private readonly owners: OwnerClient,
  ) {
    this.#fields = rootFieldsOf(contract, document);
  }

  /** Asks one after the other in document order; what fails is null, with an error, and keeps nothing else back. */
  async run(variables: Variables, context: GatewayContext): Promise<FetchResult> {
    const data = Object.create(null) as Row;
    const errors: FetchError[] = [];
    for (const field of this.#fields) {
      if (!field.isIncluded(variables)) continue;
      const { value, errors: ofField } = await this.#ask(field, variables, context);
      data[field.key] = value;
      errors.push(...ofField);
    }
    return { data, ...(errors.length > 0 && { errors }) };
  }

  async #ask(field: RootField, variables: Variables, context: GatewayContext): Promise<RootAnswer> {
    if (field.typename !== null) return { value: field.typename, errors: [] };
    const path = [field.key];
    const owner = field.findOwner(variables);
    if (owner === null) {
      const message = `"${field.key}" must name a cooperative: by an id "<cooperative>:<local>" in "input.id", or by "input.cooperative".`;
      const extensions = { code: 'BAD_USER_INPUT', argument: 'input' } as const;
      return { value: null, errors: [{ message, path, extensions }] };
    }
    const question = {
      write: (unknown: ReadonlySet<string>) => field.write(unknown),
      body: (written: ReturnType<RootField['write']>) => field.body(written, variables),
      read: (written: ReturnType<RootField['write']>, envelope: Parameters<RootField['read']>[3]) =>
        field.read(written.read, owner, variables, envelope),
    };
    const outcome = await this.owners.ask(owner, question, context);
    if (outcome.kind === 'answer') return outcome.answer;
    const cause = { ...outcome.failure, message: explain(outcome.failure) };
    return { value: null, errors: [cooperativeError(owner, cause, path)] };
  }
}

/** Says whether the change may have been made. */
function explain({ code, message, mayHaveArrived }: OwnerFailure): string {
  if (mayHaveArrived)
    return `${message} Whether the change was made is unknown; repeating it is safe.`;
  return code === 'GATEWAY_TIMEOUT' || code === 'DOWNSTREAM_SERVICE_ERROR'
    ? `${message} Nothing was changed.`
    : message;
}
