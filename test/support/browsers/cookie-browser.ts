/** A browser, as far as a sign-in needs one: keeps cookies, goes nowhere by itself. */
export class CookieBrowser {
  readonly #cookies = new Map<string, string>();

  async go(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'accept-language': 'sv-FI, fi;q=0.5' };
    const answer = await fetch(url, { redirect: 'manual', ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return answer;
  }
}

/** Where an answer sends the browser. */
export function placeOf(answer: Response): string {
  return new URL(answer.headers.get('location') ?? '', answer.url).href;
}

/** Says on the provider's page who one is. */
export function choose(browser: CookieBrowser, page: string, account: string): Promise<Response> {
  return browser.go(page, { method: 'POST', body: new URLSearchParams({ account }) });
}

/**
 * Signs in from the provider's address on which a page has sent the browser.
 * @returns Where the provider sends the browser back.
 */
export async function signInAs(account: string, address: string): Promise<string> {
  const browser = new CookieBrowser();
  const page = placeOf(await browser.go(address));
  const resumed = placeOf(await choose(browser, page, account));
  return placeOf(await browser.go(resumed));
}
