import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, type DocumentNode } from 'graphql';

/** The subgraphs of the supergraph; each has a file `schema/NAME.graphql`. */
export const SUBGRAPHS = ['booking', 'catalogue', 'cooperative', 'procurement'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** The project's folder, which the source, the compiled files and the bundles lie at different depths of. */
function findRoot(folder: string): string {
  const isRoot = existsSync(join(folder, 'package.json'));
  return isRoot ? folder : findRoot(dirname(folder));
}

const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Path of a file of the project. */
export function projectPath(...parts: string[]): string {
  return join(ROOT, ...parts);
}

/** SDL text of one subgraph: its own file and what all share. */
export function subgraphSdl(name: SubgraphName): string {
  const read = (file: string): string => readFileSync(projectPath('schema', file), 'utf8');
  return `${read(`${name}.graphql`)}\n${read('common.graphql')}`;
}

/** Parsed SDL of one subgraph. */
export function subgraphTypeDefs(name: SubgraphName): DocumentNode {
  return parse(subgraphSdl(name));
}

/** Where the committed supergraph is. */
export const SUPERGRAPH_FILE = projectPath('schema', 'supergraph.graphql');
