import { describe, expect, it } from '@jest/globals';
import {
  decide,
  reach,
  type Refused,
} from '../../../../subgraphs/shared/identity/policy/decide.js';
import { NOBODYS, type Row } from '../../../../subgraphs/shared/identity/policy/rule.js';
import { rowOf } from '../../../../subgraphs/shared/identity/policy/table.js';
import { of, ONES_OWN, OPENED, PUBLIC, signedBy, withRoles } from './askers.js';

const ALLOWED = { kind: 'allowed' };

function refused(code: string, message: string) {
  return { kind: 'refused', code, message };
}

/** A row with something of everything. */
const ORDER: Row = {
  name: 'Query.order',
  of: 'the order',
  any: ['COORDINATOR'],
  organisation: ['STAFF', 'OFFICER'],
  own: ['HOUSEHOLD'],
  key: 'secret',
};
const PUBLISH: Row = {
  name: 'Mutation.publishService',
  of: 'input.id',
  any: ['COORDINATOR'],
  organisation: ['STAFF'],
};

describe('a decision', () => {
  it('lets a role do to anything what it may do to any', () => {
    expect(decide(ORDER, withRoles('COORDINATOR'), of('karhu'))).toEqual(ALLOWED);
  });

  it('lets a role of an organisation reach what is of that, and nothing else', () => {
    const staff = withRoles('STAFF karhu');

    expect(decide(ORDER, staff, of('1572860-0', 'karhu'))).toEqual(ALLOWED);
    expect(decide(ORDER, staff, of('lumo'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(decide(ORDER, staff, ONES_OWN)).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('takes a role without its organisation for none', () => {
    expect(decide(ORDER, withRoles('STAFF'), of('karhu'))).toMatchObject({ kind: 'refused' });
  });

  it('lets somebody reach what is the own one, and nothing else', () => {
    const household = withRoles('HOUSEHOLD');

    expect(decide(ORDER, household, ONES_OWN)).toEqual(ALLOWED);
    expect(decide(ORDER, household, of('karhu'))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is for the key, whatever is shown besides', () => {
    expect(decide(ORDER, PUBLIC, OPENED)).toEqual(ALLOWED);
    expect(decide(ORDER, withRoles('AUDITOR'), OPENED)).toEqual(ALLOWED);
    expect(decide(PUBLISH, PUBLIC, OPENED)).toMatchObject({ kind: 'refused' });
  });

  it('finds one role of several enough', () => {
    const both = withRoles('STAFF karhu', 'STAFF lumo', 'AUDITOR');

    expect(decide(PUBLISH, both, of('lumo'))).toEqual(ALLOWED);
    expect(decide(PUBLISH, both, of('tuki'))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('opens to the public, and not to a role that is left out', () => {
    const row: Row = {
      name: 'Mutation.holdOrder',
      of: 'the buyer',
      isPublic: true,
      own: ['MEMBER'],
    };

    expect(decide(row, PUBLIC, NOBODYS)).toEqual(ALLOWED);
    expect(decide(row, withRoles(), NOBODYS)).toEqual(ALLOWED);
    expect(decide(row, withRoles('AUDITOR'), ONES_OWN)).toMatchObject({ code: 'FORBIDDEN' });
    expect(decide(row, withRoles('MEMBER karhu'), ONES_OWN)).toEqual(ALLOWED);
  });

  it('is for a process with its scope alone', () => {
    const row: Row = {
      name: 'Mutation.holdBookings',
      of: null,
      processes: [{ process: 'booking', scope: 'book' }],
    };

    expect(decide(row, signedBy('booking', 'read', 'book'), NOBODYS)).toEqual(ALLOWED);
    expect(decide(row, signedBy('booking', 'read'), NOBODYS)).toMatchObject({ code: 'FORBIDDEN' });
    expect(decide(row, signedBy('gateway', 'book'), NOBODYS)).toMatchObject({ code: 'FORBIDDEN' });
    expect(decide(row, withRoles('COORDINATOR'), NOBODYS)).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is for the cooperative itself, and for no other', () => {
    const row: Row = {
      name: 'POST /poke/{id}',
      of: 'id',
      processes: [{ process: 'cooperative', scope: 'poke' }],
    };

    expect(decide(row, signedBy('karhu', 'poke'), of('karhu'))).toEqual(ALLOWED);
    expect(decide(row, signedBy('lumo', 'poke'), of('karhu'))).toMatchObject({ kind: 'refused' });
  });
});

describe('a refusal', () => {
  it('asks who it is of whom nothing was shown, where a role would do', () => {
    expect(decide(PUBLISH, PUBLIC, of('karhu'))).toEqual(
      refused('UNAUTHENTICATED', 'This needs the role STAFF of karhu, or COORDINATOR.'),
    );
  });

  it('asks who it is of the gateway in nobody’s name, and of no other process', () => {
    const codeFor = (issuer: string) => decide(PUBLISH, signedBy(issuer, 'read'), of('karhu'));

    expect(codeFor('gateway')).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(codeFor('booking')).toMatchObject({ code: 'FORBIDDEN' });
    expect(codeFor('karhu')).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      decide(rowOf('PUT /registry/{id}'), signedBy('gateway', 'act'), of('karhu')),
    ).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('says to somebody what would be needed', () => {
    expect(decide(PUBLISH, withRoles('STAFF lumo'), of('karhu', '1572860-0'))).toEqual(
      refused('FORBIDDEN', 'This needs the role STAFF of karhu, or COORDINATOR.'),
    );
  });

  it('says by what an order is an organisation’s', () => {
    expect(
      decide(rowOf('Mutation.placeOrder'), withRoles('OFFICER 0207988-1'), of('1572860-0')),
    ).toEqual(
      refused(
        'FORBIDDEN',
        'This needs the role OFFICER or MACHINE of the organisation that "organisationId" names, HOUSEHOLD or MEMBER whose own it is, or STAFF or COORDINATOR.',
      ),
    );
  });

  it('is FORBIDDEN where a secret would have done, and does not tell whose it is', () => {
    expect(decide(ORDER, PUBLIC, of('karhu', '1572860-0'))).toEqual(
      refused(
        'FORBIDDEN',
        'This needs the secret that was returned when it was made, the role STAFF or OFFICER of its organisation, HOUSEHOLD whose own it is, or COORDINATOR.',
      ),
    );
  });

  it('is FORBIDDEN where no role would do', () => {
    const row: Row = {
      name: 'Query.catalogueChanges',
      of: null,
      processes: [{ process: 'catalogue', scope: 'follow' }],
    };

    expect(decide(row, PUBLIC, NOBODYS)).toEqual(
      refused(
        'FORBIDDEN',
        'This needs a request that the network’s catalogue has signed, with the scope "follow".',
      ),
    );
  });

  it('names whatever process may besides, in words for people', () => {
    const { message } = decide(rowOf('POST /poke/{id}'), PUBLIC, of('karhu')) as Refused;

    expect(message).toBe(
      'This needs the role COORDINATOR, a request that the cooperative itself has signed, with the scope "poke", or a request that what started the network has signed, with the scope "register".',
    );
  });

  it('is FORBIDDEN to a process, which is known', () => {
    expect(decide(PUBLISH, signedBy('booking', 'read'), of('karhu'))).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('names no organisation where none was sent', () => {
    expect(decide(PUBLISH, PUBLIC, NOBODYS)).toMatchObject({
      message: 'This needs the role STAFF of the cooperative, or COORDINATOR.',
    });
  });
});

describe('how much of a list one may read', () => {
  it('is all of it, or what is of one’s organisations, and one’s own', () => {
    expect(reach(ORDER, withRoles('STAFF karhu', 'COORDINATOR'), NOBODYS)).toEqual({ kind: 'all' });
    expect(
      reach(ORDER, withRoles('STAFF karhu', 'OFFICER 0203929-1', 'OFFICER 0203929-1'), NOBODYS),
    ).toEqual({ kind: 'some', organisations: ['karhu', '0203929-1'], hasOwn: false });
    expect(reach(ORDER, withRoles('HOUSEHOLD', 'STAFF karhu'), NOBODYS)).toEqual({
      kind: 'some',
      organisations: ['karhu'],
      hasOwn: true,
    });
  });

  it('is nothing without one of the roles', () => {
    expect(reach(PUBLISH, PUBLIC, NOBODYS)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(reach(ORDER, withRoles('AUDITOR', 'STAFF'), NOBODYS)).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
