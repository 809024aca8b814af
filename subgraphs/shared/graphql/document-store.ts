import { print, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Room for several hundred documents of a hundred tokens. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What graphql-js makes of one token at most, measured: the token, its nodes and their locations. */
const BYTES_PER_TOKEN = 500;
const BYTES_PER_LETTER = 2;

/** Letters of a SHA-256. */
const HASH_LENGTH = 64;

/** How many bytes of memory a parsed document takes at most, with the text that its nodes keep. */
export function documentBytes(document: DocumentNode): number {
  const place = document.loc ?? document.definitions.find(({ loc }) => loc)?.loc;
  if (!place) return print(document).length * BYTES_PER_TOKEN;
  // Comments are tokens too, though no node is made of them.
  let tokens = 1;
  for (let { prev } = place.startToken; prev; { prev } = prev) tokens += 1;
  for (let { next } = place.startToken; next; { next } = next) tokens += 1;
  return tokens * BYTES_PER_TOKEN + place.source.body.length * BYTES_PER_LETTER;
}

/**
 * The documents that a server has parsed and validated, for when they come again. Apollo Server's own store counts what a document
 * says, not what it keeps: comments, blanks and the places of all that is in it.
 */
export class DocumentStore {
  readonly #documents: LRUCache<string, DocumentNode>;

  constructor(mostBytes = MOST_BYTES) {
    this.#documents = new LRUCache({ maxSize: mostBytes, sizeCalculation: documentBytes });
  }

  /** Whether it is kept, so that it is neither read nor validated again. @param hash - Of its text, SHA-256 in hexadecimal. */
  has(hash: string): boolean {
    return this.#documents.has(hash);
  }

  get(key: string): Promise<DocumentNode | undefined> {
    return Promise.resolve(this.#documents.get(hashIn(key)));
  }

  set(key: string, document: DocumentNode): Promise<void> {
    this.#documents.set(hashIn(key), document);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.#documents.delete(hashIn(key)));
  }
}

/** Before the hash stands what tells schemas apart, of which a server has one. */
function hashIn(key: string): string {
  return key.slice(-HASH_LENGTH);
}
