import {
  Kind,
  parse,
  visit,
  type ArgumentNode,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type InlineFragmentNode,
  type SourceLocation,
} from 'graphql';
import type { AnswerError } from './graphql-answer.js';

/** A node of the text, and what of it an endpoint took offence at. */
export type RefusedPart =
  | { readonly kind: 'field'; readonly field: FieldNode }
  /** `isValue`: it may know the argument, but not what is given. */
  | {
      readonly kind: 'argument';
      readonly field: FieldNode;
      readonly argument: ArgumentNode;
      readonly isValue: boolean;
    }
  /** A fragment on a type. */
  | { readonly kind: 'fragment'; readonly field: FieldNode; readonly fragment: InlineFragmentNode };

/** Which fields of a text an endpoint refused to be asked for. */
export interface RefusedFields {
  /** The text, parsed. */
  readonly document: DocumentNode;
  /** Nodes of the document; not empty. */
  readonly fields: ReadonlySet<FieldNode>;
  /** The same, and what of each. */
  readonly parts: readonly RefusedPart[];
}

/** An endpoint that has more to say against a question answers another contract altogether. */
const MOST_PLACES = 1_000;

/**
 * Finds what an endpoint does not know by the places to which its errors point in the text that the hub itself wrote, so
 * that no word of the errors is read. A place in an argument is its field's; a place in a variable's definition is of all
 * fields that use the variable.
 * @param query - What was sent. Places are counted in UTF-16 units, as everybody does who reads a text of ASCII alone.
 * @param errors - Of a request error.
 * @returns Null when any error points at no field: then something else is wrong too.
 */
export function findRefusedFields(
  query: string,
  errors: readonly AnswerError[],
): RefusedFields | null {
  const offsets = new Set<number>();
  const lines = lineStarts(query);
  for (const { locations } of errors) {
    const [first] = locations;
    const offset = first ? offsetOf(first, lines, query.length) : null;
    if (offset === null) return null;
    offsets.add(offset);
    if (offsets.size > MOST_PLACES) return null;
  }
  const document = parse(query);
  const parts: RefusedPart[] = [];
  for (const offset of offsets) {
    const found = partsAt(document, offset);
    if (found.length === 0) return null;
    parts.push(...found);
  }
  const fields = new Set(parts.map(({ field }) => field));
  return fields.size === 0 ? null : { document, fields, parts };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r]/g)) starts.push(index + end.length);
  return starts;
}

function offsetOf(
  { line, column }: SourceLocation,
  starts: readonly number[],
  length: number,
): number | null {
  const start = starts[line - 1];
  const offset = start === undefined ? length : start + column - 1;
  return offset < (starts[line] ?? length) ? offset : null;
}

const holds = ({ loc }: ASTNode, offset: number): boolean =>
  loc !== undefined && loc.start <= offset && offset < loc.end;

/** What is at a place of the text; the users of a variable that is defined there; empty where there is no field. */
function partsAt(document: DocumentNode, offset: number): RefusedPart[] {
  const found: { part: RefusedPart | null; variable: string | null } = {
    part: null,
    variable: null,
  };
  visit(document, {
    enter: (node) => {
      if (!holds(node, offset)) return false;
      if (node.kind === Kind.VARIABLE_DEFINITION) found.variable = node.variable.name.value;
      else found.part = narrowed(found.part, node, offset);
      return undefined;
    },
  });
  if (found.variable !== null) return usersOf(document, found.variable);
  return found.part === null ? [] : [found.part];
}

function narrowed(part: RefusedPart | null, node: ASTNode, offset: number): RefusedPart | null {
  if (node.kind === Kind.FIELD) return { kind: 'field', field: node };
  if (part === null) return null;
  const { field } = part;
  if (node.kind === Kind.ARGUMENT && field.arguments?.includes(node)) {
    return { kind: 'argument', field, argument: node, isValue: holds(node.value, offset) };
  }
  return node.kind === Kind.INLINE_FRAGMENT && node.typeCondition
    ? { kind: 'fragment', field, fragment: node }
    : part;
}

/** The arguments of the innermost fields that use a variable; such a field as a whole where it is a directive that does. */
function usersOf(document: DocumentNode, variable: string): RefusedPart[] {
  const open: (FieldNode | ArgumentNode)[] = [];
  const users: RefusedPart[] = [];
  const enter = (node: FieldNode | ArgumentNode): void => {
    open.push(node);
  };
  const leave = (): void => {
    open.pop();
  };
  visit(document, {
    Field: { enter, leave },
    Argument: { enter, leave },
    Variable: ({ name }) => {
      if (name.value !== variable) return;
      const field = open.findLast((node) => node.kind === Kind.FIELD);
      const argument = open.at(-1);
      if (!field) return;
      const isOwn = argument?.kind === Kind.ARGUMENT && field.arguments?.includes(argument);
      users.push(
        isOwn ? { kind: 'argument', field, argument, isValue: true } : { kind: 'field', field },
      );
    },
  });
  return users;
}
