import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../../../../subgraphs/shared/identity/caller.js';
import { decide, reach } from '../../../../subgraphs/shared/identity/policy/decide.js';
import { organisationsSent } from '../../../../subgraphs/shared/identity/policy/places.js';
import {
  NOBODYS,
  type Asker,
  type Target,
} from '../../../../subgraphs/shared/identity/policy/rule.js';
import { rowOf, TABLE } from '../../../../subgraphs/shared/identity/policy/table.js';
import { of, ONES_OWN, OPENED, PUBLIC, signedBy, withRoles } from './askers.js';

const ROWS = TABLE.flatMap(({ rows }) => rows);

/** The rows that open something to somebody. */
function opened(asker: Asker, target: Target): string[] {
  return ROWS.filter((row) => decide(row, asker, target).kind === 'allowed').map(
    ({ name }) => name,
  );
}

function may(asker: Asker, name: string, target: Target = NOBODYS): boolean {
  return decide(rowOf(name), asker, target).kind === 'allowed';
}

const PUBLIC_ROWS = opened(PUBLIC, NOBODYS);
const beyondPublic = (asker: Asker, target: Target): string[] =>
  opened(asker, target).filter((name) => !PUBLIC_ROWS.includes(name));

const PORI = '0137323-9';
const KARHU = '1572860-0';

describe('whoever shows nothing', () => {
  it('searches, asks who can, orders and asks for work', () => {
    expect(PUBLIC_ROWS).toEqual([
      ...['Query.catalogue', 'Query.service', 'Query.services'],
      ...['Query.cooperatives', 'Query.cooperative'],
      ...['Query.municipalities', 'Query.cpvCodes', 'Query.whoCanTake', 'Query.viewer'],
      ...['Query.supplierSearch', 'Query.substituteSearch', 'Query.thresholdCheck'],
      ...['Query.deadline', 'Query.vatRates'],
      ...['Mutation.holdOrder', 'Mutation.placeOrder', 'Mutation.placeSeries', 'Mutation.enrol'],
      'Mutation.createRequest',
      ...['Service.published', 'Service.availability', 'Service.quote'],
      ...['Cooperative.members', 'Member.id'],
      ...['GET /registry', 'GET /cooperatives/{id}/busy.ics (room or pool)'],
      ...[
        'GET /.well-known/jwks.json',
        'GET /.well-known/oauth-protected-resource',
        'GET /health',
        'GET /ready',
      ],
    ]);
  });

  it('reads and changes an order or a request by its secret', () => {
    const bySecret = ROWS.filter(({ key }) => key === 'secret').map(({ name }) => name);

    expect(bySecret.filter((name) => !/^(Query|Mutation)\./.test(name))).not.toEqual([]);
    expect(bySecret.filter((name) => /^(Query|Mutation)\./.test(name))).toEqual([
      ...['Query.order', 'Query.workRequest'],
      ...['Mutation.extendHold', 'Mutation.confirmOrder', 'Mutation.moveOrder'],
      ...['Mutation.cancelOrder', 'Mutation.cancelLeg', 'Mutation.changeSeries'],
      'Mutation.closeRequest',
      ...['Mutation.exportPerson', 'Mutation.erasePerson'],
    ]);
    expect(bySecret.filter((name) => !may(PUBLIC, name, OPENED))).toEqual([]);
  });
});

describe('what is public', () => {
  it('stays so for everybody, but for ordering in a name that is not one’s own', () => {
    const closed = ROLES.map((role) => [
      role,
      PUBLIC_ROWS.filter((name) => !may(withRoles(`${role} karhu`), name)),
    ]);
    const making = PUBLIC_ROWS.filter((name) => name.startsWith('Mutation.'));

    expect(Object.fromEntries(closed)).toEqual({
      ...{ STAFF: [], COORDINATOR: [] },
      ...{ HOUSEHOLD: making, MEMBER: making, OFFICER: making, AUDITOR: making, MACHINE: making },
    });
  });
});

