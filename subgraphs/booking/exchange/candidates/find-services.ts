import { LRUCache } from 'lru-cache';
import { badUserInput } from '../../../../schema/errors.js';
import { TimeLimit } from '../../../shared/process/time-limit.js';
import type { DistanceBetween } from '../../../shared/words/municipality.js';
import { canonicalInput } from '../../../shared/words/canonical-input.js';
import { daysIn } from '../../../shared/words/dates.js';
import { ownerOf } from '../../../shared/words/ids.js';
import type { WhyNobody, WorkNeed } from './candidates.js';
import type { CatalogueClient, CatalogueReply, CatalogueSearch } from './catalogue-client.js';
import { isStrongScore, type Fit } from './fit.js';
import { firstWords, notSearched } from './search-words.js';
import { whyNothingFits } from './why-nobody.js';

/** A service that fits a piece of work by its listing. */
export interface FittingService extends Fit {
  readonly id: string;
  readonly cooperative: string;
  /** Whether the copied capacity rules it out; false where nothing is known. */
  readonly isRuledOut: boolean;
}

export interface FittingServices {
  /** The best match first. */
  readonly services: readonly FittingService[];
  /** All cooperatives of the network. */
  readonly members: readonly string[];
  /** Cooperatives of which the catalogue has no copy yet. */
  readonly neverRead: readonly string[];
  /** Words and codes that nothing is written so, as they were given. */
  readonly notUnderstood: readonly string[];
  /** Why there are none; null where there are. */
  readonly whyNobody: WhyNobody | null;
  /** Whether everything that the catalogue has was read. */
  readonly complete: boolean;
}

/** Of 100 rows. */
const MOST_PAGES = 5;
/** Of answers kept for when the catalogue does not answer. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Of a service, with its id and that of its cooperative, and of any other text. */
const BYTES_PER_SERVICE = 600;
const BYTES_PER_TEXT = 100;
/** The owner's day of a start is its day in one of them. */
const DAYS_IN_ZONES = ['Europe/Stockholm', 'Europe/Helsinki'].map(daysIn);
/** What could not count. A word that was passed over says nothing of the work, and a merged municipality was searched. */
const NOT_UNDERSTOOD = ['UNKNOWN_WORD', 'UNKNOWN_CPV', 'UNKNOWN_MUNICIPALITY'];

type ExchangeAnswer = Extract<CatalogueReply, { readonly kind: 'answer' }>;

