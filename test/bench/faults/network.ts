import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { businessIdFor } from '../../support/business-id.js';
import { WIDE_LIMITS_JSON } from '../../support/networks/wide-limits.js';

/** Ten, so that one is a tenth. */
export const OWNERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((name) => `c-${name}`);

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

/** Writes the files of a network in which each cooperative offers one service, and nobody is stopped by a limit on strangers. */
export function writeNetwork(dir: string): void {
  const cooperatives = join(dir, 'cooperatives');
  mkdirSync(cooperatives, { recursive: true });
  for (const id of OWNERS) {
    writeFileSync(join(cooperatives, `${id}.json`), JSON.stringify(cooperativeFile(id)));
  }
  const network = { id: 'bench', name: { en: 'Bench' }, limits: WIDE_LIMITS_JSON };
  writeFileSync(join(dir, 'network.json'), JSON.stringify(network));
}
