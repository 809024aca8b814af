import {
  startStoreProcess,
  type StoreProcess,
} from '../../../subgraphs/shared/mongo/store-process.js';
import { giveGlobals } from './give-globals.js';
import { measureUnitMs } from './measure-unit.js';

declare global {
  var storeOfTheTests: StoreProcess | null;
}

/**
 * Gives the whole run `@jest/globals`, one unit of time, and one database server: the one MONGODB_URI names, else an embedded store that keeps
 * nothing. `STORE_OPTIONS` adds options to the latter, such as `--conflicts 0.05`.
 */
export default async function setUp(): Promise<void> {
  giveGlobals();
  process.env['TEST_UNIT_MS'] ??= String(await measureUnitMs());
  globalThis.storeOfTheTests = null;
  if (process.env['MONGODB_URI']) return;
  const args = (process.env['STORE_OPTIONS'] ?? '').split(' ').filter(Boolean);
  globalThis.storeOfTheTests = await startStoreProcess(null, { args });
  process.env['MONGODB_URI'] = globalThis.storeOfTheTests.uri;
}
