import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportCooperative } from '../../../subgraphs/cooperative/data-source/export-file.js';
import { reportLines } from '../../../subgraphs/cooperative/report-lines.js';
import { parseCooperativeFile } from '../../../subgraphs/shared/network-file/index.js';
import { loadBuiltInLists } from '../../../subgraphs/shared/lists/reference-lists.js';
import { at, bookableFile, Desk, MONDAY, resourceRow, statesOf } from '../bookings/support.js';
import { serviceRow, startCooperative, type Json, type RunningCooperative } from '../support.js';

interface Report {
  readonly keptBookings: { readonly id: string }[] | null;
  readonly keptBookingCount: number | null;
  readonly unplacedBookings:
    { readonly booking: { id: string; orderReference: string }; readonly lost: string }[] | null;
  readonly unplacedBookingCount: number | null;
  readonly userErrors: { readonly message: string }[];
}

const SERVICES = [
  serviceRow({ gridMinutes: 60, resources: ['w1', 'w2'] }),
  serviceRow({ id: 'pesu', gridMinutes: 60, resources: ['w2'] }),
];
const RESOURCES = [resourceRow({ size: 2 }), resourceRow({ id: 'w2' })];

describe('The report of an import', () => {
  let karhu: RunningCooperative;
  let desk: Desk;

  beforeEach(async () => {
    karhu = await startCooperative();
    desk = new Desk(karhu);
    await karhu.import(bookableFile({ resources: RESOURCES, services: SERVICES }));
  });
  afterEach(() => karhu.close());

  const reportOf = async (file: Json, isDryRun: boolean): Promise<Report> => {
    const { data } = await karhu.ask<{ importCooperative: Report }>(
      `mutation ($json: String!, $dryRun: Boolean!) {
        importCooperative(input: { cooperative: "karhu", json: $json, dryRun: $dryRun }) {
          keptBookings { id } keptBookingCount unplacedBookingCount
          unplacedBookings { booking { id orderReference } lost } userErrors { message } } }`,
      { json: JSON.stringify(file), dryRun: isDryRun },
    );
    return data.importCooperative;
  };
  const book = async (orderId: string, leg: Json): Promise<string> => {
    await desk.hold({ orderId, orderReference: orderId, legs: [leg] });
    const { legs } = await desk.confirm({ orderId });
    return legs[0]?.bookings[0]?.id ?? '';
  };

  it.each([true, false])(
    'names the bookings that lose what they are booked on (dry run: %s)',
    async (isDryRun) => {
      const onW1 = await book('on-w1', { resourceId: 'karhu:w1', quantity: 2 });
      const washing = await book('washing', { serviceId: 'karhu:pesu' });
      const cleaning = await book('cleaning', {
        ...{ resourceId: 'karhu:w2', start: at(`${MONDAY}T11:00`) },
      });
      await book('over', { resourceId: 'karhu:w2', start: at(`${MONDAY}T13:00`) });
      await desk.cancel({ orderId: 'over' });

      const gone = await reportOf(
        bookableFile({ resources: [resourceRow()], services: [serviceRow({ gridMinutes: 60 })] }),
        isDryRun,
      );
      const notDone = await reportOf(
        bookableFile({
          resources: RESOURCES,
          services: [serviceRow({ gridMinutes: 60, resources: ['w1'] })],
        }),
        true,
      );

      expect(gone.userErrors).toEqual([]);
      expect(gone.unplacedBookings).toHaveLength(3);
      expect(gone.unplacedBookings).toEqual(
        expect.arrayContaining([
          { booking: { id: onW1, orderReference: 'on-w1' }, lost: 'PLACES' },
          { booking: { id: washing, orderReference: 'washing' }, lost: 'RESOURCE' },
          { booking: { id: cleaning, orderReference: 'cleaning' }, lost: 'RESOURCE' },
        ]),
      );
      expect(gone.unplacedBookingCount).toBe(3);
      expect(notDone.unplacedBookings?.map(({ booking, lost }) => [booking.id, lost])).toEqual([
        [washing, 'SERVICE'],
        [cleaning, 'RESOURCE_OF_SERVICE'],
      ]);
      expect(statesOf(await desk.read('washing'))).toEqual(['CONFIRMED']);
    },
  );

  it('names none where all keep their places', async () => {
    await book('on-w1', { resourceId: 'karhu:w1' });

    const report = await reportOf(
      bookableFile({ resources: RESOURCES, services: SERVICES }),
      false,
    );

    expect(report).toMatchObject({ unplacedBookings: [], unplacedBookingCount: 0 });
    expect(report).toMatchObject({ keptBookings: [], keptBookingCount: 0 });
  });

  it('names the bookings of orders that the file has otherwise, which stand', async () => {
    await desk.hold();
    const before = await exportCooperative(karhu.server.dataSource);
    await desk.confirm({});
    await desk.move({ start: at(`${MONDAY}T12:00`) });
    const stands = await desk.read('order-1');

    const report = await reportOf({ ...before }, false);

    expect(report.keptBookings?.map(({ id }) => id)).toEqual(
      stands.legs[0]?.bookings.map(({ id }) => id),
    );
    expect(await desk.read('order-1')).toEqual(stands);
  });

  it('is printed with every booking by its reference, and no customer', async () => {
    const id = await book('7KD-4PM', { serviceId: 'karhu:pesu' });
    const json = JSON.stringify(bookableFile({ resources: [resourceRow({ size: 2 })] }));
    const { cooperative } = parseCooperativeFile(json, 'karhu.json', loadBuiltInLists());

    const report = await karhu.server.dataSource.import(cooperative, true);
    const lines = reportLines(report, 'Europe/Helsinki');

    expect(lines.at(-1)).toBe(
      `  Booking ${id.replace('karhu:', '')} of 7KD-4PM, ${MONDAY}T09:00, stands without a place: the resource "w2" is gone.`,
    );
    expect(lines.join()).not.toContain('Maija');
  });
});

