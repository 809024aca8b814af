import { z } from 'zod';
import {
  COOPERATIVE_STATUSES,
  COUNTRY_CODES,
  CURRENCY_CODES,
  SERVICE_KINDS,
} from '../../shared/words/closed-sets.js';
import type { Evidence, Offer, Supplier } from '../need/need.js';

// What the catalogue is asked of all cooperatives, and how it answers.

/** A cooperative as the catalogue lists it. */
export interface ListedSupplier {
  readonly cooperative: string;
  /** How it is called; null while nothing of it was ever read. */
  readonly name: string | null;
  readonly status: (typeof COOPERATIVE_STATUSES)[number];
  /** Null while nothing of it was ever read. */
  readonly supplier: Supplier | null;
}

const SERVICES =
  'edges { node { id kind cpv municipalities price { currency } } } pageInfo { hasNextPage endCursor }';

/** Cooperatives, those too that have left, 50 a page, each with its first 100 services. */
export const COOPERATIVES_QUERY = `query Suppliers($after: String) {
  cooperatives(filter: { statuses: [${COOPERATIVE_STATUSES.join(', ')}] }, first: 50, after: $after) {
    edges { node {
      id name country businessId status
      evidence { scheme issuer number grade validFrom validTo disadvantagedShare }
      services(first: 100) { ${SERVICES} }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Further services of one cooperative. */
export const SERVICES_QUERY = `query Offers($id: ID!, $after: String) {
  cooperative(id: $id) { services(first: 100, after: $after) { ${SERVICES} } }
}`;

const PageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

const Services = z.object({
  edges: z.array(
    z.object({
      node: z
        .object({
          id: z.string(),
          kind: z.enum(SERVICE_KINDS),
          cpv: z.array(z.string()),
          municipalities: z.array(z.string()),
          price: z.object({ currency: z.enum(CURRENCY_CODES) }),
        })
        .nullable(),
    }),
  ),
  pageInfo: PageInfo,
});

const EvidenceRow = z.object({
  scheme: z.string(),
  issuer: z.string().nullable(),
  number: z.string().nullable(),
  grade: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  disadvantagedShare: z.number().nullable(),
}) satisfies z.ZodType<Evidence>;

export const CooperativesPage = z.object({
  cooperatives: z.object({
    edges: z.array(
      z.object({
        node: z
          .object({
            id: z.string(),
            name: z.string().nullable(),
            country: z.enum(COUNTRY_CODES).nullable(),
            businessId: z.string().nullable(),
            status: z.enum(COOPERATIVE_STATUSES),
            evidence: z.array(EvidenceRow),
            services: Services,
          })
          .nullable(),
      }),
    ),
    pageInfo: PageInfo,
  }),
});

export const ServicesPage = z.object({ cooperative: z.object({ services: Services }).nullable() });

type ServicesPart = z.infer<typeof Services>;

/** The offers of a page; a row that could not be read is left out. */
export function offersOf({ edges }: ServicesPart): Offer[] {
  return edges.flatMap(({ node }) => {
    if (node === null) return [];
    const { id: service, kind, cpv, municipalities, price } = node;
    return [{ service, kind, cpv, municipalities, currency: price.currency }];
  });
}
