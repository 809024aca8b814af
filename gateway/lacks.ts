import type { FieldNode } from 'graphql';
import { print } from 'graphql';

// What an endpoint was found not to know has a name, which says how much of a question is to be left out:
//   Booking                               the type
//   Service.published                     the field
//   Service.availability(minutes)         the field where it is given this argument
//   Cooperative.bookings(states: [NEW])   the field where it is given this value
const LACK = /^(\w+)(?:\.(\w+)(?:\((\w+)(: [^]*)?\))?)?$/;

export const fieldLack = (typename: string, field: string): string => `${typename}.${field}`;

/** @param value - As it is written; null for the argument, whatever its value. */
export function argumentLack(
  typename: string,
  field: string,
  { name, value }: NonNullable<FieldNode['arguments']>[number],
  isValue: boolean,
): string {
  const given = isValue ? `${name.value}: ${print(value)}` : name.value;
  return `${fieldLack(typename, field)}(${given})`;
}

/** Whether it says something of the endpoint, and not only of one question with its values. */
export function isLasting(lack: string): boolean {
  return LACK.exec(lack)?.[4] === undefined;
}

/** Every name under which a field of a text may be lacking. */
export function lacksOf(typename: string, node: FieldNode): string[] {
  const field = node.name.value;
  const ofArguments = (node.arguments ?? []).flatMap((argument) => [
    argumentLack(typename, field, argument, false),
    argumentLack(typename, field, argument, true),
  ]);
  return [typename, fieldLack(typename, field), ...ofArguments];
}

/** Why a field is left out; null when it is not. */
export function findLack(
  dropped: ReadonlySet<string>,
  typename: string,
  node: FieldNode,
): string | null {
  if (dropped.size === 0) return null;
  return lacksOf(typename, node).find((lack) => dropped.has(lack)) ?? null;
}

/** What of the contract is lacking, for reports: `Service.availability`, whatever it was given. */
export function lackingField(lack: string): string {
  const [, typename = lack, field] = LACK.exec(lack) ?? [];
  return field === undefined ? typename : fieldLack(typename, field);
}

/** Completes the sentence `"karhu" …`. */
export function lackProblem(lack: string): string {
  const [, , , argument, value] = LACK.exec(lack) ?? [];
  const field = lackingField(lack);
  const older = 'answers an older version of the contract, ';
  if (argument === undefined) return `${older}which has no ${field}`;
  return value === undefined
    ? `${older}whose ${field} has no "${argument}"`
    : `${older}whose ${field} does not take this "${argument}"`;
}
