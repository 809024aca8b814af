import { GraphQLError } from 'graphql';
import type { Supplier } from '../need/need.js';
import type { SupplierList } from '../owners/supplier-list.js';

/** What the catalogue lists; null where it does not tell now. */
export async function listedNow(suppliers: SupplierList): Promise<readonly Supplier[] | null> {
  try {
    return (await suppliers.load()).flatMap(({ supplier }) => supplier ?? []);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
