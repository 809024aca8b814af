import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MONDAY } from '../bookings/support.js';
import { askKarhu, startBookedKarhu, type BookedKarhu, type Speaker } from './asking-karhu.js';

const as = (...roles: readonly string[]): Speaker => ({ issuer: 'gateway', scope: 'act', roles });

/** Who asks karhu, whose business id is 1572860-0. */
const SPEAKERS = {
  nobody: null,
  public: { issuer: 'gateway', scope: 'read', roles: null },
  household: as('HOUSEHOLD'),
  member: as('MEMBER karhu m1'),
  colleague: as('MEMBER karhu m2'),
  'unnamed member': as('MEMBER karhu'),
  'member of lumo': as('MEMBER lumo m1'),
  staff: as('STAFF karhu'),
  'staff of lumo': as('STAFF lumo'),
  officer: as('OFFICER 1572860-0'),
  coordinator: as('COORDINATOR'),
  auditor: as('AUDITOR'),
  machine: as('MACHINE 1572860-0'),
  'machine by its id': as('MACHINE karhu'),
  'machine of lumo': as('MACHINE 0207988-0'),
  booking: { issuer: 'booking', scope: 'book', roles: null },
  'booking that reads': { issuer: 'booking', scope: 'read', roles: null },
  catalogue: { issuer: 'catalogue', scope: 'follow', roles: null },
  procurement: { issuer: 'procurement', scope: 'capacity', roles: null },
  'procurement that reads': { issuer: 'procurement', scope: 'read', roles: null },
} as const satisfies Readonly<Record<string, Speaker | null>>;

type Name = keyof typeof SPEAKERS;
const NAMES = Object.keys(SPEAKERS) as Name[];
const OWN_STAFF: readonly Name[] = ['staff', 'machine', 'machine by its id'];
const AT_GATEWAY = NAMES.filter((name) => SPEAKERS[name]?.issuer === 'gateway');

const QUESTION = `query ($rows: [_Any!]!) {
  catalogueChanges(since: 0, first: 1) { epoch }
  _entities(representations: $rows) {
    ... on Cooperative {
      members { totalCount } waitingList { since } calendarLinks { path }
      freeCapacity(from: "${MONDAY}", to: "${MONDAY}", serviceIds: ["karhu:siivous"]) { from }
      freeSubstitutes(from: "${MONDAY}", to: "${MONDAY}") { from }
      bookings(from: "${MONDAY}") { edges { node { resourceId customer { name phone email municipality } } } }
    }
    ... on Service {
      published capacity { from } quote(start: "${MONDAY}T09:00:00Z", minutes: 60) { net }
      availability(from: "${MONDAY}", to: "${MONDAY}") { date }
    }
    ... on Booking {
      id service { id } resourceId start end minutes quantity state orderReference agreedByPhone
      history { at kind start end } customer { name phone email municipality }
    }
    ... on Member { id name email phone languages }
  }
}`;

/** Each with an input that does nothing when it is carried out. */
const COMMANDS: Readonly<Record<string, string>> = {
  publishService: '{ id: "karhu:none", published: true }',
  importBusyCalendar: '{ id: "karhu:none", ics: "" }',
  importCooperative: '{ cooperative: "karhu", json: "{}" }',
  renewCalendarLinks: '{ cooperative: "karhu" }',
  startBooking: '{ idempotencyKey: "a", id: "karhu:none" }',
  completeBooking: '{ idempotencyKey: "b", id: "karhu:none", deliveredMinutes: 1 }',
  declineBooking: '{ idempotencyKey: "c", id: "karhu:none" }',
  recordNoShow: '{ idempotencyKey: "d", id: "karhu:none" }',
};
const ORDER = 'cooperative: "karhu", orderId: "none"';
const LEG = `{ leg: 0, serviceId: "karhu:none", start: "${MONDAY}T09:00:00Z", minutes: 60, quantity: 1 }`;
const CUSTOMER = 'customer: { name: "Maija", municipality: "FI-609" }';
const ORDER_COMMANDS: Readonly<Record<string, string>> = {
  holdBookings: `{ idempotencyKey: "e", ${ORDER}, orderReference: "K-1", municipality: "FI-609", holdMinutes: 1, legs: [${LEG}] }`,
  confirmBookings: `{ idempotencyKey: "f", ${ORDER}, ${CUSTOMER} }`,
  extendBookings: `{ idempotencyKey: "g", ${ORDER}, holdMinutes: 1 }`,
  releaseBookings: `{ idempotencyKey: "h", ${ORDER} }`,
  cancelBookings: `{ idempotencyKey: "i", ${ORDER} }`,
  moveBookings: `{ idempotencyKey: "j", ${ORDER}, leg: 0, start: "${MONDAY}T09:00:00Z" }`,
  changeBookings: `{ idempotencyKey: "l", ${ORDER}, legs: [{ leg: 0, start: "${MONDAY}T09:00:00Z", minutes: 60 }] }`,
  enrolBookings: `{ idempotencyKey: "k", ${ORDER}, orderReference: "K-1", ${CUSTOMER}, leg: ${LEG} }`,
  readBookings: `{ ${ORDER} }`,
};
const COMMAND = `mutation { ${Object.entries({ ...COMMANDS, ...ORDER_COMMANDS })
  .map(([name, input]) => `${name}(input: ${input}) { userErrors { code } }`)
  .join(' ')} }`;

