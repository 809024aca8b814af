import { WITHHELD_KEYS } from './fault.js';

const DEEPEST_NESTING = 100;

const SPACE = /[ \t\n\r]*/y;
/** One token of RFC 8259, or the end of the text. */
const TOKEN =
  // oxlint-disable-next-line no-control-regex -- JSON wants control characters escaped.
  /[{}[\],:]|"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|$/y;

function matchAt(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0];
}

/**
 * Walks through JSON text and stops at the first fault with its line and column. `JSON.parse` names no position for most
 * faults, and of a key that is there twice it keeps the last without a word.
 */
export class JsonWalk {
  #token = '';
  #start = 0;
  /** The last one read. */
  #key = '';

  constructor(private readonly text: string) {}

  /** @throws Error with line and column of the first fault. */
  check(): void {
    this.#walkValue(this.#next(), 0);
    if (this.#next() !== '') this.#refuse('the end');
  }

  #walkValue(token: string, depth: number): void {
    if (depth > DEEPEST_NESTING) this.#refuse(`at most ${DEEPEST_NESTING} levels`);
    if (token === '{') this.#walkObject(depth);
    else if (token === '[') this.#walkArray(depth);
    else if (token === '' || ':,}]'.includes(token)) this.#refuse('a value');
  }

  #walkObject(depth: number): void {
    const keys = new Set<string>();
    let token = this.#next();
    if (token === '}') return;
    for (;;) {
      if (!token.startsWith('"')) this.#refuse('a key in double quotes');
      const key = JSON.parse(token) as string;
      if (keys.has(key)) this.#refuse('each key once');
      keys.add(key);
      this.#key = key;
      if (this.#next() !== ':') this.#refuse('":"');
      this.#walkValue(this.#next(), depth + 1);
      token = this.#next();
      if (token === '}') return;
      if (token !== ',') this.#refuse('"," or "}"');
      token = this.#next();
    }
  }

  #walkArray(depth: number): void {
    let token = this.#next();
    if (token === ']') return;
    for (;;) {
      this.#walkValue(token, depth + 1);
      token = this.#next();
      if (token === ']') return;
      if (token !== ',') this.#refuse('"," or "]"');
      token = this.#next();
    }
  }

  /** Steps to the next token and gives it; empty at the end of the text. */
  #next(): string {
    const end = this.#start + this.#token.length;
    this.#start = end + (matchAt(SPACE, this.text, end)?.length ?? 0);
    const token = matchAt(TOKEN, this.text, this.#start);
    this.#token = token ?? this.text.slice(this.#start, this.#start + 20);
    return token ?? this.#refuse('JSON');
  }

  #refuse(wanted: string): never {
    const lines = this.text.slice(0, this.#start).split('\n');
    const place = `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
    throw new Error(`${place}: wanted ${wanted}, got ${this.#came()}`);
  }

  #came(): string {
    if (this.#token === '') return 'the end of the text';
    const mayBePersonal = WITHHELD_KEYS.some(
      (key) => this.#key === key || this.#token.includes(key),
    );
    return mayBePersonal ? 'what is not shown' : this.#token.slice(0, 40);
  }
}
