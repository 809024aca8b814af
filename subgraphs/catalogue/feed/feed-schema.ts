import { z } from 'zod';
import {
  CURRENCY_CODES,
  EVIDENCE_SCHEMES,
  NOT_BOOKABLE_REASONS,
  PRICE_UNITS,
  SERVICE_KINDS,
  WEEKDAYS,
} from '../../shared/words/closed-sets.js';
import { grossMinorUnits, parseMinorUnits, parseVatRate } from '../../shared/words/money.js';
import { TEXT_LANGUAGES } from '../../shared/words/localized.js';
import { businessIdForm, parseToldBusinessId } from '../../shared/network-file/business-id.js';
import {
  aliasedTexts,
  checkedString,
  Country,
  Cpv,
  Day,
  gatherTexts,
  Instant,
  Language,
  LARGEST_INT,
  Municipality,
  Revision,
  setOf,
  text,
  TimeOfDay,
  TimeZone,
  untoldTexts,
  webAddress,
} from './field-checks.js';

const Amount = checkedString(
  'a decimal string such as "28.00"',
  (amount) => parseMinorUnits(amount) !== null,
);
const VatRate = checkedString('per cent from 0 to 100', (rate) => parseVatRate(rate) !== null);

const Price = z
  .object({ net: Amount, vatRate: VatRate, gross: Amount, currency: z.enum(CURRENCY_CODES) })
  .transform(({ net, vatRate, gross, currency }, context) => {
    const netMinor = parseMinorUnits(net) ?? 0;
    const grossMinor = grossMinorUnits(netMinor, parseVatRate(vatRate) ?? 0);
    // What the buyer reads must be what the owner will charge: a difference is refused, not corrected.
    if (parseMinorUnits(gross) !== grossMinor) {
      const message = 'wanted net and VAT rounded half-up';
      context.addIssue({ code: 'custom', path: ['gross'], message });
    }
    return { netMinor, grossMinor, vatRate, currency };
  });

const Image = z
  .object({ url: webAddress(['https:']), ...aliasedTexts('alt', 1_000) })
  .transform((image) => ({ url: image.url, alt: gatherTexts(image, 'alt') }));

/** Of days between which something holds; null is unlimited. */
function isValidInOrder({
  validFrom,
  validTo,
}: Readonly<Record<'validFrom' | 'validTo', string | null>>): boolean {
  return !validFrom || !validTo || validFrom <= validTo;
}
const VALID_IN_ORDER = { path: ['validTo'], error: 'wanted a day not before validFrom' };

/** 366 days, which no booking exceeds. */
const LONGEST_MINUTES = 527_040;

const Capacity = z.object({
  from: Day,
  minMinutes: z.int().min(1).max(LARGEST_INT),
  longestMinutes: z.array(z.int().min(0).max(LONGEST_MINUTES)).max(400),
});

const Minutes = z.int().min(1).max(LARGEST_INT);

const Hours = z
  .object({
    weekday: z.enum(WEEKDAYS),
    from: TimeOfDay,
    to: TimeOfDay,
    validFrom: Day.nullable(),
    validTo: Day.nullable(),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'wanted a time after from' })
  .refine(isValidInOrder, VALID_IN_ORDER);

const Booking = z.object({
  minMinutes: Minutes,
  gridMinutes: Minutes,
  leadTimeMinutes: z.int().min(0).max(LARGEST_INT),
  courseMinutes: Minutes.nullable(),
  openingHours: z.array(Hours).max(500),
});

