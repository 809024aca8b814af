import {
  Kind,
  parse,
  visit,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type SourceLocation,
} from 'graphql';
import type { AnswerError } from './graphql-answer.js';

/** Which fields of a text an endpoint refused to be asked for. */
export interface RefusedFields {
  /** The text, parsed. */
  readonly document: DocumentNode;
  /** Nodes of the document; not empty. */
  readonly fields: ReadonlySet<FieldNode>;
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
  const fields = new Set<FieldNode>();
  for (const offset of offsets) {
    const found = fieldsAt(document, offset);
    if (found.length === 0) return null;
    for (const field of found) fields.add(field);
  }
  return fields.size === 0 ? null : { document, fields };
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

/** The innermost field at a place of the text; the users of a variable that is defined there; empty where there is none. */
function fieldsAt(document: DocumentNode, offset: number): FieldNode[] {
  const fields: FieldNode[] = [];
  const variables: string[] = [];
  visit(document, {
    enter: (node) => {
      if (!holds(node, offset)) return false;
      if (node.kind === Kind.FIELD) fields.push(node);
      if (node.kind === Kind.VARIABLE_DEFINITION) variables.push(node.variable.name.value);
      return undefined;
    },
  });
  const [variable] = variables;
  return variable === undefined ? fields.slice(-1) : usersOf(document, variable);
}

/** The innermost fields that use a variable. */
function usersOf(document: DocumentNode, variable: string): FieldNode[] {
  const open: FieldNode[] = [];
  const users = new Set<FieldNode>();
  visit(document, {
    Field: {
      enter: (node) => {
        open.push(node);
      },
      leave: () => {
        open.pop();
      },
    },
    Variable: ({ name }) => {
      const user = open.at(-1);
      if (name.value === variable && user) users.add(user);
    },
  });
  return [...users];
}
