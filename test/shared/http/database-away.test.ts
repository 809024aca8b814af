import { describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { createApp } from '../../../subgraphs/shared/http/create-app.js';
import { addHealthRoutes } from '../../../subgraphs/shared/http/health-routes.js';
import { createLogger } from '../../../subgraphs/shared/process/logger.js';

describe('A process whose database is away', () => {
  it('says so where a route needs it, and that it is no fault of the code', async () => {
    const app = createApp({ log: createLogger('app', 'silent') });
    app.get('/feed', () => Promise.reject(new mongo.MongoNetworkError('10.0.0.7 is gone.')));
    app.get('/broken', () => Promise.reject(new Error('A fault.')));

    const away = await app.inject('/feed');
    const broken = await app.inject('/broken');

    expect(away.statusCode).toBe(503);
    expect(away.json()).toMatchObject({
      errors: [{ extensions: { code: 'DATABASE_UNAVAILABLE' } }],
    });
    expect(away.body).not.toContain('10.0.0.7');
    expect(broken.statusCode).toBe(500);
  });

  it('is not ready, and says why', async () => {
    const app = createApp({ log: createLogger('app', 'silent') });
    let obstacle: string | null = 'The database has not answered for 12 s.';
    addHealthRoutes(app, () => obstacle);

    const away = await app.inject('/ready');
    obstacle = null;
    const back = await app.inject('/ready');

    expect([away.statusCode, away.json()]).toEqual([
      503,
      { status: 'not ready', reason: 'The database has not answered for 12 s.' },
    ]);
    expect([back.statusCode, back.json()]).toEqual([200, { status: 'ready' }]);
  });
});
