import { z } from 'zod';
import { wordsOf, type GraphqlOutcome } from '../../../shared/owners/outcome.js';
import type { RequestSigner } from '../../../shared/identity/processes/sign-request.js';
import { postGraphql } from '../../../shared/owners/post-graphql.js';
import { Sender } from '../../../shared/owners/sender.js';
import type { Logger } from '../../../shared/process/logger.js';
import type { Closable } from '../../../shared/process/process.js';
import type { TimeLimit } from '../../../shared/process/time-limit.js';

/** What of the catalogue's search a piece of work decides. */
export interface CatalogueSearch {
  readonly cpv: readonly string[];
  readonly text: string | null;
  /** Of services; null for all. */
  readonly ids: readonly string[] | null;
  readonly municipalities: readonly string[];
}

/** Dates are the owner's days, both included. */
export interface WantedRoom {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
}

export interface PageRequest {
  readonly search: CatalogueSearch;
  /** Narrows the second list to what the copied capacity does not rule out. */
  readonly room: WantedRoom;
  /** Cursors; null for the first page. */
  readonly afterAll: string | null;
  readonly afterRoomy: string | null;
}

const PageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

const AllPage = z.object({
  edges: z.array(
    z.object({
      node: z
        .object({
          id: z.string(),
          cooperative: z.object({ id: z.string(), municipality: z.string().nullable() }),
        })
        .nullable(),
      /** Null where no words were searched for. */
      fit: z.enum(['GOOD', 'LOOSE']).nullable(),
      score: z.number().nullable(),
    }),
  ),
  pageInfo: PageInfo,
  remarks: z.array(z.object({ code: z.string(), value: z.string() })),
  /** Only where nothing was found. */
  suggestions: z.array(
    z.object({
      kind: z.string(),
      text: z.string(),
      trade: z.string().nullable(),
      municipality: z.string().nullable(),
      municipalityName: z.object({ text: z.string() }).nullable(),
      distanceKm: z.number().nullable(),
    }),
  ),
  sources: z.array(z.object({ cooperative: z.object({ id: z.string() }), state: z.string() })),
});

/** A page of all that match. */
export type CataloguePage = z.infer<typeof AllPage>;

const RoomyPage = z.object({
  edges: z.array(z.object({ node: z.object({ id: z.string() }).nullable() })),
  pageInfo: PageInfo,
});

const Data = z.object({ all: AllPage.nullish(), roomy: RoomyPage.nullish() }).nullable();

/** The same page of two lists: all that match, and those with room; null when the catalogue cannot tell. */
export type CatalogueReply =
  | {
      readonly kind: 'answer';
      readonly all: CataloguePage;
      readonly roomy: z.infer<typeof RoomyPage> | null;
    }
  | { readonly kind: 'silent' }
  | { readonly kind: 'refused'; readonly message: string };

const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';
const QUERY = `query ($all: CatalogueSearch!, $afterAll: String, $roomy: CatalogueSearch!, $afterRoomy: String) {
  all: catalogue(search: $all, first: 100, after: $afterAll) {
    edges { node { id cooperative { id municipality } } fit score } ${PAGE_INFO}
    remarks { code value } suggestions { kind text trade municipality municipalityName { text } distanceKm } sources { cooperative { id } state }
  }
  roomy: catalogue(search: $roomy, first: 100, after: $afterRoomy) { edges { node { id } } ${PAGE_INFO} }
}`;

/** Searches the network's catalogue. */
export class CatalogueClient implements Closable {
  readonly #sender = new Sender();

  /** @param url - The catalogue's GraphQL address, such as `http://127.0.0.1:4001/graphql`. */
  constructor(
    private readonly url: string,
    private readonly signer: RequestSigner,
    private readonly log: Logger,
  ) {}

  /** Never rejects. @param limit - From connecting to the last byte. */
  async search(page: PageRequest, limit: TimeLimit): Promise<CatalogueReply> {
    const { search, room, afterAll, afterRoomy } = page;
    const variables = { all: search, roomy: { ...search, available: room }, afterAll, afterRoomy };
    const body = JSON.stringify({ query: QUERY, variables });
    const headers = this.signer.headersFor({ audience: 'catalogue', scope: 'read', body });
    const outcome = await postGraphql(this.#sender, { url: this.url, body, headers, limit });
    try {
      return readReply(outcome);
    } catch (error) {
      if (!limit.isAbandoned) this.log.warn({ err: error }, 'The catalogue does not answer.');
      return { kind: 'silent' };
    }
  }

  async close(): Promise<void> {
    await this.#sender.close();
  }
}

/** @throws Error when it is neither an answer nor a refusal. */
function readReply(outcome: GraphqlOutcome): CatalogueReply {
  if (outcome.kind !== 'answer') throw new Error(`The catalogue ${wordsOf(outcome)}.`);
  const { data, errors } = outcome.answer;
  const pages = Data.parse(data);
  if (pages?.all) return { kind: 'answer', all: pages.all, roomy: pages.roomy ?? null };
  // What names no argument is a fault of our question, and no words for whoever asked.
  const refusal = errors.find(
    ({ extensions: { code, argument } }) => code === 'BAD_USER_INPUT' && argument !== undefined,
  );
  if (refusal) return { kind: 'refused', message: refusal.message };
  throw new Error(`The catalogue answered with an error: ${errors[0]?.message ?? 'none named'}`);
}
