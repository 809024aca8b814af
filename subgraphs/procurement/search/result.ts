import type { Proposal } from '../matching/proposals.js';
import type {
  Coverage,
  FreeCapacity,
  LotOffer,
  Need,
  Reason,
  Verdict,
  WorkingDays,
} from '../need/need.js';

/** What came of asking one cooperative, or why it could not be asked. */
export interface OwnerAnswer {
  readonly cooperative: string;
  /** When it came, or was waited for no longer, by the network's clock. */
  readonly at: Date;
  /** Null where it told nothing. */
  readonly capacity: FreeCapacity | null;
  /** Why it told nothing; null where it did. */
  readonly reason: Reason | null;
}

/** A verdict, and an offer, as they are shown: on which days they count is in the coverage. */
export type FoundVerdict = Omit<Verdict, 'strictDays'>;
export type FoundOffer = Omit<LotOffer, 'strictDays'>;

/** Coverage of one lot, as if it were the only one. */
export interface LotCoverage extends Coverage {
  readonly lotId: string;
  /** Of those who are eligible for it; such as match in part are not counted. */
  readonly offers: readonly FoundOffer[];
}

/** What a search of suppliers has found. */
export interface SupplierSearchResult {
  /** By the network's clock. */
  readonly at: Date;
  readonly need: Need;
  readonly working: WorkingDays;
  /** Of every cooperative, in the catalogue's order. */
  readonly suppliers: readonly FoundVerdict[];
  /** In the need's order. */
  readonly lots: readonly LotCoverage[];
  readonly joint: Coverage;
  /** At most 5, the best first. */
  readonly proposals: readonly Proposal[];
  /** Whether the search for them was broken off: there may be other sets, and smaller ones. */
  readonly proposalsCut: boolean;
  /** Of everybody who was asked, or of whom nothing was ever read, by id. */
  readonly answers: readonly OwnerAnswer[];
}