/** What an answer has at a place: what was told, null, or the code of a refusal. */
type Told = Map<string, unknown>;

let booked: BookedKarhu;
const read = new Map<Name, Told>();
const done = new Map<Name, Told>();

function toldBy(
  { data, errors = [] }: Awaited<ReturnType<typeof askKarhu>>,
  types: string[],
): Told {
  const told: Told = new Map(Object.entries(data ?? {}));
  const entities = (data?.['_entities'] ?? []) as (Readonly<Record<string, unknown>> | null)[];
  entities.forEach((entity, index) => {
    told.set(types[index] ?? '', entity);
    for (const [field, value] of Object.entries(entity ?? {})) {
      told.set(`${types[index]}.${field}`, value);
    }
  });
  for (const { path, extensions } of errors) {
    const [root, index, field] = path;
    told.set(
      root === '_entities' ? `${types[Number(index)]}.${field}` : String(root),
      extensions.code,
    );
  }
  return told;
}

/** Who was told something, and by which codes all others were refused. */
function cellsOf(tables: Map<Name, Told>, place: string) {
  const cells = NAMES.map((name) => ({ name, told: tables.get(name)?.get(place) ?? null }));
  const isOpen = ({ told }: { told: unknown }) => told !== null && typeof told !== 'string';
  return {
    may: cells.filter(isOpen).map(({ name }) => name),
    refusals: Object.fromEntries(
      cells.filter((cell) => !isOpen(cell)).map(({ name, told }) => [name, told]),
    ),
  };
}

/** @param codeOf - Null where a field is null rather than refused. */
function expected(may: readonly Name[], codeOf: (name: Name) => string | null) {
  const allowed = NAMES.filter((name) => may.includes(name));
  const refused = NAMES.filter((name) => !may.includes(name));
  return {
    may: allowed,
    refusals: Object.fromEntries(refused.map((name) => [name, codeOf(name)])),
  };
}

const NOT_SIGNED_IN: readonly Name[] = ['nobody', 'public'];
const byRole = (name: Name) => (NOT_SIGNED_IN.includes(name) ? 'UNAUTHENTICATED' : 'FORBIDDEN');
const forbidden = () => 'FORBIDDEN';
const hidden = () => null;

beforeAll(async () => {
  booked = await startBookedKarhu();
  const rows = [
    { __typename: 'Cooperative', id: 'karhu' },
    { __typename: 'Service', id: 'karhu:siivous' },
    { __typename: 'Booking', id: booked.bookings[0] },
    { __typename: 'Member', id: 'karhu:m1' },
  ];
  const types = rows.map(({ __typename }) => __typename);
  for (const name of NAMES) {
    const speaker = SPEAKERS[name];
    read.set(name, toldBy(await askKarhu(booked.karhu, speaker, QUESTION, { rows }), types));
    done.set(name, toldBy(await askKarhu(booked.karhu, speaker, COMMAND), types));
  }
});
afterAll(() => booked.karhu.close());

