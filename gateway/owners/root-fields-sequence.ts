import { acceptedLanguage } from '../../subgraphs/shared/http/accepted-language.js';
import { cooperativeError } from './address-errors.js';
import { ArgumentCheck } from '../answers/check-arguments.js';
import type { ContractSchema } from '../documents/contract-schema.js';
import type { FetchDocument, Variables } from '../documents/fetch-document.js';
import type { FetchResult } from '../answers/fetch-result.js';
import type { GatewayContext } from '../request/gateway-context.js';
import type { OwnerClient, OwnerFailure, Question } from './owner-client.js';
import type { Row } from '../answers/reading.js';
import {
  rootFieldsOf,
  type RootAnswer,
  type RootField,
  type WrittenRootField,
} from './root-field-question.js';
import { isOwnFailure, type FetchError } from '../answers/subgraph-errors.js';

const OUTCOME_UNKNOWN = 'Whether the change was made is unknown; repeating it is safe.';

/** A fetch of root fields, in practice mutations, each put to the owner that its arguments name. */
export class RootFieldsFetch {
  readonly #fields: readonly RootField[];
  readonly #argumentCheck: ArgumentCheck;

  constructor(
    contract: ContractSchema,
    document: FetchDocument,
    private readonly owners: OwnerClient,
  ) {
    this.#fields = rootFieldsOf(contract, document);
    this.#argumentCheck = new ArgumentCheck(contract, document);
  }

  /** Asks one after the other in document order; what fails is null, with an error, and keeps nothing else back. */
  async run(variables: Variables, context: GatewayContext): Promise<FetchResult> {
    const data = Object.create(null) as Row;
    const errors: FetchError[] = [];
    const refused = this.#argumentCheck.refuse(variables);
    for (const field of this.#fields) {
      if (!field.isIncluded(variables)) continue;
      if (refused) {
        data[field.key] = null;
        const { message, code } = refused;
        errors.push({ message, path: [field.key], extensions: { code } });
        continue;
      }
      const { value, errors: ofField } = await this.#ask(field, variables, context);
      data[field.key] = value;
      errors.push(...ofField);
    }
    return { data, ...(errors.length > 0 && { errors }) };
  }

  async #ask(field: RootField, variables: Variables, context: GatewayContext): Promise<RootAnswer> {
    if (field.typename !== null) return { value: field.typename, errors: [], failures: [] };
    const path = [field.key];
    const owner = field.findOwner(variables);
    if (owner === null) {
      const message = `"${field.key}" must name a cooperative: by an id "<cooperative>:<local>" in "input.id", or by "input.cooperative".`;
      const extensions = { code: 'BAD_USER_INPUT', argument: 'input' } as const;
      return { value: null, errors: [{ message, path, extensions }], failures: [] };
    }
    const language = acceptedLanguage(context.headers['accept-language']);
    const question: Question<WrittenRootField, RootAnswer> = {
      scope: 'act',
      write: (unknown) => field.write(unknown),
      body: (written) => field.body(written, variables),
      unknownBy: (written, errors) => field.unknownBy(written, errors),
      read: (written, answer) => field.read(written, owner, variables, answer, language),
      readVoid: (written) => field.readVoid(written, owner, variables),
    };
    const outcome = await this.owners.ask(owner, question, context);
    if (outcome.kind === 'answer') return explainNull(field, outcome.answer);
    const cause = { ...outcome.failure, message: explain(outcome.failure) };
    const errors = [cooperativeError(owner, cause, path)];
    return { value: null, errors, failures: [cause] };
  }
}

/** Adds to a failure of the whole field that nobody knows what came of the change. */
function explainNull({ isCommand }: RootField, answer: RootAnswer): RootAnswer {
  if (!isCommand || answer.value !== null || answer.failures.length === 0) return answer;
  const errors = answer.errors.map((error) =>
    isOwnFailure(error.extensions)
      ? { ...error, message: `${error.message} ${OUTCOME_UNKNOWN}` }
      : error,
  );
  return { ...answer, errors };
}

/** Says whether the change may have been made. */
function explain({ code, message, mayHaveArrived }: OwnerFailure): string {
  if (mayHaveArrived) return `${message} ${OUTCOME_UNKNOWN}`;
  return isOwnFailure({ code }) ? `${message} Nothing was changed.` : message;
}
