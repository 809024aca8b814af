import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { businessIdsIn } from '../../shared/network-file/business-id.js';
import {
  LARGEST_FILE_BYTES,
  parseCooperativeFile,
  parseNetworkJson,
  type CooperativeFile,
} from '../../shared/network-file/index.js';
import { readTextFile } from '../../shared/process/read-text-file.js';
import { loadReferenceLists } from '../../shared/lists/reference-lists.js';
import type { NetworkSettings } from './settings.js';

/** A network as files, read and found without fault. */
export interface NetworkFolder {
  /** Slug of the network. */
  readonly id: string;
  /** Its `network.json`. */
  readonly file: string;
  /** The instant at which the domain clock stands; undefined when it runs. */
  readonly now: string | undefined;
  readonly listsDir: string | undefined;
  readonly fileByCooperative: ReadonlyMap<string, string>;
  /** Addresses of cooperatives that run elsewhere. */
  readonly endpoints: ReadonlyMap<string, string>;
}

/** Settings that say what a network's files may say too. */
export type FolderSettings = Pick<NetworkSettings, 'NOW' | 'LISTS_DIR' | 'NETWORK_ID' | 'NODE_ENV'>;

/**
 * Reads a network's folder and checks every file of it.
 * @param settings - Hold where the files say nothing else.
 * @throws Error naming file, path and what was expected, or the setting that says another thing, before anything is started.
 */
export function readNetworkFolder(dir: string, settings: FolderSettings): NetworkFolder {
  const networkFile = join(dir, 'network.json');
  const network = parseNetworkJson(
    readTextFile(networkFile, "the network's name and settings"),
    networkFile,
  );
  if (settings.NETWORK_ID !== undefined && settings.NETWORK_ID !== network.id) {
    throw new Error(
      `NETWORK_ID: wanted "${network.id}" as in ${networkFile}, or nothing, got "${settings.NETWORK_ID}".`,
    );
  }
  const now = chooseNow(network.now, networkFile, settings);
  const listsDir = chooseListsDir(join(dir, 'lists'), settings.LISTS_DIR);
  const lists = loadReferenceLists(listsDir);
  const cooperativesDir = join(dir, 'cooperatives');
  const names = existsSync(cooperativesDir) ? readdirSync(cooperativesDir).sort() : [];
  const fileByCooperative = new Map<string, string>();
  const fileByBusinessId = new Map<string, string>();
  const numbers: EvidenceNumber[] = [];
  for (const name of names.filter((each) => each.endsWith('.json'))) {
    const file = join(cooperativesDir, name);
    const text = readTextFile(file, 'a cooperative');
    const limit = LARGEST_FILE_BYTES;
    const { cooperative } = parseCooperativeFile(text, file, lists, undefined, limit);
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
    numbers.push(...numbersOf(cooperative, file));
  }
  refuseBorrowed(numbers, fileByBusinessId);
  const endpoints = new Map(Object.entries(network.endpoints ?? {}));
  if (fileByCooperative.size + endpoints.size === 0) {
    throw new Error(
      `${cooperativesDir}: wanted at least one file ID.json or one of "endpoints", found none.`,
    );
  }
  return {
    id: network.id,
    file: resolve(networkFile),
    now,
    listsDir,
    fileByCooperative,
    endpoints,
  };
}

/** A number of evidence with what may be some company's business id. */
interface EvidenceNumber {
  readonly file: string;
  /** Such as `evidence[0].number`. */
  readonly path: string;
  /** Canonical. */
  readonly businessId: string;
}

function numbersOf({ evidence }: CooperativeFile, file: string): EvidenceNumber[] {
  return evidence.flatMap(({ number = '' }, index) =>
    businessIdsIn(number).map((businessId) => ({
      ...{ file, path: `evidence[${index}].number`, businessId },
    })),
  );
}

/** @throws Error where evidence bears the business id of another cooperative of the network: no issuer gave it that. */
function refuseBorrowed(
  numbers: readonly EvidenceNumber[],
  fileByBusinessId: ReadonlyMap<string, string>,
): void {
  for (const { file, path, businessId } of numbers) {
    const owner = fileByBusinessId.get(businessId);
    if (owner === undefined || owner === file) continue;
    throw new Error(
      `${file}: ${path}: wanted the issuer's number, got the business id of ${owner}.`,
    );
  }
}

/** @throws Error when the file and the setting say two instants, or either one in production. */
function chooseNow(
  ofFile: string | undefined,
  file: string,
  { NOW, NODE_ENV }: FolderSettings,
): string | undefined {
  if (ofFile === undefined) return NOW;
  if (NODE_ENV === 'production') {
    throw new Error(`${file}: now: must be absent in production, where the clock runs.`);
  }
  if (NOW === undefined || Date.parse(NOW) === Date.parse(ofFile)) return ofFile;
  throw new Error(`NOW: wanted "${ofFile}" as in ${file}, or nothing, got "${NOW}".`);
}

/** @throws Error when there are two. */
function chooseListsDir(ofNetwork: string, ofSetting: string | undefined): string | undefined {
  if (!existsSync(ofNetwork)) return ofSetting;
  if (ofSetting === undefined || resolve(ofSetting) === resolve(ofNetwork)) return ofNetwork;
  throw new Error(
    `LISTS_DIR: wanted nothing, as the network has lists in ${ofNetwork}, got "${ofSetting}".`,
  );
}
