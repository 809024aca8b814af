import type { GraphQLInputType } from 'graphql';
import { kindOf, type AnswerPath } from '../../subgraphs/shared/owners/graphql-answer.js';
import type { TextLanguage } from '../../subgraphs/shared/words/localized.js';
import type { ContractSchema } from '../documents/contract-schema.js';
import type { Variables } from '../documents/fetch-document.js';
import type { KeyAliases } from '../documents/write-operation.js';

export type Path = AnswerPath;

const LONGEST_QUOTE = 100;

/** An answer that is not what was asked for. Its message completes `"karhu" …` and quotes nothing of the answer. */
export class Mismatch extends Error {
  /** The beginning of what came, for the operator's log alone; null where it is no text. */
  readonly quoted: string | null;

  constructor(wanted: string, got: unknown, path: Path) {
    super(
      `answered wrongly at ${path.join('.') || 'the top'}: wanted ${wanted}, got ${kindOf(got)}`,
    );
    this.quoted = typeof got === 'string' ? got.slice(0, LONGEST_QUOTE) : null;
  }
}

/** One reading of one owner's answer. */
export interface Reading {
  readonly owner: string;
  /** Whether that owner is known to take no bookings over the network; absent for false. */
  readonly isPhoneOnly?: boolean;
  readonly variables: Variables;
  /** In which the hub's own words are wanted; null where that is all the same. */
  readonly language: TextLanguage | null;
  /** Where the reading is; restored after each value. */
  readonly path: (string | number)[];
  /** Where fields were left out because the owner's endpoint does not know them, by the names of `lacks.ts`. */
  readonly leftOut: { readonly path: Path; readonly lack: string }[];
  /** Where there is null that says nothing by itself: an error has to say why. */
  readonly unsaid: Path[];
}

/** Checks a value and returns a clean copy, with nothing in it that was not asked for. @throws Mismatch */
export type Reader<Value = unknown> = (value: unknown, reading: Reading) => Value;

export type Row = Record<string, unknown>;

export interface ReaderOptions {
  readonly contract: ContractSchema;
  /** What was not sent, by the names of `lacks.ts`: read as null. */
  readonly dropped: ReadonlySet<string>;
  readonly aliases: KeyAliases;
  /** The type of a mutation's `input`; null where there is none. */
  readonly input: GraphQLInputType | null;
}
