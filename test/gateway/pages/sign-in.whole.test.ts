import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { identityOf } from '../../../subgraphs/local/provider/accounts/identity.js';
import { IdentityFileSchema } from '../../../subgraphs/shared/identity/people/identity-file.js';
import { signInAs } from '../../support/browsers/cookie-browser.js';
import { FakeTab } from '../../support/browsers/fake-tab.js';
import { sendJson, type Behaviour } from '../../support/fakes/endpoint.js';
import { claimsOf, signerOf } from '../../support/fakes/hub-keys.js';
import { describeInChromium, launchChromium } from '../../support/browsers/chromium.js';
import { startDemoProvider, type DemoProvider } from '../../support/networks/demo-provider.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import { eventually } from '../../support/eventually.js';

const VIEWER = '{ viewer { name roles { role organisation } } }';

/** A gateway whose people sign in with a real provider. */
async function start(): Promise<{ provider: DemoProvider; network: GatewayNetwork }> {
  const provider = await startDemoProvider({ cooperatives: ['karhu'] });
  const network = await startGatewayNetwork({
    identity: IdentityFileSchema.parse(identityOf(provider.url)),
    signer: signerOf('gateway'),
  });
  network.booking.behaviour = answerViewer;
  return { provider, network };
}

/** Answers `viewer` as the booking process does: by what the gateway's signature says. */
const answerViewer: Behaviour = ({ headers: { authorization } }, response) => {
  const { name = null, roles = [] } = authorization === undefined ? {} : claimsOf(authorization);
  sendJson(response, { data: { viewer: { name, roles } } });
};

describe('signing in on the explorer', () => {
  let provider: DemoProvider;
  let network: GatewayNetwork;
  let page = '';
  beforeAll(async () => {
    ({ provider, network } = await start());
    page = `${network.url}/graphiql`;
  });
  afterAll(async () => {
    await network.close();
    await provider.close();
  });

  const open = async (address = page, kept?: Map<string, string>): Promise<FakeTab> =>
    new FakeTab(address, await (await fetch(page)).text(), kept);
  const says = (tab: FakeTab, words: string): Promise<string> =>
    eventually(
      () => Promise.resolve(tab.find('who').textContent),
      (text) => text.startsWith(words),
    );
  const viewer = async (tab: FakeTab): Promise<unknown> => {
    const answer = await tab.ask('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: VIEWER }),
    });
    return ((await answer.json()) as { data: { viewer: unknown } }).data.viewer;
  };

  it('ends in questions with a role, and is over when one says so', async () => {
    const before = await open();
    await says(before, 'Asks as the public.');
    before.find('begin').onClick();
    const back = await signInAs('staff:karhu', await before.left);
    const tab = await open(back, before.kept);
    const who = await says(tab, 'Asks as ');

    expect(who).toMatch(/^Asks as [^:]+: STAFF of karhu\.$/);
    expect(tab.address).toBe(page);
    expect(await viewer(tab)).toMatchObject({
      roles: [{ role: 'STAFF', organisation: 'karhu' }],
    });
    tab.find('sign-out').onClick();
    await says(tab, 'Asks as the public.');
    expect(await viewer(tab)).toEqual({ name: null, roles: [] });
  });

  it('takes nothing that another page began', async () => {
    const other = await open();
    other.find('begin').onClick();
    const back = await signInAs('coordinator', await other.left);

    const tab = await open(back);
    await says(tab, 'Signing in failed: this is the end of another sign-in.');

    expect(tab.kept.size).toBe(0);
    expect(tab.address).toBe(page);
  });

  it('shows its token to the hub alone', async () => {
    const asked = new FakeTab(
      page,
      await (await fetch(page)).text(),
      new Map([['hub.token', 'x']]),
    );

    const { status } = await asked.ask(`${network.url}/graphql?query={__typename}`);
    const elsewhere = await asked.ask(network.catalogue.url, { method: 'POST', body: '{}' });

    expect(status).toBe(200);
    expect(elsewhere.status).not.toBe(401);
    expect(network.catalogue.requests.at(-1)?.headers.authorization).toBeUndefined();
  });

  it('lets the page ask the provider, and nobody else', async () => {
    const policy = (await fetch(page)).headers.get('content-security-policy');

    expect(policy).toContain(`connect-src 'self' ${provider.url};`);
    expect(policy).toContain("default-src 'none'");
  });

  it.each([
    ['in production', { NODE_ENV: 'production' }],
    ['where people sign in elsewhere', {}],
  ])('is not there %s', async (_where, env) => {
    const { issuers } = identityOf(provider.url);
    const real = await startGatewayNetwork({
      identity: IdentityFileSchema.parse({ issuers }),
      env,
    });
    const answer = await fetch(`${real.url}/graphiql`);
    const html = await answer.text();
    await real.close();

    expect(html.includes('id="sign-in"')).toBe(false);
    expect(answer.headers.get('content-security-policy')).toContain("connect-src 'self';");
  });
});

describeInChromium('signing in on the explorer in a real browser', () => {
  let provider: DemoProvider;
  let network: GatewayNetwork;
  let browser: Browser;
  beforeAll(async () => {
    ({ provider, network } = await start());
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await network.close();
    await provider.close();
  });

  it('ends in questions with a role', async () => {
    const page = await browser.newPage();
    await page.goto(`${network.url}/graphiql`);
    await page.click('#begin');
    await page.click('button[value="staff:karhu"]');
    await page.waitForSelector('#who:has-text("STAFF of karhu")');

    expect(page.url()).toBe(`${network.url}/graphiql`);
    await page.waitForSelector('.graphiql-container');
    await page.close();
  });
});
