import type { CooperativeAsker } from '../askers.js';
import type { Json, RunningCooperative } from '../support.js';

export interface FreeCapacity {
  readonly from: string;
  readonly resources: readonly {
    readonly id: string;
    readonly serviceIds: readonly string[];
    readonly minutes: readonly number[];
  }[];
  readonly budgets: readonly {
    readonly serviceIds: readonly string[];
    readonly minutes: readonly number[];
  }[];
}

export interface FreeSubstitutes {
  readonly from: string;
  readonly timeZone: string;
  readonly services: readonly {
    readonly id: string;
    readonly municipalities: readonly string[];
    readonly unit: string;
    readonly price: { readonly net: string; readonly gross: string };
    readonly minMinutes: number;
    readonly gridMinutes: number;
    readonly bufferMinutes: number;
    readonly earliestStart: string;
    readonly minutes: readonly number[] | null;
    readonly waitedFor: readonly string[];
  }[];
  readonly substitutes: readonly {
    readonly id: string;
    readonly skills: readonly string[];
    readonly languages: readonly string[];
    readonly municipality: string;
    readonly radiusKm: number | null;
    readonly serviceIds: readonly string[];
    readonly minutes: readonly number[] | null;
    readonly free: readonly {
      readonly from: string;
      readonly to: string;
      readonly takenFrom: string | null;
    }[];
  }[];
}

interface Asked<Free> {
  readonly found: Free | null;
  /** Code and message of each error. */
  readonly errors: readonly string[];
}

const CAPACITY = `query ($from: Date!, $to: Date!, $serviceIds: [ID!]!) {
  _entities(representations: [{ __typename: "Cooperative", id: "karhu" }]) { ... on Cooperative {
    found: freeCapacity(from: $from, to: $to, serviceIds: $serviceIds) {
      from resources { id serviceIds minutes } budgets { serviceIds minutes }
    }
  } }
}`;
const SUBSTITUTES = `query ($from: Date!, $to: Date!, $serviceIds: [ID!]) {
  _entities(representations: [{ __typename: "Cooperative", id: "karhu" }]) { ... on Cooperative {
    found: freeSubstitutes(from: $from, to: $to, serviceIds: $serviceIds) {
      from timeZone
      services {
        id municipalities unit price { net vatRate gross currency }
        minMinutes gridMinutes bufferMinutes earliestStart minutes waitedFor
      }
      substitutes {
        id skills languages municipality radiusKm serviceIds minutes free { from to takenFrom }
      }
    }
  } }
}`;

async function ask<Free>(
  karhu: RunningCooperative,
  query: string,
  variables: Json,
  asker?: CooperativeAsker,
): Promise<Asked<Free>> {
  const { data, errors = [] } = await karhu.ask<{ _entities: { found: Free | null }[] }>(
    query,
    variables,
    asker,
  );
  return {
    found: data._entities[0]?.found ?? null,
    errors: errors.map(({ message, extensions }) => `${extensions.code} ${message}`),
  };
}

/** @param days - The first, and the last where it is another. */
export function askCapacity(
  karhu: RunningCooperative,
  [from, to = from]: readonly [string, string?],
  serviceIds: readonly string[] = ['karhu:siivous'],
): Promise<Asked<FreeCapacity>> {
  return ask(karhu, CAPACITY, { from, to, serviceIds });
}

/** The same of substitutes. */
export function askSubstitutes(
  karhu: RunningCooperative,
  [from, to = from]: readonly [string, string?],
  serviceIds?: readonly string[],
): Promise<Asked<FreeSubstitutes>> {
  return ask(karhu, SUBSTITUTES, { from, to, ...(serviceIds && { serviceIds }) });
}
