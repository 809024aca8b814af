import {
  getNamedType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Path, Row } from '../answers/reading.js';
import { collectFields, sourcesOf, type Source } from '../documents/selected-fields.js';

/** A field of an answer as the contract has it. */
export interface SelectedPlace {
  /** Such as `Service.published`. */
  readonly id: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Null for a leaf. */
  readonly below: SelectedObject | null;
}

/** Where a path leads in a value. */
interface Walk {
  /** As much of it as is there: to the null in which it ends, or to its own end. */
  readonly path: Path;
  /** The innermost field; null for the value itself. */
  readonly place: SelectedPlace | null;
  /** False where it names what was not asked for, or is not there. */
  readonly isWhole: boolean;
}

/** What is selected of an object, by response key; looked up as far as it is needed. */
export class SelectedObject {
  #places: ReadonlyMap<string, SelectedPlace> | null = null;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly type: GraphQLObjectType,
    private readonly sources: readonly Source[],
  ) {}

  find(key: string): SelectedPlace | null {
    this.#places ??= this.#collect();
    return this.#places.get(key) ?? null;
  }

  #collect(): ReadonlyMap<string, SelectedPlace> {
    const { schema, type, sources } = this;
    const places = collectFields(schema, type.name, sources).flatMap((field) => {
      const definition = type.getFields()[field.name];
      const node = field.selections[0]?.node;
      if (!definition || !node) return [];
      const named = getNamedType(definition.type);
      const below = isObjectType(named)
        ? new SelectedObject(schema, named, sourcesOf(field))
        : null;
      return [[field.key, { id: `${type.name}.${field.name}`, definition, node, below }] as const];
    });
    return new Map(places);
  }
}

/** Follows a path, whoever wrote it, through a checked value. */
export function walk(selected: SelectedObject, value: Readonly<Row>, path: Path): Walk {
  let at: unknown = value;
  let object: SelectedObject | null = selected;
  let place: SelectedPlace | null = null;
  const walked: (string | number)[] = [];
  for (const step of path) {
    if (at === null) break;
    if (typeof at !== 'object' || !Object.hasOwn(at, step)) return NOWHERE;
    if (!Array.isArray(at)) {
      place = object?.find(String(step)) ?? null;
      if (!place) return NOWHERE;
      object = place.below;
    } else if (typeof step !== 'number') {
      return NOWHERE;
    }
    at = (at as Readonly<Record<string | number, unknown>>)[step];
    walked.push(step);
  }
  return { path: walked, place, isWhole: true };
}

const NOWHERE: Walk = { path: [], place: null, isWhole: false };
