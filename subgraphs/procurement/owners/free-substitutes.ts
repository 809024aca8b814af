import { z } from 'zod';
import { isOfForm } from '../../../schema/scalars.js';
import type { OwnerClient } from '../../shared/owners/client/owner-client.js';
import { CURRENCY_CODES, PRICE_UNITS } from '../../shared/words/closed-sets.js';
import { DAY_MS, MINUTE_MS, epochDayOf, isTimeZone } from '../../shared/words/dates.js';
import { parseOwnedId } from '../../shared/words/ids.js';
import { parseMinorUnits, parseVatRate } from '../../shared/words/money.js';
import type { FreeSubstitutes } from '../substitutes/plan/types.js';
import { askOwner, MOST_SERVICES, tooManyServices, type Told } from './ask-owner.js';

/** Beyond what any cooperative has, and what a search could look at. */
const MOST_PEOPLE = 500;
/** Of one person. */
const MOST_TIMES = 5_000;
const MOST_MUNICIPALITIES = 1_000;
const MOST_WORDS = 200;
const LONGEST_WORD = 100;
const DAY_MINUTES = DAY_MS / MINUTE_MS;

const QUERY = `query FreeSubstitutes($of: [_Any!]!, $from: Date!, $to: Date!, $serviceIds: [ID!]!) {
  _entities(representations: $of) { ... on Cooperative {
    freeSubstitutes(from: $from, to: $to, serviceIds: $serviceIds) {
      from timeZone
      services {
        id municipalities unit price { net vatRate currency } minMinutes gridMinutes bufferMinutes
        earliestStart minutes waitedFor
      }
      substitutes {
        id skills languages municipality radiusKm serviceIds minutes free { from to takenFrom }
      }
    }
  } }
}`;

/** What a cooperative is asked: nothing of who asks, or what for. */
export interface SubstituteQuestion {
  readonly cooperative: string;
  /** In its zone; at most 93 days with `to`. */
  readonly from: string;
  /** Included. */
  readonly to: string;
  /** Its own, 1 to 200. */
  readonly services: readonly string[];
}

/** Asks a cooperative when its substitutes are free, and by which rules they can be booked. One request. Never rejects. */
export async function askFreeSubstitutes(
  owners: Pick<OwnerClient, 'ask'>,
  { cooperative, from, to, services }: SubstituteQuestion,
  timeoutMs: number,
): Promise<Told<FreeSubstitutes>> {
  if (services.length > MOST_SERVICES) return tooManyServices(services.length);
  const form = substitutesForm({ cooperative, from, to, services });
  const question = {
    field: 'freeSubstitutes',
    query: QUERY,
    variables: { from, to, serviceIds: services },
    read: (value: unknown): FreeSubstitutes => ({ cooperative, ...form.parse(value) }),
  } as const;
  return askOwner(owners, cooperative, question, timeoutMs);
}

/** Minutes since 1970 of what begins no later: parts of minutes are cut off at the end of a time, and added at its beginning. */
const instant = (round: (minutes: number) => number) =>
  z
    .string()
    .refine((text) => isOfForm('DateTime', text))
    .transform((text) => round(Date.parse(text) / MINUTE_MS));
const Begin = instant(Math.ceil);
const End = instant(Math.floor);
const Words = z.array(z.string().max(LONGEST_WORD)).max(MOST_WORDS);
const minutesFrom = (least: number) =>
  z
    .number()
    .int()
    .min(least)
    .max(DAY_MINUTES * 366);

const Free = z
  .object({ from: Begin, to: End, takenFrom: End.nullable() })
  .refine(
    ({ to, takenFrom }) => takenFrom === null || takenFrom >= to,
    'wanted what is free first',
  );

const Price = z
  .object({ net: z.string(), vatRate: z.string(), currency: z.enum(CURRENCY_CODES) })
  .transform(({ net, vatRate, currency }, context) => {
    const [netMinor, vatHundredths] = [parseMinorUnits(net), parseVatRate(vatRate)];
    if (netMinor !== null && vatHundredths !== null) return { netMinor, vatHundredths, currency };
    context.addIssue({ code: 'custom', message: 'wanted a price' });
    return z.NEVER;
  });

/** What an answer to a question has to be: of these services and days, each person once, all its own. */
function substitutesForm({ cooperative, from, to, services }: SubstituteQuestion) {
  const days = epochDayOf(to) - epochDayOf(from) + 1;
  const known = new Set(services);
  const ofDays = z.array(z.number().int().min(0).max(2_147_483_647)).length(days).nullable();
  const serviceId = z.string().refine((id) => known.has(id), 'wanted what was asked about');
  const service = z
    .object({
      id: serviceId,
      municipalities: z.array(z.string()).max(MOST_MUNICIPALITIES),
      unit: z.enum(PRICE_UNITS),
      price: Price,
      minMinutes: minutesFrom(1),
      gridMinutes: minutesFrom(1).max(DAY_MINUTES),
      bufferMinutes: minutesFrom(0),
      earliestStart: Begin,
      minutes: ofDays,
      waitedFor: z.array(Begin).max(MOST_TIMES),
    })
    .transform(({ unit, price, waitedFor, ...rest }) => ({
      ...rest,
      price: { ...price, unit },
      waitedFor: new Set(waitedFor),
    }));
  const substitute = z.object({
    id: z.string().refine((id) => parseOwnedId(id)?.cooperative === cooperative, 'wanted its own'),
    skills: Words,
    languages: Words,
    municipality: z.string().refine((code) => isOfForm('MunicipalityCode', code)),
    radiusKm: z.number().min(0).nullable(),
    serviceIds: z.array(serviceId).max(MOST_SERVICES),
    minutes: ofDays,
    free: z
      .array(Free)
      .max(MOST_TIMES)
      .transform((free) => free.filter((time) => time.from < time.to))
      .refine(isInOrder, 'wanted times in order'),
  });
  return z.object({
    from: z.literal(from),
    timeZone: z.string().refine(isTimeZone),
    services: z.array(service).max(MOST_SERVICES).refine(hasEachOnce, 'wanted each service once'),
    substitutes: z.array(substitute).max(MOST_PEOPLE).refine(hasEachOnce, 'wanted each once'),
  });
}

function isInOrder(times: readonly { readonly from: number; readonly to: number }[]): boolean {
  return times.every(({ from }, index) => from >= (times[index - 1]?.to ?? -Infinity));
}

function hasEachOnce(rows: readonly { readonly id: string }[]): boolean {
  return new Set(rows.map(({ id }) => id)).size === rows.length;
}
