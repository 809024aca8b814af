import { describe, expect, it } from '@jest/globals';
import { refuseUnasked } from '../../../../subgraphs/shared/identity/policy/refuse-unasked.js';
import type { Asker } from '../../../../subgraphs/shared/identity/policy/rule.js';
import { rowOf } from '../../../../subgraphs/shared/identity/policy/table.js';
import { PUBLIC, withRoles } from './askers.js';

const PUBLISH = { input: { id: 'karhu:siivous', published: true } };

function refuse(asker: Asker, name: string, args: Readonly<Record<string, unknown>> = {}) {
  return refuseUnasked(rowOf(name), asker, args);
}

describe('before its owner is asked', () => {
  it('what needs a role is refused to the public, and to who has another', () => {
    expect(refuse(PUBLIC, 'Query.orders')).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(refuse(PUBLIC, 'Mutation.publishService')).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(refuse(withRoles('AUDITOR'), 'Query.orders')).toMatchObject({ code: 'FORBIDDEN' });
    expect(refuse(withRoles('STAFF karhu'), 'Mutation.offerRequest')).toMatchObject({
      message: 'This needs the role COORDINATOR.',
    });
  });

  it('what was sent of another cooperative is refused by its name', () => {
    expect(refuse(withRoles('STAFF lumo'), 'Mutation.publishService', PUBLISH)).toEqual({
      kind: 'refused',
      code: 'FORBIDDEN',
      message: 'This needs the role STAFF or MACHINE of karhu.',
    });
  });

  it('what its owner may allow is let through', () => {
    expect(refuse(PUBLIC, 'Query.catalogue')).toBeNull();
    expect(refuse(PUBLIC, 'Query.order', { id: 'x' })).toBeNull();
    expect(refuse(withRoles('HOUSEHOLD'), 'Query.orders')).toBeNull();
    expect(refuse(withRoles('STAFF lumo'), 'Mutation.acceptOffer')).toBeNull();
    expect(refuse(withRoles('STAFF karhu'), 'Mutation.publishService', PUBLISH)).toBeNull();
    expect(refuse(withRoles('OFFICER 0137323-9'), 'Mutation.placeOrder')).toBeNull();
    expect(refuse(withRoles('STAFF karhu'), 'Query.workOffers')).toBeNull();
    expect(refuse(withRoles('STAFF karhu'), 'Mutation.publishService')).toBeNull();
  });

  it('a program passes, which may be the cooperative’s own', () => {
    const program = withRoles('MACHINE 1572860-0');

    expect(refuse(program, 'Mutation.publishService', PUBLISH)).toBeNull();
    expect(refuse(program, 'Mutation.offerRequest')).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('an auditor orders nothing', () => {
    expect(refuse(withRoles('AUDITOR'), 'Mutation.placeOrder')).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