describe('an officer', () => {
  const officer = withRoles(`OFFICER ${PORI}`);

  it('orders for the organisation, and never as a household or for another', () => {
    expect(may(officer, 'Mutation.placeOrder', of(PORI))).toBe(true);
    expect(may(officer, 'Mutation.placeOrder', ONES_OWN)).toBe(false);
    expect(may(officer, 'Mutation.placeOrder', of(KARHU))).toBe(false);
  });

  it('may order as a household too who has shown to be one', () => {
    const both = withRoles(`OFFICER ${PORI}`, 'HOUSEHOLD');

    expect(may(both, 'Mutation.placeOrder', ONES_OWN)).toBe(true);
  });

  it('sees and changes what the organisation has ordered', () => {
    expect(may(officer, 'Order.buyer', of(PORI, 'karhu'))).toBe(true);
    expect(may(officer, 'Mutation.cancelOrder', of(PORI))).toBe(true);
    expect(may(officer, 'Query.order', of(KARHU))).toBe(false);
    expect(reach(rowOf('Query.orders'), officer, NOBODYS)).toEqual({
      kind: 'some',
      organisations: [PORI],
      hasOwn: false,
    });
  });
});

describe('the staff of a cooperative', () => {
  const staff = withRoles('STAFF karhu');

  it('runs its services and bookings, and answers what it was offered', () => {
    expect(beyondPublic(staff, of('karhu')).filter((name) => name.startsWith('Mutation'))).toEqual([
      ...['Mutation.acceptOffer', 'Mutation.declineOffer', 'Mutation.setNotifications'],
      ...['Mutation.exportPerson', 'Mutation.erasePerson', 'Mutation.updateMemberSharing'],
      ...['Mutation.publishService', 'Mutation.importBusyCalendar'],
      ...['Mutation.startBooking', 'Mutation.completeBooking'],
      ...['Mutation.declineBooking', 'Mutation.recordNoShow'],
      ...['Mutation.importCooperative', 'Mutation.renewCalendarLinks'],
    ]);
  });

  it('never reads or writes what is another’s', () => {
    expect(beyondPublic(staff, of('lumo', '0000000-0'))).toEqual(['Query.network']);
    expect(beyondPublic(staff, ONES_OWN)).toEqual(['Query.network']);
  });

  it('sees its members and customers, and no list of the network’s orders', () => {
    expect(may(staff, 'Member.phone', of('karhu'))).toBe(true);
    expect(may(staff, 'Booking.customer', of('karhu'))).toBe(true);
    expect(may(staff, 'Query.orders', of('karhu'))).toBe(false);
  });
});

describe('a member', () => {
  it('sees the own bookings and fields, and changes no booking', () => {
    const member = withRoles('MEMBER karhu');

    expect(may(member, 'Cooperative.bookings', ONES_OWN)).toBe(true);
    expect(may(member, 'Booking.customer', ONES_OWN)).toBe(true);
    expect(may(member, 'Booking.customer', of('karhu'))).toBe(false);
    expect(may(member, 'Member.email', ONES_OWN)).toBe(true);
    expect(may(member, 'Member.email', of('karhu'))).toBe(false);
    expect(may(member, 'Mutation.startBooking', { ...ONES_OWN, organisations: ['karhu'] })).toBe(
      false,
    );
  });

  it('opens a field to everybody, and the calendar to whoever has its link', () => {
    expect(may(PUBLIC, 'GET /cooperatives/{id}/busy.ics (worker)', OPENED)).toBe(true);
    expect(may(withRoles('STAFF karhu'), 'GET /cooperatives/{id}/busy.ics (worker)')).toBe(false);
    expect(may(PUBLIC, 'Member.phone', OPENED)).toBe(true);
    expect(may(PUBLIC, 'Member.phone')).toBe(false);
  });
});

describe('a household', () => {
  it('sees and changes its own orders and requests, and no others', () => {
    const household = withRoles('HOUSEHOLD');

    expect(may(household, 'Mutation.moveOrder', ONES_OWN)).toBe(true);
    expect(beyondPublic(household, of('karhu', PORI))).toEqual([]);
    expect(reach(rowOf('Query.orders'), household, NOBODYS)).toEqual({
      kind: 'some',
      organisations: [],
      hasOwn: true,
    });
  });
});

