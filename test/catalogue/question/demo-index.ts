import { readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '../../../schema/sdl.js';
import { CatalogueIndex } from '../../../subgraphs/catalogue/index/catalogue-index.js';
import type {
  SearchHit,
  SearchQuery,
  SearchResult,
} from '../../../subgraphs/catalogue/index/parts/search-types.js';
import { BUILT_IN_LISTS } from '../../support/built-in-lists.js';
import { BUILT_IN_THESAURUS } from '../../support/built-in-thesaurus.js';
import { parseCooperativeFile } from '../../../subgraphs/shared/network-file/index.js';
import { cooperativeListing, search, serviceListing } from '../index/listings.js';

function createDemoIndex(): CatalogueIndex {
  const lists = BUILT_IN_LISTS;
  const index = new CatalogueIndex(lists, BUILT_IN_THESAURUS);
  const folder = projectPath('subgraphs', 'local', 'demo', 'cooperatives');
  for (const name of readdirSync(folder)) {
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    const { id, services, serves, languages } = parseCooperativeFile(text, name, lists).cooperative;
    index.upsertCooperative(cooperativeListing(id, { serves }));
    index.setListed(id, true);
    for (const { id: local, kind, title, description = {}, cpv } of services) {
      const written = languages.filter((language) => language in title || language in description);
      const parts = { kind, title, description, cpv, municipalities: serves, languages: written };
      index.upsertService(serviceListing(`${id}:${local}`, parts));
    }
  }
  return index;
}

/**
 * What the cooperatives of the demo network offer, indexed once a worker with all lists and trades that ship with the project.
 * It is only asked.
 */
export const DEMO_INDEX = createDemoIndex();

/** Ids of what a question finds, best first; of what fits well only, unless asked for all. */
export function idsFound(
  index: CatalogueIndex,
  text: string,
  parts: Partial<SearchQuery> = {},
): string[] {
  return good(search(index, { text, ...parts })).map(({ service }) => service.id);
}

export function good({ hits }: SearchResult): SearchHit[] {
  return hits.filter(({ fit }) => fit === 'GOOD');
}