describe('what a cooperative tells', () => {
  it.each(['Cooperative.members', 'Service.published', 'Service.quote', 'Service.availability'])(
    'is open to all: %s',
    (place) => {
      expect(cellsOf(read, place)).toEqual(expected(NAMES, hidden));
    },
  );

  it.each(['Cooperative.waitingList', 'Cooperative.calendarLinks'])(
    'is for its own staff and system: %s',
    (place) => {
      expect(cellsOf(read, place)).toEqual(expected(OWN_STAFF, byRole));
    },
  );

  it('is of the bookings to a member only those that are the member’s own work', () => {
    const members: Name[] = ['member', 'colleague', 'unnamed member', 'member of lumo'];
    expect(cellsOf(read, 'Cooperative.bookings')).toEqual(
      expected([...OWN_STAFF, ...members], byRole),
    );
    const listed = (name: Name) => {
      const page = read.get(name)?.get('Cooperative.bookings') as {
        edges: { node: { resourceId: string; customer: { name: string } } }[];
      };
      return page.edges.map(({ node }) => `${node.resourceId} ${node.customer.name}`).sort();
    };
    const [first, second] = ['w1', 'w2'].map((id) => `karhu:${id} Maija Mehiläinen`);
    expect(OWN_STAFF.map(listed)).toEqual(OWN_STAFF.map(() => [first, second]));
    expect(members.map(listed)).toEqual([[first], [second], [], []]);
  });

  it('is a booking by its id only to the gateway, which comes to it by an order', () => {
    expect(cellsOf(read, 'Booking')).toEqual(expected(AT_GATEWAY, hidden));
  });

  it('is whom a booking is for to its staff, its system and the member who does the work', () => {
    expect(cellsOf(read, 'Booking.customer')).toEqual(expected([...OWN_STAFF, 'member'], hidden));
  });

  it.each(['name', 'email', 'phone', 'languages'])(
    'is of a member, unless opened, to the staff, the system and the member: %s',
    (field) => {
      const tables = new Map(
        [...read].map(([name, told]) => {
          const value = told.get(`Member.${field}`);
          return [name, new Map([['value', value === null ? null : { value }]])];
        }),
      );
      expect(cellsOf(tables, 'value')).toEqual(expected([...OWN_STAFF, 'member'], hidden));
    },
  );

  it('is of the feed everything to the catalogue, and nothing to anybody else', () => {
    expect(cellsOf(read, 'catalogueChanges')).toEqual(expected(['catalogue'], forbidden));
    expect(cellsOf(read, 'Service.capacity')).toEqual(expected(['catalogue'], hidden));
  });
});

describe('what a cooperative has free', () => {
  it.each(['Cooperative.freeCapacity', 'Cooperative.freeSubstitutes'])(
    'is for the procurement process, where it asks for that: %s',
    (place) => {
      expect(cellsOf(read, place)).toEqual(expected(['procurement'], forbidden));
    },
  );
});

describe('what a cooperative does', () => {
  it.each(Object.keys(COMMANDS))('is for its own staff and system: %s', (command) => {
    expect(cellsOf(done, command)).toEqual(expected(OWN_STAFF, byRole));
  });

  it.each(Object.keys(ORDER_COMMANDS))('is for the booking process: %s', (command) => {
    expect(cellsOf(done, command)).toEqual(expected(['booking'], forbidden));
  });

  it('is for nobody by a request that was signed to be read', async () => {
    const reading = { issuer: 'gateway', scope: 'read', roles: ['STAFF karhu'] };

    const { data, errors } = await askKarhu(
      booked.karhu,
      reading,
      'mutation { renewCalendarLinks(input: { cooperative: "karhu" }) { links { path } } }',
    );

    expect(data).toEqual({ renewCalendarLinks: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('is refused with what would be needed', async () => {
    const { errors } = await askKarhu(
      booked.karhu,
      SPEAKERS['staff of lumo'],
      `mutation { startBooking(input: ${COMMANDS['startBooking']}) { userErrors { code } } }`,
    );

    expect(errors?.[0]?.message).toBe('This needs the role STAFF or MACHINE of karhu.');
  });
});