describe('the coordinator', () => {
  const coordinator = withRoles('COORDINATOR');

  it('acts for those who call', () => {
    const calls = 'placeOrder confirmOrder moveOrder cancelOrder offerRequest recordSpokenAnswer';

    expect(calls.split(' ').filter((name) => !may(coordinator, `Mutation.${name}`))).toEqual([]);
    expect(reach(rowOf('Query.orders'), coordinator, NOBODYS)).toEqual({ kind: 'all' });
  });

  it('says where a cooperative stands', () => {
    expect(may(coordinator, 'PUT /registry/{id}/state')).toBe(true);
    expect(may(coordinator, 'POST /poke/{id}', of('karhu'))).toBe(true);
    expect(may(coordinator, 'Cooperative.statusDetail', of('karhu'))).toBe(true);
  });

  it('is not the cooperative: neither its members nor its commands', () => {
    const inside = ['Mutation.publishService', 'Mutation.acceptOffer', 'Member.phone'];

    expect(inside.filter((name) => may(coordinator, name, of('karhu')))).toEqual([]);
    expect(may(coordinator, 'Cooperative.bookings', of('karhu'))).toBe(false);
  });
});

describe('an auditor', () => {
  it('reads audit logs, what the network has done and the coordinator verified, and nothing of orders, bookings and members', () => {
    const everything = { organisations: ['karhu', PORI], isOwn: true, isOpened: false };

    expect(beyondPublic(withRoles('AUDITOR'), everything)).toEqual([
      'Query.network',
      'Network.settlement',
      'Query.auditEntries',
      'Query.evidenceVerifications',
      'Cooperative.auditEntries',
    ]);
  });
});

describe('a program', () => {
  it('acts for its one organisation, a buyer or a cooperative', () => {
    expect(may(withRoles(`MACHINE ${PORI}`), 'Mutation.placeOrder', of(PORI))).toBe(true);
    expect(may(withRoles(`MACHINE ${PORI}`), 'Mutation.placeOrder', ONES_OWN)).toBe(false);
    const own = withRoles(`MACHINE ${KARHU}`);
    expect(may(own, 'Mutation.publishService', of('karhu', KARHU))).toBe(true);
    expect(beyondPublic(own, of('lumo', '0000000-0'))).toEqual([]);
  });
});

describe('a process of the network', () => {
  it('does what it is there for, and nothing that needs a person', () => {
    expect(beyondPublic(signedBy('catalogue', 'follow', 'orders'), NOBODYS)).toEqual([
      'Query.catalogueChanges',
      'Service.capacity',
      'GET /open-orders/{id}',
    ]);
    expect(beyondPublic(signedBy('gateway', 'read', 'act'), of('karhu'))).toEqual([]);
    expect(beyondPublic(signedBy('network', 'register'), NOBODYS)).toEqual([
      'PUT /registry/{id}',
      'DELETE /registry/{id}',
      'POST /poke/{id}',
    ]);
    expect(beyondPublic(signedBy('karhu', 'poke'), of('karhu'))).toEqual(['POST /poke/{id}']);
  });

  it('books what it alone may book', () => {
    const commands = beyondPublic(signedBy('booking', 'read', 'book'), NOBODYS);

    expect(commands).toHaveLength(9);
    const everybody = ROLES.map((role) => `${role} karhu`);
    expect(commands.filter((name) => may(withRoles(...everybody), name, of('karhu')))).toEqual([]);
  });
});

describe('whose something is', () => {
  it('is the owner of the id that was sent', () => {
    const { of: place } = rowOf('Mutation.publishService');

    expect(place && organisationsSent(place, { input: { id: 'karhu:siivous' } })).toEqual([
      'karhu',
    ]);
  });

  it('is the cooperative that was sent', () => {
    expect(organisationsSent('input.cooperative', { input: { cooperative: 'lumo' } })).toEqual([
      'lumo',
    ]);
    expect(organisationsSent('cooperative', { cooperative: 'lumo' })).toEqual(['lumo']);
    expect(organisationsSent('id', { id: 'lumo' })).toEqual(['lumo']);
  });

  it('is nobody where nothing of the kind was sent, or it lies elsewhere', () => {
    expect(organisationsSent('input.id', {})).toEqual([]);
    expect(organisationsSent('input.id', { input: { id: 'No Id' } })).toEqual([]);
    expect(organisationsSent('the order', { id: 'karhu' })).toEqual([]);
  });
});
