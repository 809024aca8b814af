import { describe, expect, it } from '@jest/globals';
import { askerOf } from '../../../../subgraphs/shared/identity/processes/asker-of.js';
import type { SignedRequest } from '../../../../subgraphs/shared/identity/processes/verify-request.js';

const STAFF = { role: 'STAFF', organisation: 'karhu' };

const signed = (request: Partial<SignedRequest> = {}): SignedRequest => ({
  ...{ issuer: 'gateway', scopes: ['read'], roles: [], subject: null },
  ...request,
});

describe('who asks by a signed request', () => {
  it('is the public where nobody signed', () => {
    expect(askerOf(null)).toEqual({ caller: null, process: null });
  });

  it('is the process alone where it asks in nobody’s name, whatever roles it tells', () => {
    expect(askerOf(signed({ roles: [STAFF] }))).toEqual({
      caller: null,
      process: { issuer: 'gateway', scopes: ['read'] },
    });
  });

  it('is the member that the process says', () => {
    const grant = { role: 'MEMBER', organisation: 'karhu', member: 'm1' };

    expect(askerOf(signed({ subject: 'p-1', roles: [grant] })).caller?.grants).toEqual([grant]);
  });

  it('is the person of the pseudonym with the roles that are known here', () => {
    const { caller } = askerOf(
      signed({ subject: 'p-1', roles: [STAFF, { role: 'KING', organisation: null }] }),
    );

    expect(caller).toEqual({ issuer: 'gateway', subject: 'p-1', name: null, grants: [STAFF] });
  });

  it('is called by the name that it is told', () => {
    const { caller } = askerOf(signed({ subject: 'p-1', name: 'Aino' }));

    expect(caller?.name).toBe('Aino');
  });

  it.each(['read', 'act'])(
    'is the process alone where another than the gateway asks to %s, whatever person it tells',
    (scope) => {
      const request = { issuer: 'booking', scopes: [scope], roles: [STAFF], subject: 'p-1' };

      expect(askerOf(signed(request)).caller).toBeNull();
    },
  );

  it.each(['poke', 'follow', 'orders', 'book', 'register'])(
    'is the process alone where its scope is "%s", whatever person it tells',
    (scope) => {
      const request = { issuer: 'karhu', scopes: [scope], roles: [STAFF], subject: 'p-1' };

      expect(askerOf(signed(request)).caller).toBeNull();
    },
  );
});
