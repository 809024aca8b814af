import { LRUCache } from 'lru-cache';
import { badUserInput } from '../../../../schema/errors.js';
import { canonicalInput } from '../../../shared/words/canonical-input.js';
import type { WorkNeed } from './candidates.js';
import type { CatalogueClient, CatalogueReply, CatalogueSearch } from './catalogue-client.js';

/** A service that fits a piece of work by its listing. */
export interface FittingService {
  readonly id: string;
  readonly cooperative: string;
  /** Whether the copied capacity rules it out; false where nothing is known. */
  readonly isRuledOut: boolean;
}

export interface FittingServices {
  /** The best match first. */
  readonly services: readonly FittingService[];
  /** Cooperatives of which the catalogue has no copy yet. */
  readonly neverRead: readonly string[];
  /** Whether everything that the catalogue has was read. */
  readonly complete: boolean;
}

const MOST_WORDS = 6;
const SHORTEST_WORD = 4;
const LONGEST_TEXT = 200;
/** Answers kept for when the catalogue does not answer. */
const MOST_KEPT = 500;
/** The owner's day of a start is its day in one of them. */
const ZONES = ['Europe/Stockholm', 'Europe/Helsinki'];

type ExchangeAnswer = Extract<CatalogueReply, { readonly kind: 'answer' }>;
type Edge = ExchangeAnswer['all']['edges'][number];

/** How a search is read. */
interface Reading {
  /** Of 100 rows. */
  readonly mostPages: number;
  readonly isMeant: (edge: Edge) => boolean;
}
const WHOLE: Reading = { mostPages: 5, isMeant: () => true };
/** A word of a description says little of what a service is, and one with a typo in it less. */
const SINGLE_WORD: Reading = {
  mostPages: 1,
  isMeant: ({ matchedBy }) => matchedBy.includes('TITLE') || matchedBy.includes('CPV_LABEL'),
};

/** Finds the services that fit a piece of work, and remembers what it found last. */
export class ServiceFinder {
  readonly #lastSeen = new LRUCache<string, FittingServices>({ max: MOST_KEPT });

  constructor(private readonly catalogue: CatalogueClient) {}

  /**
   * The services under any of the codes, or under a broader one, that hold all words of the text; where there is none, those with
   * any of its longer words in the title or a code's label. One request a page of 100, at most 5, and one for each of 6 words.
   * @returns Null when the catalogue does not answer within `timeoutMs`.
   * @throws GraphQLError BAD_USER_INPUT when the catalogue refuses a code.
   */
  async find(need: WorkNeed, timeoutMs: number): Promise<FittingServices | null> {
    const deadline = performance.now() + timeoutMs;
    const text = need.text?.slice(0, LONGEST_TEXT) ?? null;
    const whole = await this.#read(need, text, deadline, WHOLE);
    const words = wordsOf(text ?? '');
    if (whole !== null && whole.services.length === 0 && words.length > 1) {
      const byWord = await Promise.all(
        words.map((word) => this.#read(need, word, deadline, SINGLE_WORD)),
      );
      return this.#keep(need, merge(byWord));
    }
    return this.#keep(need, whole);
  }

  /** What was found last for such work on whatever day, so that nobody is ruled out; null when nothing is remembered. */
  recall(need: WorkNeed): FittingServices | null {
    const known = this.#lastSeen.get(keyOf(need));
    if (!known) return null;
    return { ...known, services: known.services.map((one) => ({ ...one, isRuledOut: false })) };
  }

  async #read(
    need: WorkNeed,
    text: string | null,
    deadline: number,
    { mostPages, isMeant }: Reading,
  ): Promise<FittingServices | null> {
    const search = { cpv: need.cpv, text, municipalities: [need.municipality] };
    const replies: ExchangeAnswer[] = [];
    do {
      const reply = await this.#ask(search, need, replies.at(-1) ?? null, deadline);
      if (reply === null) return null;
      replies.push(reply);
    } while (replies.at(-1)?.all.pageInfo.hasNextPage && replies.length < mostPages);
    return gather(replies, isMeant);
  }

  async #ask(
    search: CatalogueSearch,
    need: WorkNeed,
    before: ExchangeAnswer | null,
    deadline: number,
  ): Promise<ExchangeAnswer | null> {
    const days = ZONES.map((zone) => dayIn(zone, need.start)).sort();
    const [from = '', to = from] = days;
    const page = {
      search,
      room: { from, to, minutes: need.minutes },
      afterAll: before?.all.pageInfo.endCursor ?? null,
      // Where the list with room has ended already its last cursor gives an empty page.
      afterRoomy: before?.roomy?.pageInfo.endCursor ?? null,
    };
    const reply = await this.catalogue.search(page, deadline - performance.now());
    if (reply.kind === 'refused') throw badUserInput(reply.message, 'need');
    return reply.kind === 'silent' ? null : reply;
  }

  #keep(need: WorkNeed, found: FittingServices | null): FittingServices | null {
    if (found === null) return null;
    this.#lastSeen.set(keyOf(need), found);
    return found;
  }
}

function keyOf({ cpv, text, municipality }: WorkNeed): string {
  return canonicalInput([cpv, text, municipality]);
}

function gather(replies: readonly ExchangeAnswer[], isMeant: Reading['isMeant']): FittingServices {
  const isRoomKnown = replies.every(({ roomy }) => roomy !== null);
  const withRoom = new Set(
    replies.flatMap(({ roomy }) => roomy?.edges.map(({ node }) => node?.id) ?? []),
  );
  const nodes = replies.flatMap(({ all }) => all.edges.filter(isMeant).map(({ node }) => node));
  return {
    services: nodes
      .filter((node) => node !== null)
      .map(({ id, cooperative }) => ({
        id,
        cooperative: cooperative.id,
        isRuledOut: isRoomKnown && !withRoom.has(id),
      })),
    neverRead: (replies[0]?.all.sources ?? [])
      .filter(({ state }) => state === 'NEVER')
      .map(({ cooperative }) => cooperative.id),
    complete: replies.at(-1)?.all.pageInfo.hasNextPage === false,
  };
}

/** All that several searches found, each service once; null when one of them was not answered. */
function merge(found: readonly (FittingServices | null)[]): FittingServices | null {
  const [first = null, ...others] = found;
  return others.reduce(
    (all, next) =>
      all &&
      next && {
        services: [
          ...new Map([...all.services, ...next.services].map((one) => [one.id, one])).values(),
        ],
        neverRead: all.neverRead,
        complete: all.complete && next.complete,
      },
    first,
  );
}

function wordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter(({ length }) => length >= SHORTEST_WORD))].slice(0, MOST_WORDS);
}

function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant);
}
