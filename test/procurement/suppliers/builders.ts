import type {
  Evidence,
  Lot,
  Need,
  Offer,
  Supplier,
  VerifiedEvidence,
} from '../../../subgraphs/procurement/need/need.js';
import type { SupplierFacts } from '../../../subgraphs/procurement/suppliers/judge.js';

/** The five working days of the week of Midsummer 2027. */
export const DAYS = ['2027-06-21', '2027-06-22', '2027-06-23', '2027-06-24', '2027-06-25'];

export function lot(values: Partial<Lot> = {}): Lot {
  return {
    id: '1',
    cpv: '90911200',
    minutesPerDay: 360,
    municipality: 'FI-609',
    certifications: [],
    ...values,
  };
}

export function need(values: Partial<Need> = {}): Need {
  return {
    municipality: 'FI-609',
    from: '2027-06-21',
    to: '2027-06-25',
    weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'],
    excludePublicHolidays: null,
    reserved: 'RES_WS',
    lots: [lot()],
    ...values,
  };
}

/** Of a work integration enterprise, valid all through the week. */
export function evidence(values: Partial<Evidence> = {}): Evidence {
  return {
    scheme: 'WISE',
    issuer: 'Lautakunta',
    number: 'W-1',
    grade: null,
    validFrom: '2026-01-01',
    validTo: '2027-12-31',
    disadvantagedShare: 0.4,
    ...values,
  };
}

/** What the coordinator has verified of it. */
export function verified(piece: Evidence): VerifiedEvidence {
  const verifiedAt = new Date('2027-04-30T08:00:00Z');
  return { ...piece, verification: 'v-1', verifiedAt, document: 'DECISION' };
}

export function offer(values: Partial<Offer> = {}): Offer {
  return {
    ...{ service: 'p:cleaning', kind: 'SERVICE', cpv: ['90911200'], municipalities: ['FI-609'] },
    currency: 'EUR',
    ...values,
  };
}

export function supplier(values: Partial<Supplier> = {}): Supplier {
  return {
    cooperative: 'p',
    country: 'FI',
    businessId: '1572860-0',
    evidence: [evidence()],
    offers: [offer()],
    ...values,
  };
}

export function facts(values: Partial<SupplierFacts> = {}): SupplierFacts {
  return {
    verified: [],
    ownerByBusinessId: new Map(),
    art77Awards: [],
    ...values,
  };
}
