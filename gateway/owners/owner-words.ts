import type { GraphQLArgument } from 'graphql';
import { scalarResolvers, isOfForm } from '../../schema/scalars.js';
import { isOpenToAll, NOBODYS } from '../../subgraphs/shared/identity/policy/rule.js';
import { sayNeeds } from '../../subgraphs/shared/identity/policy/say-needs.js';
import { findRow } from '../../subgraphs/shared/identity/policy/table.js';
import type { AnswerError } from '../../subgraphs/shared/owners/graphql-answer.js';
import type { SelectedPlace } from './selected-object.js';
import {
  failureOf,
  isSignatureRefused,
  REFUSES_SIGNATURE,
  type Cause,
} from '../answers/subgraph-errors.js';

/** What an error of an owner is about. */
export interface Subject {
  /** The field; null for a row or the question as a whole. */
  readonly place: SelectedPlace | null;
  /** The row that was asked for; null where none was. */
  readonly id: string | null;
  readonly isCommand: boolean;
  /** Whether each error of the answer names its place; else nothing is known to be missing. */
  readonly isCertain: boolean;
}

/**
 * What is believed of an error that an owner reports: its code where that can be true of its subject, and for it a sentence
 * of ours. The owner's own words are for the operator's log.
 *
 * - `BAD_USER_INPUT`: of a field that was given arguments; which of them, or all of them together, `argument` says.
 * - `UNAUTHENTICATED`, `FORBIDDEN`: of anything, for only the owner knows what it shows to whom. What would be needed is said by
 *   the table of access.
 * - `NOT_FOUND`, `GONE`: of a row and what is in it, while no other error leaves open what it is about.
 * - `CONFLICT`: of a command.
 * - `GATEWAY_TIMEOUT`: of what is behind the owner.
 * - Everything else is the owner's own failure.
 */
export function believe(owner: string, error: AnswerError, subject: Subject): Cause {
  const { place, id, isCommand, isCertain } = subject;
  const what = place?.id ?? (id === null ? 'this' : `"${id}"`);
  switch (error.extensions['code']) {
    case 'BAD_USER_INPUT': {
      const problem = place && refusalOf(place, error.extensions['argument']);
      if (problem === null) break;
      return failureOf(owner, problem, 'BAD_USER_INPUT');
    }
    case 'UNAUTHENTICATED': {
      const problem = `must know who asks for ${what}`;
      return withNeeds(failureOf(owner, problem, 'UNAUTHENTICATED'), owner, place);
    }
    case 'FORBIDDEN':
      return withNeeds(
        failureOf(owner, `refuses ${what} to this caller`, 'FORBIDDEN'),
        owner,
        place,
      );
    case 'NOT_FOUND':
      if (!isCertain || (!place && id === null)) break;
      return failureOf(owner, `does not know ${soughtIn(place, id)}`, 'NOT_FOUND');
    case 'GONE': {
      if (!isCertain || (!place && id === null)) break;
      const withdrawnAt = instantOf(error.extensions['withdrawnAt']);
      const cause = failureOf(owner, `has withdrawn ${soughtIn(place, id)}`, 'GONE');
      return withdrawnAt === null ? cause : { ...cause, extensions: { withdrawnAt } };
    }
    case 'CONFLICT':
      if (!isCommand) break;
      return failureOf(owner, `says that something else changed the same thing first`, 'CONFLICT');
    case 'GATEWAY_TIMEOUT':
      return failureOf(
        owner,
        'says that what is behind it did not answer in time',
        'GATEWAY_TIMEOUT',
      );
    default:
  }
  return failureOf(owner, 'failed here');
}

/** Adds what would be needed, by the table of access and not by the owner; where that closes the field to nobody, nothing. */
function withNeeds(cause: Cause, owner: string, place: SelectedPlace | null): Cause {
  const row = place && findRow(place.id);
  if (!row || isOpenToAll(row)) return cause;
  const needs = sayNeeds(row, { ...NOBODYS, organisations: [owner] });
  return { ...cause, message: `${cause.message} ${String(needs)}` };
}

/** Why a question was refused as a whole. @param errors - Name no row. */
export function causeOfRefusal(owner: string, [first]: readonly AnswerError[]): Cause {
  const nothing = { place: null, id: null, isCommand: false, isCertain: false };
  if (!first) return failureOf(owner, 'failed here');
  return isSignatureRefused(first)
    ? failureOf(owner, REFUSES_SIGNATURE)
    : believe(owner, first, nothing);
}

function soughtIn(place: SelectedPlace | null, id: string | null): string {
  if (!place) return `"${id ?? ''}"`;
  return id === null ? `what ${place.id} names` : `what ${place.id} of "${id}" is about`;
}

/**
 * What was wrong with what a field was given, in the contract's words; null where it was given nothing.
 * @param named - What the owner says it was: an argument, dots between levels, or the field itself where its arguments are
 *   right one by one. Where it says neither, it may have been either.
 */
function refusalOf({ id, definition, node }: SelectedPlace, named: unknown): string | null {
  const given = definition.args.filter(({ name }) =>
    node.arguments?.some((argument) => argument.name.value === name),
  );
  const [only] = given;
  if (!only) return null;
  const start = typeof named === 'string' ? named.split('.', 1)[0] : undefined;
  const one =
    definition.args.find(({ name }) => name === start) ?? (given.length === 1 ? only : null);
  if (one && start !== definition.name) return `refused what ${id} was given. ${wanted([one])}`;
  const limits = limitsOf(definition);
  const reasons = 'too much of it was asked for at once, or its arguments do not go together';
  const words =
    start === definition.name
      ? [`refused ${id}: ${reasons}`, limits]
      : [`refused ${id}: one of its arguments is not as wanted, ${reasons}`, wanted(given), limits];
  return words.filter((sentence) => sentence !== '').join('. ');
}

function wanted(list: readonly GraphQLArgument[]): string {
  const each = list.map(
    ({ name, description }) => `"${name}", ${inOneLine(description) || 'as the schema has it'}`,
  );
  return `Wanted: ${each.join('; ')}`;
}

/** What the contract says of a field after the sentence that tells what it is. */
function limitsOf({ description }: SelectedPlace['definition']): string {
  return inOneLine(description).split('. ').slice(1).join('. ');
}

/** A description without its last full stop. */
function inOneLine(description: string | null | undefined): string {
  return (description ?? '').replaceAll(/\s+/g, ' ').replace(/\.$/, '');
}

/** In its canonical form; null when it is no instant. */
function instantOf(value: unknown): string | null {
  return typeof value === 'string' && isOfForm('DateTime', value)
    ? (scalarResolvers['DateTime']?.serialize(value) ?? null)
    : null;
}
