import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createPoke } from '../../../subgraphs/cooperative/listing/poke.js';
import {
  cooperativeFile,
  serviceRow,
  startCooperative,
  type RunningCooperative,
} from '../support.js';
import { units } from '../../support/unit.js';
import { UNSIGNED } from '../../../subgraphs/shared/identity/processes/sign-request.js';
import { claimsOf, signerOf } from '../../support/fakes/hub-keys.js';

describe('publishService', () => {
  let karhu: RunningCooperative;

  beforeEach(async () => {
    karhu = await startCooperative();
    await karhu.import(cooperativeFile({ services: [serviceRow({ published: false })] }));
    karhu.poke.mockClear();
  });
  afterEach(() => karhu.close());

  it('publishes once and pokes the catalogue once, however often it is repeated', async () => {
    const answers = [
      await karhu.publish('karhu:siivous', true),
      await karhu.publish('karhu:siivous', true),
    ];

    const published = { service: { id: 'karhu:siivous', published: true }, userErrors: [] };
    expect(answers).toEqual([published, published]);
    expect((await karhu.feed()).rows).toEqual(['1 karhu', '2 karhu:siivous']);
    expect(karhu.poke).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['karhu:none', 'NOT_FOUND'],
    ['lumo:siivous', 'FORBIDDEN'],
    ['lumo', 'FORBIDDEN'],
    ['karhu', 'NOT_FOUND'],
    ['siivous:', 'BAD_USER_INPUT'],
    ['', 'BAD_USER_INPUT'],
  ])('refuses %j with %s', async (id, code) => {
    const payload = await karhu.publish(id, true);

    expect(payload).toEqual({
      service: null,
      userErrors: [{ code, field: ['id'], message: expect.any(String) }],
    });
    expect(karhu.poke).not.toHaveBeenCalled();
  });

  it('finds no service that an import dropped', async () => {
    await karhu.publish('karhu:siivous', true);
    await karhu.import(cooperativeFile({ services: [] }));

    const { userErrors } = await karhu.publish('karhu:siivous', true);

    expect(userErrors).toEqual([expect.objectContaining({ code: 'NOT_FOUND' })]);
    expect((await karhu.feed(2)).rows).toEqual(['3 karhu:siivous withdrawn']);
  });
});

describe('The poke', () => {
  const log = pino({ level: 'silent' });
  let catalogue: Server;
  let url: string;
  let isHanging: boolean;
  const requests: string[] = [];

  beforeEach(async () => {
    requests.length = 0;
    isHanging = false;
    catalogue = createServer((request, response) => {
      requests.push(
        `${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? '-'}`,
      );
      if (!isHanging) response.end('{}');
    });
    await new Promise<void>((resolve) => catalogue.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(catalogue.address() as AddressInfo).port}/poke/karhu`;
  });
  afterEach(() => {
    catalogue.closeAllConnections();
    catalogue.close();
  });

  it('is posted, signed by the cooperative', async () => {
    await createPoke(url, signerOf('karhu'), log)();

    expect(requests).toEqual([expect.stringMatching(/^POST \/poke\/karhu Bearer /)]);
    expect(claimsOf(requests[0])).toMatchObject({
      ...{ iss: 'karhu', aud: 'catalogue', scope: 'poke' },
    });
  });

  it('is given up after half a second when the catalogue hangs', async () => {
    isHanging = true;
    const startedAt = performance.now();

    await createPoke(url, UNSIGNED, log)();

    expect(performance.now() - startedAt).toBeLessThan(units(15));
    expect(requests).toEqual(['POST /poke/karhu -']);
  });

  it('does not fail where nobody answers', async () => {
    await expect(
      createPoke('http://127.0.0.1:1/poke/karhu', UNSIGNED, log)(),
    ).resolves.toBeUndefined();
  });
});