/** A service as an endpoint answers it, checked and brought into the form that is stored. */
const Service = z
  .object({
    id: z.string(),
    kind: z.enum(SERVICE_KINDS),
    ...aliasedTexts('title', 500),
    ...aliasedTexts('description', 20_000),
    languages: setOf(Language, 20),
    cpv: setOf(Cpv, 100),
    municipalities: setOf(Municipality, 1_000),
    unit: z.enum(PRICE_UNITS),
    price: Price,
    images: z.array(Image).max(50),
    updatedAt: Instant,
    // Absent where an endpoint was not asked for them.
    capacity: Capacity.nullable().default(null),
    booking: Booking.nullable().default(null),
    notBookableBecause: z.enum(NOT_BOOKABLE_REASONS).nullable().default(null),
  })
  .transform((row, context) => {
    const title = gatherTexts(row, 'title');
    const description = gatherTexts(row, 'description');
    if (Object.keys(title).length === 0) {
      const message = `wanted a title in one of ${TEXT_LANGUAGES.join(', ')}`;
      context.addIssue({ code: 'custom', path: ['title'], message });
    }
    const written = TEXT_LANGUAGES.filter((language) => title[language] ?? description[language]);
    // The owner's order, but never a language of which there is no text here.
    const languages = [...row.languages.filter((l) => written.some((w) => w === l)), ...written];
    const { id, kind, cpv, municipalities, unit, price, images, updatedAt } = row;
    const { capacity, booking, notBookableBecause } = row;
    const texts = { title, description, languages: [...new Set(languages)] };
    const rules = { booking, notBookableBecause, capacity };
    return { id, kind, ...texts, cpv, municipalities, unit, price, images, updatedAt, ...rules };
  });

const Evidence = z
  .object({
    scheme: z.enum(EVIDENCE_SCHEMES),
    issuer: text(300).nullable(),
    number: text(100).nullable(),
    grade: text(50).nullable(),
    validFrom: Day.nullable(),
    validTo: Day.nullable(),
    disadvantagedShare: z.number().min(0).max(1).nullable(),
  })
  .refine(isValidInOrder, VALID_IN_ORDER);

const Address = z.object({ street: text(200), postalCode: text(20), locality: text(100) });

const Coordinates = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** A cooperative's profile as an endpoint answers it. The canonical business id is what is stored. */
const Cooperative = z
  .object({
    id: z.string(),
    name: text(300),
    country: Country,
    businessId: text(40),
    timeZone: TimeZone,
    municipality: Municipality,
    serves: setOf(Municipality, 1_000),
    languages: setOf(Language, 20),
    evidence: z.array(Evidence).max(200),
    contact: z
      .object({
        email: text(320).nullable(),
        phone: text(50).nullable(),
        url: webAddress(['https:', 'http:']).nullable(),
      })
      .nullable(),
    // Absent where an endpoint was not asked for them.
    address: Address.nullable().default(null),
    coordinates: Coordinates.nullable().default(null),
    ...untoldTexts('description', 5_000),
    logo: Image.nullable().default(null),
  })
  .transform(({ description_fi, description_sv, description_en, ...profile }, context) => {
    const { country } = profile;
    const description = gatherTexts(
      { description_fi, description_sv, description_en },
      'description',
    );
    const businessId = parseToldBusinessId(country, profile.businessId);
    if (businessId === null) {
      // What came may be a person's number, and the reason of a fault is public.
      const message = `wanted ${String(businessIdForm(country))}`;
      context.addIssue({ code: 'custom', path: ['businessId'], message });
      return z.NEVER;
    }
    return { ...profile, businessId, description };
  });

const Where = z.object({ epoch: text(200), revision: Revision });

/** Where a feed stands: its history, and the latest revision in it. */
export type FeedHead = z.output<typeof Where>;

/** The answer to the feed's head query. Its changes are absent where an endpoint was not asked for them. */
export const FeedHeadSchema = Where.extend({ changes: z.array(z.unknown()).default([]) });

/** The answer to the feed's page query. */
export const FeedPageSchema = Where.extend({
  hasMore: z.boolean(),
  changes: z.array(
    z.object({
      revision: Revision,
      withdrawnAt: Instant.nullable(),
      service: Service.nullable(),
      cooperative: Cooperative.nullable(),
    }),
  ),
});
