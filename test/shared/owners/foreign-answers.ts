import { readFileSync } from 'node:fs';
import { projectPath } from '../../../schema/sdl.js';

/** What was asked, as the hub writes it: the schema of the stacks is the contract, which has nothing that is called `invent…`. */
export type QuestionName =
  | 'unknownField'
  | 'unknownFields'
  | 'unknownArgument'
  | 'unknownInput'
  | 'unknownCommand'
  | 'failedRow'
  | 'unknownRow'
  | 'failedField'
  | 'failedCommand'
  | 'badVariable'
  | 'noDocument';

export interface ForeignAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
}

interface ForeignAnswers {
  /** The day on which all was recorded. */
  readonly recorded: string;
  readonly questions: Readonly<
    Record<QuestionName, { readonly query: string; readonly variables: object }>
  >;
  /** By the library that executes the questions. */
  readonly stacks: Readonly<
    Record<
      string,
      {
        readonly version: string;
        readonly answers: Readonly<Record<QuestionName, ForeignAnswer>>;
      }
    >
  >;
}

const FILE = projectPath('test', 'shared', 'owners', 'foreign-answers.json');

/** What servers of other stacks really answered that loaded the contract. */
export const foreignAnswers = JSON.parse(readFileSync(FILE, 'utf8')) as ForeignAnswers;
