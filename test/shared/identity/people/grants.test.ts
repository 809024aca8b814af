import { describe, expect, it } from '@jest/globals';
import { grantsOf } from '../../../../subgraphs/shared/identity/people/grants.js';
import { issuerOf } from './identity.js';

const MANY = issuerOf({
  rules: [
    { role: 'COORDINATOR', when: { claim: ['realm_access', 'roles'], value: 'coordinator' } },
    { role: 'HOUSEHOLD', when: { claim: ['email_verified'], value: true } },
    { role: 'HOUSEHOLD', when: { claim: ['phone_number_verified'], value: true } },
    { role: 'STAFF', organisation: { claim: ['https://hub.example/staff'] } },
    {
      role: 'OFFICER',
      when: { claim: ['title'], value: 'upphandlare' },
      organisation: { claim: ['org'] },
    },
    { role: 'MACHINE', organisation: { claim: ['machines'] } },
    { role: 'MEMBER', organisation: { claim: ['member_of'] } },
  ],
  mayAssert: [
    { role: 'HOUSEHOLD' },
    { role: 'STAFF', organisations: ['karhu', 'lumo'] },
    { role: 'OFFICER', organisations: 'any' },
    { role: 'MACHINE', organisations: 'any' },
    { role: 'MEMBER', organisations: ['karhu'] },
  ],
});

describe('the roles of a token', () => {
  it.each([
    ['nothing', {}, []],
    ['a verified e-mail', { email_verified: true }, [['HOUSEHOLD', null]]],
    ['both verified', { email_verified: true, phone_number_verified: true }, [['HOUSEHOLD', null]]],
    ['an e-mail that is not verified', { email_verified: false }, []],
    ['a text where true is wanted', { email_verified: 'true' }, []],
    [
      'two cooperatives',
      { 'https://hub.example/staff': ['karhu', 'lumo', 'karhu'] },
      [
        ['STAFF', 'karhu'],
        ['STAFF', 'lumo'],
      ],
    ],
    ['one cooperative', { 'https://hub.example/staff': 'lumo' }, [['STAFF', 'lumo']]],
    ['an organisation without the title', { org: '0137323-9' }, []],
    [
      'a VAT number',
      { title: ['x', 'upphandlare'], org: 'SE212000045601' },
      [['OFFICER', '212000-0456']],
    ],
    ['what every object has', { realm_access: {}, constructor: 'x' }, []],
  ])('with %s are as its issuer’s rules say', (_what, claims, grants) => {
    expect(grantsOf(claims, MANY)).toEqual(
      grants.map(([role, organisation]) => ({ role, organisation })),
    );
  });

  it('say of a member which one, where the issuer says so', () => {
    const grant = { role: 'MEMBER', organisation: 'karhu' };

    expect(grantsOf({ member_of: ['karhu'] }, MANY)).toEqual([grant]);
    expect(grantsOf({ member_of: ['karhu:m1', 'karhu:m1'] }, MANY)).toEqual([
      { ...grant, member: 'm1' },
    ]);
  });

  it.each([
    [
      'a role outside',
      { realm_access: { roles: ['user', 'coordinator'] } },
      'role-not-allowed',
      'The issuer https://login.karhu.example may not assert COORDINATOR.',
    ],
    [
      'an organisation outside, beside one inside',
      { 'https://hub.example/staff': ['karhu', 'tuki'] },
      'role-not-allowed',
      'The issuer https://login.karhu.example may not assert STAFF of tuki.',
    ],
    [
      'a member of a cooperative outside',
      { member_of: 'lumo:m1' },
      'role-not-allowed',
      'The issuer https://login.karhu.example may not assert MEMBER of lumo.',
    ],
    [
      'a member as staff',
      { 'https://hub.example/staff': 'karhu:m1' },
      'role-not-allowed',
      'The issuer https://login.karhu.example may not assert STAFF of what is no organisation: wanted the id of a cooperative.',
    ],
    [
      'a person’s number as organisation',
      { title: 'upphandlare', org: '640823-3234' },
      'role-not-allowed',
      'The issuer https://login.karhu.example may not assert OFFICER of what is no organisation: wanted a business id.',
    ],
    [
      'a program of two organisations',
      { machines: ['0137323-9', '212000-0456'] },
      'malformed',
      'Wanted a machine of one organisation, got one of several.',
    ],
  ])('with %s are refused altogether', (_what, claims, reason, message) => {
    expect(grantsOf(claims, MANY)).toMatchObject({ reason, message });
  });
});
