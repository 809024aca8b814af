import { describe, expect, it } from '@jest/globals';
import {
  claimsOf,
  readAccount,
  type Account,
} from '../../../subgraphs/local/provider/accounts/accounts.js';
import { identityOf } from '../../../subgraphs/local/provider/accounts/identity.js';
import { offeredAccounts, signInPage } from '../../../subgraphs/local/provider/sign-in-page.js';
import { parseTokenOptions } from '../../../subgraphs/local/provider/token/token-options.js';
import { ROLES } from '../../../subgraphs/shared/identity/caller.js';
import { grantsOf } from '../../../subgraphs/shared/identity/people/grants.js';
import { IdentityFileSchema } from '../../../subgraphs/shared/identity/people/identity-file.js';

function account(text: string): Account {
  const read = readAccount(text);
  if ('wanted' in read) throw new Error(read.wanted);
  return read;
}

describe('an account of the demo provider', () => {
  it.each([
    ['coordinator', 'COORDINATOR', null],
    ['staff:karhu', 'STAFF', 'karhu'],
    ['member:a-cooperative-of-tomorrow', 'MEMBER', 'a-cooperative-of-tomorrow'],
    ['member:karhu:m1', 'MEMBER', 'karhu'],
    ['officer:SE-0581', 'OFFICER', '212000-0456'],
    ['officer:FI-609', 'OFFICER', '0137323-9'],
    ['officer:2120000449', 'OFFICER', '212000-0449'],
    ['machine:FI01373239', 'MACHINE', '0137323-9'],
  ])('is read from %s', (text, role, organisation) => {
    expect(account(text)).toMatchObject({ role, organisation });
  });

  it('is one, however its organisation is written', () => {
    expect(account('officer:SE-0581')).toEqual(account('officer:212000-0456'));
  });

  it.each([
    ['', 'coordinator, auditor, household, staff:ID, member:ID, officer:CODE or machine:CODE'],
    ['boss', 'coordinator, auditor,'],
    ['constructor', 'coordinator, auditor,'],
    ['staff', 'staff:ID with the id of a cooperative, such as staff:karhu'],
    ['staff:karhu:m1', 'staff:ID with the id of a cooperative'],
    ['member:Karhu', 'member:ID with the id of a cooperative'],
    ['officer:SE-9999', 'officer:CODE with a business id such as 0137323-9'],
    ['officer:0137323-8', 'officer:CODE with a business id'],
    ['machine:', 'machine:CODE with a business id'],
  ])('is none of "%s", which is told what was wanted', (text, wanted) => {
    expect(readAccount(text)).toEqual({ wanted: expect.stringContaining(wanted) });
    expect(() => parseTokenOptions(['--as', text], {})).toThrow(`--as: wanted ${wanted}`);
  });

  it('has the role that its claims give by the identity file, and there is one of each role', () => {
    const { issuers } = IdentityFileSchema.parse(identityOf('http://127.0.0.1:4003'));
    const [issuer] = issuers;
    if (!issuer) throw new Error('There is one.');
    const all = [...offeredAccounts(['karhu']), account('machine:FI-609')];

    const grants = all.map((each) => grantsOf(claimsOf(each), issuer));

    expect(grants).toEqual(all.map(({ role, organisation }) => [{ role, organisation }]));
    expect(new Set(all.map(({ role }) => role))).toEqual(new Set(ROLES));
  });
});

describe('the page that asks who one is', () => {
  it.each([
    ['fi', 'Kuka olet?', 'henkilökunta · karhu'],
    ['sv', 'Vem är du?', 'personal · karhu'],
    ['en', 'Who are you?', 'staff · karhu'],
  ] as const)('is there in %s', (language, question, role) => {
    const page = signInPage(language, offeredAccounts(['karhu']), null);

    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(`<h1>${question}</h1>`);
    expect(page).toContain(`<small>${role}</small>`);
    expect(page).toContain('value="staff:karhu"');
  });

  it('shows what was wrong as text alone', () => {
    expect(signInPage('en', [], '<script>')).toContain('<p role="alert">&#60;script&#62;</p>');
  });
});

describe('the command line of npm run token', () => {
  it.each([
    [['--as', 'auditor', '--hub', 'http://a.example/'], {}, 'http://a.example'],
    [['--as', 'auditor'], { HUB_URL: 'http://b.example' }, 'http://b.example'],
    [
      ['--as', 'auditor', '--hub', 'http://a.example'],
      { HUB_URL: 'http://b.example' },
      'http://a.example',
    ],
    [['--as', 'auditor'], { HUB_URL: '' }, null],
  ])('%j with %j names the hub', (args, env, hub) => {
    expect(parseTokenOptions(args, env).hub).toBe(hub);
  });

  it.each([
    [['--as', 'auditor', '--hub', 'here'], {}, '--hub: wanted a web address'],
    [['--as', 'auditor'], { HUB_URL: 'here' }, 'HUB_URL: wanted a web address'],
    [[], {}, '--as: wanted coordinator'],
    [['auditor'], {}, "Unexpected argument 'auditor'"],
  ])('%j with %j is refused', (args, env, message) => {
    expect(() => parseTokenOptions(args, env)).toThrow(message);
  });
});
