import { print, type ArgumentNode, type FieldNode } from 'graphql';

// What an endpoint was found not to know has a name, which says how much of a question is to be left out:
//   Booking                                the type
//   Service.published                      the field
//   Service.availability[from minutes to]  the field with these arguments: which of them, not every stack says
//   Service.availability(minutes)          the field where it is given this argument
//   Cooperative.bookings(states: [NEW])    the field where it is given this value
const LACK = /^(\w+)(?:\.(\w+)(?:\[([\w ]+)\]|\((\w+)(: [^]*)?\))?)?$/;

export function fieldLack(typename: string, { name, arguments: given = [] }: FieldNode): string {
  const field = `${typename}.${name.value}`;
  if (given.length === 0) return field;
  const names = given.map((argument) => argument.name.value).sort();
  return `${field}[${names.join(' ')}]`;
}

/** @param isValue - Whether it is about what is given, and not about the argument. */
export function argumentLack(
  typename: string,
  field: FieldNode,
  { name, value }: ArgumentNode,
  isValue: boolean,
): string {
  const given = isValue ? `${name.value}: ${print(value)}` : name.value;
  return `${typename}.${field.name.value}(${given})`;
}

/** Whether it says something of the endpoint, and not only of one question with its values. */
export function isLasting(lack: string): boolean {
  return LACK.exec(lack)?.[5] === undefined;
}

/** Every name under which a field of a text may be lacking. */
export function lacksOf(typename: string, node: FieldNode): string[] {
  const ofArguments = (node.arguments ?? []).flatMap((argument) => [
    argumentLack(typename, node, argument, false),
    argumentLack(typename, node, argument, true),
  ]);
  return [typename, fieldLack(typename, node), ...ofArguments];
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
  return field === undefined ? typename : `${typename}.${field}`;
}

/** Completes the sentence `"karhu" …`. */
export function lackProblem(lack: string): string {
  const [, , , names, argument, value] = LACK.exec(lack) ?? [];
  const field = lackingField(lack);
  const older = 'answers an older version of the contract, ';
  if (names !== undefined) return `${older}which has no ${field}(${names.replaceAll(' ', ', ')})`;
  if (argument === undefined) return `${older}which has no ${field}`;
  return value === undefined
    ? `${older}whose ${field} has no "${argument}"`
    : `${older}whose ${field} does not take this "${argument}"`;
}