describe('An export that comes in where something is', () => {
  let karhu: RunningCooperative;
  let desk: Desk;

  beforeEach(async () => {
    karhu = await startCooperative();
    desk = new Desk(karhu);
    await karhu.import(bookableFile());
  });
  afterEach(() => karhu.close());

  const exported = async (): Promise<Json> => ({
    ...(await exportCooperative(karhu.server.dataSource)),
  });
  const empty = async (...names: string[]): Promise<void> => {
    for (const name of names) {
      await karhu.database.connection.collection(name).deleteMany({});
    }
  };

  it('does not bring to life what was called off in the meantime', async () => {
    await desk.hold();
    await desk.confirm({});
    const file = await exported();
    await empty('bookings', 'commands');
    await desk.cancel({});

    const { userErrors } = await karhu.import(file);

    expect(userErrors).toEqual([]);
    expect(statesOf(await desk.read('order-1'))).toEqual(['CANCELLED']);
    expect(await desk.starts()).toContain('09:00 1');
  });

  it('is refused where a place was given to another order in the meantime', async () => {
    await desk.hold();
    await desk.confirm({});
    const file = await exported();
    await empty('bookings', 'commands');
    await desk.hold({ orderId: 'order-2' });

    const { userErrors } = await karhu.import(file);

    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    expect(userErrors[0]?.message).toMatch(/^bookings\[0\]: wanted at most 1 of "w1" at a time/);
    expect(statesOf(await desk.read('order-1'))).toEqual([]);
  });

  it('is refused where the same leg was booked anew in the meantime', async () => {
    await desk.hold();
    const file = await exported();
    await empty('bookings', 'commands');
    await desk.hold({ legs: [{ start: at(`${MONDAY}T12:00`) }] });

    const { userErrors } = await karhu.import(file);

    expect(userErrors[0]?.message).toMatch(
      /^bookings\[0\]\.order: wanted a leg that is not booked here, got leg 0 of KARHU-1/,
    );
  });

  it('does not put back in the line who has moved up', async () => {
    await desk.hold();
    await desk.confirm({});
    await desk.enrol({ orderId: 'order-2', leg: {} });
    const file = await exported();
    await desk.cancel({});
    expect(statesOf(await desk.read('order-2'))).toEqual(['CONFIRMED']);

    const { userErrors } = await karhu.import(file);

    expect(userErrors).toEqual([]);
    expect(statesOf(await desk.read('order-2'))).toEqual(['CONFIRMED']);
  });

  it('refuses an answer that no command gives, and instants that are not the wall times', async () => {
    await desk.hold();
    const file = JSON.parse(JSON.stringify(await exported())) as {
      bookings: Json[];
      hub: { answers: Json[] };
    };
    const [booking] = file.bookings;
    await empty('bookings', 'commands');
    const twice = '2027-10-31T00:00:00Z';

    const wrong = await karhu.import({
      ...file,
      bookings: [{ ...booking, startsAt: twice, endsAt: '2027-10-31T01:00:00Z' }],
      hub: { answers: [{ ...file.hub.answers[0], answer: { $where: 'x' } }] },
    });

    expect(wrong.userErrors.map(({ message }) => message)).toEqual([
      'bookings[0]: wanted "startsAt" and "endsAt" at the wall times of "from" and "to", got others',
      'hub.answers: wanted {"$date": an instant}, got another key that begins with "$"',
    ]);
  });
});
