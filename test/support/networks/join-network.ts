import { projectPath } from '../../../schema/sdl.js';
import { ENTRIES } from '../../../subgraphs/local/network/processes/entries.js';
import { RegistryClient } from '../../../subgraphs/local/network/registry-client.js';
import {
  networkDatabaseName,
  withDatabaseName,
} from '../../../subgraphs/shared/mongo/database-name.js';
import { ask } from '../ask.js';
import { eventually } from '../eventually.js';
import { units } from '../unit.js';
import { askToken } from './demo-provider.js';
import { KillableProcess } from './killable-process.js';
import type { NetworkProcess } from './network-process.js';

/**
 * Starts a cooperative that the demo network was booted without, on the network's store, and has it registered by a coordinator.
 * @param now - The instant at which the network's clock stands.
 * @returns Once the catalogue has read it, and the gateway asks it.
 */
export async function joinDemoNetwork(
  { urlByName }: NetworkProcess,
  id: string,
  now: string,
): Promise<KillableProcess> {
  const catalogueUrl = urlByName.get('catalogue') ?? '';
  const member = new KillableProcess(id, ENTRIES.cooperative, {
    COOPERATIVE: id,
    MONGODB_URI: withDatabaseName(urlByName.get('store') ?? '', networkDatabaseName('demo', id)),
    IMPORT_FILE: projectPath('subgraphs', 'local', 'demo', 'cooperatives', `${id}.json`),
    POKE_URL: `${catalogueUrl}/poke/${id}`,
    HUB_JWKS_URL: `${catalogueUrl}/.well-known/jwks.json`,
    NOW: now,
  });
  const url = await member.start();
  const token = await askToken(urlByName.get('provider') ?? '', 'coordinator');
  const signer = { headersFor: () => ({ authorization: `Bearer ${token}` }) };
  const registry = new RegistryClient(catalogueUrl, { signer });
  await registry.put(id, `${url}/graphql`);
  await registry.poke(id);
  const members = `{ cooperative(id: "${id}") { members { totalCount } } }`;
  await eventually(
    () =>
      ask<{ cooperative: { members: object | null } | null }>(urlByName.get('gateway'), members),
    ({ data }) => data.cooperative?.members != null,
    units(600),
  );
  return member;
}
