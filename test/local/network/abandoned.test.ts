import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import { isAbandoned } from '../../../subgraphs/local/network/abandoned.js';
import { listen } from '../../../subgraphs/shared/process/listen.js';

describe('a member without a file in the folder', () => {
  it('is left alone where it joined from elsewhere, or still listens; else it is gone', async () => {
    const server = createServer();
    const url = `${await listen(server, '127.0.0.1', 0)}/graphql`;

    const whileItListens = await isAbandoned(url);
    await new Promise((resolve) => server.close(resolve));
    const afterwards = await isAbandoned(url);

    expect({ whileItListens, afterwards }).toEqual({ whileItListens: false, afterwards: true });
    expect(await isAbandoned('http://127.0.0.1:1/graphql')).toBe(true);
    expect(await isAbandoned('https://coop.example/graphql')).toBe(false);
  });
});
