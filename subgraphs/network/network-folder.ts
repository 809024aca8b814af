import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseCooperativeFile, parseNetworkJson } from '../shared/network-file/index.js';
import { loadReferenceLists } from '../shared/reference-lists.js';

/** A network as files, read and found without fault. */
export interface NetworkFolder {
  /** Slug of the network. */
  readonly id: string;
  /** The instant at which the domain clock stands; undefined when it runs. */
  readonly now: string | undefined;
  readonly listsDir: string | undefined;
  readonly fileByCooperative: ReadonlyMap<string, string>;
  /** Addresses of cooperatives that run elsewhere. */
  readonly endpoints: ReadonlyMap<string, string>;
}

function readText(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${file}: wanted ${what}, found no readable file.`);
  }
}

/**
 * Reads a network's folder and checks every file of it.
 * @throws Error naming file, path and what was expected, before anything is started.
 */
export function readNetworkFolder(dir: string): NetworkFolder {
  const networkFile = join(dir, 'network.json');
  const network = parseNetworkJson(
    readText(networkFile, "the network's name and settings"),
    networkFile,
  );
  const listsDir = join(dir, 'lists');
  const lists = loadReferenceLists(listsDir);
  const cooperativesDir = join(dir, 'cooperatives');
  const names = existsSync(cooperativesDir) ? readdirSync(cooperativesDir).sort() : [];
  const fileByCooperative = new Map<string, string>();
  const fileByBusinessId = new Map<string, string>();
  for (const name of names.filter((each) => each.endsWith('.json'))) {
    const file = join(cooperativesDir, name);
    const { cooperative } = parseCooperativeFile(readText(file, 'a cooperative'), file, lists);
    const id = basename(name, '.json');
    if (cooperative.id !== id)
      throw new Error(
        `${file}: id: wanted "${id}" as in the file's name, got "${cooperative.id}".`,
      );
    const other = fileByBusinessId.get(cooperative.businessId);
    if (other !== undefined) {
      throw new Error(`${file}: businessId: wanted one of its own, got that of ${other}.`);
    }
    fileByBusinessId.set(cooperative.businessId, file);
    fileByCooperative.set(id, file);
  }
  const endpoints = new Map(Object.entries(network.endpoints ?? {}));
  if (fileByCooperative.size + endpoints.size === 0) {
    throw new Error(
      `${cooperativesDir}: wanted at least one file ID.json or one of "endpoints", found none.`,
    );
  }
  return {
    id: network.id,
    now: network.now,
    listsDir: existsSync(listsDir) ? listsDir : undefined,
    fileByCooperative,
    endpoints,
  };
}
