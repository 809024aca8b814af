import { runInNewContext } from 'node:vm';

/** An element, as far as scripts of our pages use them. */
class FakeElement {
  textContent = '';
  hidden = false;
  onClick: () => void = () => undefined;

  constructor(readonly dataset: Readonly<Record<string, string>>) {}

  addEventListener(_name: 'click', listener: () => void): void {
    this.onClick = listener;
  }
}

/** As far as scripts of our pages use it. */
type Fetch = (address: string, init?: RequestInit) => Promise<Response>;

/** A tab of a browser that runs the first script of a page, and draws nothing. */
export class FakeTab {
  /** Where the page has sent the browser. */
  readonly left: Promise<string>;
  readonly kept: Map<string, string>;
  readonly #elements = new Map<string, FakeElement>();
  #leave: (address: string) => void = () => undefined;
  #address: string;
  /** As the page's scripts ask. */
  #fetch: Fetch = (input, init) => {
    const address = new URL(input, this.#address);
    return fetch(address, { ...init, headers: withOrigin(init, new URL(this.#address).origin) });
  };

  /** @param kept - What the tab has kept from pages that it showed before. */
  constructor(address: string, html: string, kept = new Map<string, string>()) {
    this.#address = address;
    this.kept = kept;
    this.left = new Promise((resolve) => (this.#leave = resolve));
    for (const [, tag = '', id = ''] of html.matchAll(/<(\w[^>]*\bid="([\w-]+)"[^>]*)>/g)) {
      const data = [...tag.matchAll(/\bdata-(\w+)="([^"]*)"/g)];
      this.#elements.set(
        id,
        new FakeElement(Object.fromEntries(data.map(([, name = '', value = '']) => [name, value]))),
      );
    }
    const [, script = ''] = /<script>([^]*?)<\/script>/.exec(html) ?? [];
    this.#run(script);
  }

  find(id: string): FakeElement {
    const element = this.#elements.get(id);
    if (!element) throw new Error(`The page has no #${id}.`);
    return element;
  }

  get address(): string {
    return this.#address;
  }

  /** Asks as a script of the page does. */
  ask(input: string, init?: RequestInit): Promise<Response> {
    return this.#fetch(input, init);
  }

  #run(script: string): void {
    const { origin, search } = new URL(this.#address);
    const page = {
      ...{ URL, URLSearchParams, Headers, TextEncoder, Uint8Array, crypto, btoa },
      fetch: this.#fetch,
      location: { href: this.#address, origin, search, assign: this.#leave },
      history: {
        replaceState: (_state: null, _title: string, address: string) => (this.#address = address),
      },
      document: { getElementById: (id: string) => this.find(id) },
      sessionStorage: {
        getItem: (name: string) => this.kept.get(name) ?? null,
        setItem: (name: string, value: string) => this.kept.set(name, value),
        removeItem: (name: string) => this.kept.delete(name),
      },
    };
    runInNewContext(script, page);
    this.#fetch = page.fetch;
  }
}

function withOrigin(init: RequestInit | undefined, origin: string): Headers {
  const headers = new Headers(init?.headers);
  headers.set('origin', origin);
  return headers;
}
