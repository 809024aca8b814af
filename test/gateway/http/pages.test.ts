import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeInChromium, launchChromium } from '../../support/browsers/chromium.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';

describeInChromium('a page in a real browser', () => {
  let network: GatewayNetwork;
  let browser: Browser;
  const elsewhere: string[] = [];

  beforeAll(async () => {
    network = await startGatewayNetwork();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  async function openPage(path: string): Promise<Page> {
    const page = await browser.newPage();
    page.on('request', (request) => {
      const { host, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && host !== new URL(network.url).host) {
        elsewhere.push(request.url());
      }
    });
    await page.goto(`${network.url}${path}`);
    return page;
  }

  it('at / says what this is and shows the answers of three queries', async () => {
    const page = await openPage('/');

    await page.waitForFunction(() => {
      const { document } = globalThis as unknown as {
        document: { querySelectorAll(selector: string): { length: number } };
      };
      return document.querySelectorAll('.answer ul').length === 3;
    });

    expect(await page.textContent('h1')).toMatch(/federation hub/);
    expect(await page.textContent('.answer')).toMatch(/found, answered in \d+ ms/);
    await page.close();
  });

  it('at /graphiql is an explorer that knows the schema', async () => {
    const page = await openPage('/graphiql');

    await page.waitForSelector('.graphiql-container');

    expect(await page.title()).not.toBe('');
    await page.close();
  });

  it('asks no other host for anything', () => {
    expect(elsewhere).toEqual([]);
  });
});
