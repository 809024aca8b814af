import { holdsAsked, isValidOn, type AskedEvidence } from '../../shared/evidence/evidence.js';
import type { CooperativeListing, EvidenceScheme, ServiceListing } from '../store/listing.js';
import { compareIds } from './parts/take-page.js';

/** A cooperative and what the index holds of it. */
export class Owner {
  /** Null until its profile came. */
  listing: CooperativeListing | null = null;
  /** Whether its services may be found. */
  isListed = false;
  readonly #services = new Map<string, ServiceListing>();
  readonly #withdrawn = new Map<string, ServiceListing>();
  #onOffer: readonly ServiceListing[] | null = null;

  /** @param number - Its place in the columns. */
  constructor(
    readonly id: string,
    readonly number: number,
  ) {}

  putService(listing: ServiceListing): void {
    this.#services.set(listing.id, listing);
    if (listing.withdrawnAt === null) this.#withdrawn.delete(listing.id);
    else this.#withdrawn.set(listing.id, listing);
    this.#onOffer = null;
  }

  /** All its services, withdrawn ones too. */
  services(): Iterable<ServiceListing> {
    return this.#services.values();
  }

  /** Those that no search finds: all while it is not listed. */
  unlisted(): Iterable<ServiceListing> {
    return this.isListed ? this.#withdrawn.values() : this.services();
  }

  /** Its services on offer in the order of ids; none while it is not listed. */
  servicesOnOffer(): readonly ServiceListing[] {
    if (!this.isListed) return [];
    this.#onOffer ??= [...this.#services.values()]
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .sort((one, other) => compareIds(one.id, other.id));
    return this.#onOffer;
  }

  /** Whether it holds evidence as it is asked for, valid on a day, `YYYY-MM-DD`, both ends included. */
  holds(asked: AskedEvidence, day: string): boolean {
    return holdsAsked(this.listing?.evidence ?? [], asked, day);
  }

  /** The schemes of which it holds evidence that is valid on a day, `YYYY-MM-DD`, both ends included. */
  schemesValidOn(day: string): ReadonlySet<EvidenceScheme> {
    const valid = (this.listing?.evidence ?? []).filter((evidence) => isValidOn(evidence, day));
    return new Set(valid.map(({ scheme }) => scheme));
  }
}