/** Finds the services that fit a piece of work, and remembers what it found last. */
export class ServiceFinder {
  readonly #lastSeen = new LRUCache<string, FittingServices>({
    maxSize: MOST_BYTES,
    sizeCalculation: bytesOf,
  });

  constructor(
    private readonly catalogue: Pick<CatalogueClient, 'search'>,
    private readonly distanceBetween: DistanceBetween,
  ) {}

  /**
   * What the catalogue finds for the codes and all of the text: one request a page of 100, at most 5. Of the services that are named also
   * what the words do not find, as LOOSE: one request more.
   * @param named - Public ids, 100 at most.
   * @param signal - Ends the search when nobody waits for it any more: rejects with its reason.
   * @returns Null when the catalogue does not answer within `timeoutMs`.
   * @throws GraphQLError BAD_USER_INPUT when the catalogue refuses a code.
   */
  async find(
    need: WorkNeed,
    named: readonly string[],
    timeoutMs: number,
    signal?: AbortSignal,
  ): Promise<FittingServices | null> {
    const limit = TimeLimit.within(timeoutMs, signal);
    const { cpv, municipality } = need;
    const text = need.text && firstWords(need.text);
    const search = { cpv, text, ids: null, municipalities: [municipality] };
    const replies = await this.#readPages(search, need, limit);
    signal?.throwIfAborted();
    if (replies === null) return null;
    const found = this.#gather(replies, need);
    this.#lastSeen.set(keyOf(need), found);
    const unseen = named.filter((id) => !found.services.some((one) => one.id === id));
    const others = unseen.length === 0 ? [] : await this.#findNamed(unseen, need, limit);
    signal?.throwIfAborted();
    return others && { ...found, services: [...found.services, ...others] };
  }

  /** What was found last for such work on whatever day, so that nobody is ruled out; null when nothing is remembered. */
  recall(need: WorkNeed): FittingServices | null {
    const known = this.#lastSeen.get(keyOf(need));
    if (!known) return null;
    return { ...known, services: known.services.map((one) => ({ ...one, isRuledOut: false })) };
  }

  /** Those of some services that are offered where the work is, whatever the work; null without an answer. */
  async #findNamed(
    ids: readonly string[],
    need: WorkNeed,
    limit: TimeLimit,
  ): Promise<readonly FittingService[] | null> {
    const search = { cpv: [], text: null, ids, municipalities: [need.municipality] };
    const reply = await this.#ask(search, need, null, limit);
    return (
      reply &&
      this.#servicesOf([reply], need).map((service) => ({
        ...service,
        ...{ fit: 'LOOSE', score: null, isStrong: false },
      }))
    );
  }

  /** All pages, or as many as are looked through; null without an answer. */
  async #readPages(
    search: CatalogueSearch,
    need: WorkNeed,
    limit: TimeLimit,
  ): Promise<readonly ExchangeAnswer[] | null> {
    const replies: ExchangeAnswer[] = [];
    do {
      const reply = await this.#ask(search, need, replies.at(-1) ?? null, limit);
      if (reply === null) return null;
      replies.push(reply);
    } while (replies.at(-1)?.all.pageInfo.hasNextPage && replies.length < MOST_PAGES);
    return replies;
  }

  async #ask(
    search: CatalogueSearch,
    { start, minutes }: WorkNeed,
    before: ExchangeAnswer | null,
    limit: TimeLimit,
  ): Promise<ExchangeAnswer | null> {
    const days = DAYS_IN_ZONES.map((dayOf) => dayOf(start)).sort();
    const [from = '', to = from] = days;
    const page = {
      search,
      room: { from, to, minutes },
      afterAll: before?.all.pageInfo.endCursor ?? null,
      // Where the list with room has ended already its last cursor gives an empty page.
      afterRoomy: before?.roomy?.pageInfo.endCursor ?? null,
    };
    const reply = await this.catalogue.search(page, limit);
    if (reply.kind === 'refused') throw badUserInput(reply.message, 'need');
    return reply.kind === 'silent' ? null : reply;
  }

  #gather(replies: readonly ExchangeAnswer[], need: WorkNeed): FittingServices {
    const [first] = replies;
    const notUnderstood = [
      ...(first?.all.remarks ?? [])
        .filter(({ code }) => NOT_UNDERSTOOD.includes(code))
        .map(({ value }) => value),
      ...notSearched(need.text ?? ''),
    ];
    return {
      services: this.#servicesOf(replies, need),
      members: (first?.all.sources ?? []).map(({ cooperative }) => cooperative.id),
      neverRead: (first?.all.sources ?? [])
        .filter(({ state }) => state === 'NEVER')
        .map(({ cooperative }) => cooperative.id),
      notUnderstood,
      whyNobody: first ? whyNothingFits(first.all, need.text !== null, notUnderstood) : null,
      complete: replies.at(-1)?.all.pageInfo.hasNextPage === false,
    };
  }

  #servicesOf(replies: readonly ExchangeAnswer[], need: WorkNeed): FittingService[] {
    const isRoomKnown = replies.every(({ roomy }) => roomy !== null);
    const withRoom = new Set(
      replies.flatMap(({ roomy }) => roomy?.edges.map(({ node }) => node?.id) ?? []),
    );
    const edges = replies.flatMap(({ all }) => all.edges);
    const scores = edges.flatMap(({ score }) => score ?? []);
    const best = scores.length === 0 ? null : Math.max(...scores);
    return edges.flatMap(({ node, fit, score }) => {
      // Ids come from owners: only a service's own cooperative is asked about it.
      if (!node?.id.includes(':') || ownerOf(node.id) !== node.cooperative.id) return [];
      const { id, cooperative } = node;
      return {
        ...{ id, cooperative: cooperative.id, fit: fit ?? 'GOOD', score },
        isStrong: isStrongScore(score, best),
        distanceKm: this.#distanceTo(need, cooperative.municipality),
        isRuledOut: isRoomKnown && !withRoom.has(id),
      };
    });
  }

  #distanceTo({ municipality }: WorkNeed, other: string | null): number | null {
    const km = other === null ? null : this.distanceBetween(municipality, other);
    return km === null ? null : Math.round(km * 10) / 10;
  }
}

function bytesOf(
  { services, members, neverRead, notUnderstood }: FittingServices,
  key: string,
): number {
  const texts = [...members, ...neverRead, ...notUnderstood, key];
  const letters = texts.reduce((sum, { length }) => sum + length, 0);
  return services.length * BYTES_PER_SERVICE + texts.length * BYTES_PER_TEXT + 2 * letters;
}

function keyOf({ cpv, text, municipality }: WorkNeed): string {
  return canonicalInput([cpv, text, municipality]);
}
