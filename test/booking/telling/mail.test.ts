import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { forgetBuyer } from '../../../subgraphs/booking/orders/order/forgetting.js';
import type { Telling, TellingOptions } from '../../../subgraphs/booking/telling/create-telling.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';
import { startMailServer, type MailServer } from './mail-server.js';
import { anOffer, aRequest } from './records.js';
import { anAddress, BUYER, openBench, type Bench } from './support.js';

describe('an e-mail', () => {
  let database: Database;
  let bench: Bench;
  let server: MailServer;
  let open: Telling[] = [];

  beforeEach(async () => {
    database = await openFreshDatabase();
    bench = await openBench(database);
    server = await startMailServer();
    open = [];
  });
  afterEach(async () => {
    for (const telling of open) await telling.close();
    await server.close();
    await database.close();
  });

  const start = async (
    settings: Partial<TellingOptions['settings']> = {},
    options: Partial<TellingOptions> = {},
  ): Promise<Telling> => {
    const from = 'The hub <hub@example.org>';
    const telling = await bench.start({
      settings: {
        mail: { smtpUrl: server.url, from },
        ...{ coordinator: null, phone: '+358 2 000 0200', isProduction: false },
        ...settings,
      },
      ...options,
    });
    open.push(telling);
    return telling;
  };
  const onlyMessage = async () => (await bench.all())[0];

  it('tells the customer what was ordered, when it is there, and where to call', async () => {
    const title = { fi: 'Siivous\r\nBcc: all@example.org', sv: 'Städning' };
    await bench.confirmed('7KD-4PM', {
      legs: (await bench.confirmed('other', { buyer: { ...BUYER, email: null } })).legs.map(
        (leg) => ({ ...leg, state: 'REQUESTED', stateAsOf: null, title, languages: ['fi'] }),
      ),
    });
    await (await start()).sweep();

    const [mail, ...more] = server.mails;
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      subject: 'Tilaus 7KD-4PM on vahvistettu',
      from: { text: '"The hub" <hub@example.org>' },
      to: { text: 'MARKER-buyer@example.org' },
      messageId: `<${(await onlyMessage())?._id ?? ''}@example.org>`,
    });
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.has('bcc')).toBe(false);
    // Midnight in UTC, when it is winter in Finland.
    expect(mail?.text).toContain(
      '- Siivous Bcc: all@example.org (karhu), maanantaina 22. maaliskuuta 2027 klo 02.00 UTC+2',
    );
    expect(mail?.text).toContain('+358 2 000 0200');
    expect(mail?.text).not.toMatch(/MARKER-name|7654321/);
    expect(JSON.stringify(await bench.all())).not.toMatch(/MARKER|7654321/);
  });

  it.each([
    [{ details: { language: 'sv' } }, 'Beställningen an-order är bekräftad'],
    [{ details: { language: 'en' } }, 'Order an-order is confirmed'],
    [{ details: { language: 'ar' } }, 'Tilaus an-order on vahvistettu'],
    [{ buyer: { ...BUYER, municipality: 'SE-0581' } }, 'Beställningen an-order är bekräftad'],
  ])('is in the language of the customer, else of the place: %j', async (more, subject) => {
    await bench.confirmed('an-order', { buyer: BUYER, ...('buyer' in more && more) });
    const found = await bench.orders.findById('an-order');
    if (found === null) throw new Error('There is no order.');
    const orders = Object.assign(bench.orders, {
      findById: () => Promise.resolve({ ...found, ...more }),
    });
    await (await start({}, { orders })).sweep();

    expect(server.mails.map((mail) => mail.subject)).toEqual([subject]);
  });

  it('is not written where no e-mail is sent, and nothing waits for it', async () => {
    await bench.confirmed('an-order');
    await (await start({ mail: null })).sweep();

    expect(await bench.all()).toEqual([]);
    expect(await bench.orders.findWithOutbox(10)).toEqual([]);
  });

  it('is not written to who gave no address, or was forgotten before', async () => {
    await bench.confirmed('one', { buyer: { ...BUYER, email: null } });
    const telling = await start();
    await telling.sweep();
    expect(await bench.all()).toEqual([]);

    server.refuse = () => 451;
    const order = await bench.confirmed('two');
    await telling.sweep();
    expect(await onlyMessage()).toMatchObject({
      ...{ state: 'DUE', reason: 'put off by the mail server (451)' },
    });
    const stored = await bench.orders.findById('two');
    await bench.orders.write(stored ?? order, forgetBuyer(stored ?? order));
    server.refuse = () => null;
    bench.clock.advance(60);
    await telling.sweep();
    expect(server.mails).toEqual([]);
    expect(await onlyMessage()).toMatchObject({ state: 'LEFT_OUT', attempts: 2 });
  });

  it('is tried again where it is put off, and given up where it is refused, in our own words', async () => {
    server.refuse = (address) => (address.startsWith('MARKER-gone') ? 550 : 451);
    const gone = { ...BUYER, email: 'MARKER-gone@example.org' };
    await bench.confirmed('one', { buyer: gone });
    await bench.confirmed('two');
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
    const telling = await start({}, { log });
    await telling.sweep();

    const [one, two] = await bench.all();
    expect(one).toMatchObject({ state: 'DEAD', reason: 'refused by the mail server (550)' });
    expect(two).toMatchObject({ state: 'DUE', reason: 'put off by the mail server (451)' });
    server.refuse = () => null;
    bench.clock.advance(1);
    await telling.sweep();
    expect(server.mails).toHaveLength(1);
    expect(lines).toHaveLength(2);
    expect(JSON.stringify([await bench.all(), lines])).not.toMatch(/FOREIGN|MARKER|7654321/);
  });

  it('waits while the server is not there, or does not let us in', async () => {
    const telling = await start({
      mail: { smtpUrl: server.url.replace('word', 'other'), from: 'hub@example.org' },
    });
    await bench.confirmed('an-order');
    await telling.sweep();
    expect(await onlyMessage()).toMatchObject({
      ...{ state: 'DUE', reason: 'the mail server refuses our name (535)' },
    });

    await server.close();
    bench.clock.advance(1);
    const later = await start();
    await later.sweep();
    expect(await onlyMessage()).toMatchObject({ state: 'DUE', reason: 'no mail server' });
  });

  it('goes to one address of strangers ten times an hour at most', async () => {
    for (let number = 10; number < 22; number += 1) await bench.confirmed(`order-${number}`);
    const other = { ...BUYER, email: 'other@example.org' };
    await bench.confirmed('order-of-another', { buyer: other });
    const telling = await start();
    await telling.sweep();

    const to = server.mails.map((mail) => JSON.stringify(mail.to));
    expect(to.filter((one) => one.includes('MARKER'))).toHaveLength(10);
    expect(to.filter((one) => one.includes('other'))).toHaveLength(1);
    const states = (await bench.all()).map(({ state }) => state);
    expect(states.filter((state) => state === 'LEFT_OUT')).toHaveLength(2);
    expect(await bench.messages.findDead(10, null)).toEqual([]);

    bench.clock.advance(60);
    await bench.confirmed('order-later');
    await telling.sweep();
    expect(server.mails).toHaveLength(12);
    const kept = await database.connection.collection('mailed').find().toArray();
    expect(JSON.stringify(kept)).not.toMatch(/MARKER/);
  });

  it.each(['a,b@example.org', '"a b"@example.org', 'x@example.org>', 'a;b@example.org'])(
    'is not sent to what could be several addresses: %s',
    async (email) => {
      await bench.confirmed('an-order', { buyer: { ...BUYER, email } });
      await (await start()).sweep();

      expect(server.mails).toEqual([]);
      expect(await onlyMessage()).toMatchObject({ state: 'DEAD' });
    },
  );

  it('tells a cooperative of an offer while it is open, in its language, and no more of it later', async () => {
    const address = { email: 'desk@karhu.example', language: 'SV' } as const;
    await bench.addresses.write(null, anAddress('karhu', address));
    await bench.requests.insert(aRequest([anOffer('karhu', { needsSpokenYes: true })]));
    const telling = await start();
    await telling.sweep();

    const [mail] = server.mails;
    expect(mail).toMatchObject({ subject: 'Ni erbjuds ett arbete' });
    expect(mail?.text).toContain('karhu:siivous (karhu), måndag 22 mars 2027 kl. 09:00');
    expect(mail?.text).toContain('Plats: Björneborg');
    expect(mail?.text).toContain('Arbetet kan bara tas per telefon.');
    expect(mail?.text).not.toMatch(/MARKER|7654321/);

    const second = { _id: 'second', reference: 'second' };
    const commands = [{ key: 'second', body: '', offer: null, refusals: [] }];
    const made = aRequest([anOffer('karhu', { id: 'another' })], { ...second, commands });
    await bench.requests.insert(made);
    const declined = anOffer('karhu', { id: 'another', state: 'DECLINED' });
    await bench.requests.change('second', (one) => ({ ...one, offers: [declined] }));
    await telling.sweep();
    expect(server.mails).toHaveLength(1);
  });

  it('tells the coordinator of a cooperative that does not answer: once, and once an hour at most', async () => {
    const lumo = { id: 'lumo', status: 'ACTIVE', since: '2027-03-01T07:00:00Z' } as const;
    const silentSince = (since: string) => ({ id: 'karhu', status: 'UNREACHABLE', since }) as const;
    let karhu = silentSince('2027-03-01T07:00:00Z');
    const coordinator = { email: 'desk@example.org', language: 'en' } as const;
    const telling = await start({ coordinator }, { cooperatives: () => [karhu, lumo] });
    await telling.sweep();
    bench.clock.advance(59);
    karhu = silentSince('2027-03-01T08:30:00Z');
    await telling.sweep();
    expect(server.mails.map(({ subject }) => subject)).toEqual([
      'The system of the cooperative karhu does not answer',
    ]);

    bench.clock.advance(2);
    await telling.sweep();
    bench.clock.advance(61);
    await telling.sweep();
    expect(server.mails).toHaveLength(2);
  });
});
