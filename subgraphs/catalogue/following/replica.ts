import { overlayLists, type ReferenceLists } from '../../shared/lists/reference-lists.js';
import {
  currentMunicipalities,
  currentMunicipality,
} from '../../shared/words/merged-municipalities.js';
import { coalesce } from '../../shared/turns/coalesce.js';
import type { CatalogueDataSource } from '../store/data-source.js';
import { CatalogueIndex } from '../index/catalogue-index.js';
import type { Thesaurus } from '../index/trades/thesaurus.js';
import type { CooperativeListing, FollowedService } from '../store/listing.js';
import type { ListName, ListRecord, RegistrationRecord, ServiceRecord } from '../store/records.js';
import { isListed } from '../store/change-state.js';
import type { Registry } from './registry.js';

/**
 * Everything that questions are answered from, in memory: the search index, the registry and the official lists. It
 * follows the database by the numbers of its changes, and whichever process wrote them, they come in this one way.
 */
export class CatalogueReplica {
  readonly index: CatalogueIndex;
  readonly #listByName = new Map<ListName, ListRecord>();
  #lists: ReferenceLists;
  #sequence = 0;

  /** @param builtInLists - What ships with the project; imported lists are laid over it. */
  constructor(
    private readonly dataSource: CatalogueDataSource,
    readonly registry: Registry,
    private readonly builtInLists: ReferenceLists,
    readonly thesaurus: Thesaurus,
  ) {
    this.#lists = builtInLists;
    this.index = new CatalogueIndex(builtInLists, thesaurus);
  }

  get lists(): ReferenceLists {
    return this.#lists;
  }

  /**
   * Reads what has changed since the last time; the first time, that is everything. When it settles, whatever had been
   * committed before the call is in memory. Costs one small query when nothing has changed.
   */
  readonly catchUp = coalesce(() => this.#catchUp());

  async #catchUp(): Promise<void> {
    // Read first: what is committed while the rest is read may come twice, but is never missed.
    const { sequence, registryRevision } = await this.dataSource.loadCounter();
    if (sequence === this.#sequence) return;
    const after = this.#sequence;
    this.#applyLists(await this.dataSource.loadLists(after));
    for (const record of await this.dataSource.loadRegistrations(after))
      this.#applyRegistration(record);
    // Before the services, of which there may be many: who follows the registry does not wait for them.
    this.registry.revision = registryRevision;
    for await (const records of this.dataSource.streamServices(after)) {
      for (const record of records) this.index.upsertService(toService(record));
    }
    this.#sequence = sequence;
  }

  #applyLists(records: readonly ListRecord[]): void {
    if (records.length === 0) return;
    for (const record of records) this.#listByName.set(record._id, record);
    const lists = [...this.#listByName.values()];
    this.#lists = overlayLists(
      this.builtInLists,
      lists.flatMap(({ cpv }) => cpv),
      lists.flatMap(({ municipalities }) => municipalities),
    );
    this.index.replaceLists(this.#lists);
  }

  #applyRegistration(record: RegistrationRecord): void {
    const profile = record.profile && toProfile(record.profile);
    this.registry.put({ ...record, profile });
    if (profile) this.index.upsertCooperative(profile);
    this.index.setListed(record._id, isListed(record.status));
  }
}

// What owners wrote is kept as it came; where they name a municipality that has merged, its successor is shown and searched.

function toProfile(profile: CooperativeListing): CooperativeListing {
  return {
    ...profile,
    municipality: currentMunicipality(profile.municipality),
    serves: currentMunicipalities(profile.serves),
  };
}

function toService(record: ServiceRecord): FollowedService {
  return {
    id: record._id,
    cooperative: record.cooperative,
    kind: record.kind,
    title: record.title,
    description: record.description,
    languages: record.languages,
    cpv: record.cpv,
    municipalities: currentMunicipalities(record.municipalities),
    unit: record.unit,
    price: record.price,
    images: record.images,
    booking: record.booking ?? null,
    notBookableBecause: record.notBookableBecause ?? null,
    updatedAt: record.updatedAt,
    withdrawnAt: record.withdrawnAt,
    capacity: record.capacity ?? null,
  };
}
