import { ChangeType, CriticalityLevel, diff, type Change } from '@graphql-inspector/core';
import { buildASTSchema, isNonNullType, isObjectType, parse, type GraphQLSchema } from 'graphql';
import { projectPath } from './sdl.js';

/** The contract as partners have it; only `npm run release:contract` writes it. */
export const RELEASED_CONTRACT_FILE = projectPath('schema', 'released', 'cooperative.graphql');

const TYPE_CHANGES: readonly string[] = [
  ChangeType.FieldTypeChanged,
  ChangeType.FieldArgumentTypeChanged,
  ChangeType.InputFieldTypeChanged,
];

function buildContract(sdl: string): GraphQLSchema {
  // What `@link` imports is not defined in the text itself.
  return buildASTSchema(parse(sdl), { assumeValidSDL: true });
}

/**
 * Whether endpoints that answer the older contract would no longer do. Stricter than a client's view: a field that becomes
 * non-null is safe for who reads it, but an older endpoint may still answer null.
 */
function breaksOlderEndpoints(change: Change, older: GraphQLSchema, newer: GraphQLSchema): boolean {
  if (change.criticality.level === CriticalityLevel.Breaking) return true;
  if (TYPE_CHANGES.includes(String(change.type))) return true;
  if (change.type !== ChangeType.FieldAdded) return false;
  const path: unknown = change.path;
  const [typeName = '', fieldName = ''] = typeof path === 'string' ? path.split('.') : [];
  const type = newer.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  return older.getType(typeName) !== undefined && field !== undefined && isNonNullType(field.type);
}

/**
 * What makes the newer contract one that endpoints of the older cannot answer.
 * @returns One sentence a change; empty when every older endpoint stays valid.
 */
export async function findBreakingChanges(olderSdl: string, newerSdl: string): Promise<string[]> {
  const older = buildContract(olderSdl);
  const newer = buildContract(newerSdl);
  const changes = await diff(older, newer);
  return changes
    .filter((change) => breaksOlderEndpoints(change, older, newer))
    .map(({ message }) => message);
}
