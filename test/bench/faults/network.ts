import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { businessIdFor } from '../../support/business-id.js';

function cooperativeFile(id: string): object {
  const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
  return {
    ...{ id, name: id, country: 'FI', businessId: businessIdFor(id), bookings: [] },
    ...{ timeZone: 'Europe/Helsinki', municipality: 'FI-609', serves: ['FI-609'] },
    languages: ['fi'],
    resources: [
      {
        ...{ id: 'r0', kind: 'POOL', size: 1_000, worksOnPublicHolidays: true },
        hours: [{ days, from: '00:00', to: '24:00' }],
      },
    ],
    services: [
      {
        ...{ id: 's0', kind: 'SERVICE', title: { fi: 'Palvelu' }, cpv: ['90910000'] },
        ...{ resources: ['r0'], unit: 'HOUR', gridMinutes: 60 },
        price: { net: '28.00', currency: 'EUR', vatRate: '25.5' },
      },
    ],
  };
}

/**
 * Writes the files of a network in which each cooperative offers one service, `s0`, all day and to a thousand at once.
 * @param limits - On strangers, as in `network.json`; the usual ones where left out.
 */
export function writeNetwork(dir: string, owners: readonly string[], limits?: object): void {
  const cooperatives = join(dir, 'cooperatives');
  mkdirSync(cooperatives, { recursive: true });
  for (const id of owners) {
    writeFileSync(join(cooperatives, `${id}.json`), JSON.stringify(cooperativeFile(id)));
  }
  const network = { id: 'bench', name: { en: 'Bench' }, ...(limits && { limits }) };
  writeFileSync(join(dir, 'network.json'), JSON.stringify(network));
}
