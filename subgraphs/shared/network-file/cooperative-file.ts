import { z } from 'zod';
import {
  COUNTRY_CODES,
  CURRENCY_CODES,
  EVIDENCE_SCHEMES,
  MEMBER_FIELDS,
  PRICE_UNITS,
  RESOURCE_KINDS,
  SERVICE_KINDS,
  WEEKDAYS,
} from '../words/closed-sets.js';
import { BookingList, Hub } from './booking-row.js';
import * as forms from './forms.js';

const AN_OBJECT = { error: 'an object' };

const Contact = z.strictObject(
  {
    email: forms.Email.exactOptional(),
    phone: forms.text(50).exactOptional(),
    url: forms.WebAddress.exactOptional(),
  },
  AN_OBJECT,
);

const Evidence = z
  .strictObject(
    {
      scheme: forms.oneOf(EVIDENCE_SCHEMES),
      issuer: forms.text(300).exactOptional(),
      number: forms.text(100).exactOptional(),
      grade: forms.text(50).exactOptional(),
      validFrom: forms.DateText.exactOptional().describe(
        'First valid day; unlimited where absent.',
      ),
      validTo: forms.DateText.exactOptional().describe('Last valid day; unlimited where absent.'),
      disadvantagedShare: z
        .number({ error: 'a share from 0 to 1' })
        .min(0, { error: 'a share from 0 to 1' })
        .max(1, { error: 'a share from 0 to 1' })
        .exactOptional(),
    },
    AN_OBJECT,
  )
  .describe('A certificate, rating or declaration.');

const Member = z
  .strictObject(
    {
      id: forms.LocalId,
      name: forms.text(300).exactOptional(),
      email: forms.Email.exactOptional(),
      phone: forms.text(50).exactOptional(),
      languages: forms.listOf(forms.LanguageCode, 'languages', 20).default([]),
      public: forms
        .listOf(forms.oneOf(MEMBER_FIELDS), 'field names')
        .default([])
        .describe('The fields that this person has made public.'),
    },
    AN_OBJECT,
  )
  .describe('A member of the cooperative.');

const Hours = z
  .strictObject(
    {
      days: forms
        .listOf(forms.oneOf(WEEKDAYS), 'weekdays')
        .min(1, { error: 'a list of at least one weekday' }),
      from: forms.TimeText,
      to: forms.EndTimeText,
      validFrom: forms.DateText.exactOptional(),
      validTo: forms.DateText.exactOptional(),
    },
    AN_OBJECT,
  )
  .describe('Weekly opening hours, wall time in the cooperative’s zone; the end is excluded.');

const Closure = z
  .strictObject({ from: forms.DateTimeText, to: forms.DateTimeText }, AN_OBJECT)
  .describe('A time of no work, wall time in the cooperative’s zone; the end is excluded.');

const Resource = z
  .strictObject(
    {
      id: forms.LocalId,
      kind: forms.oneOf(RESOURCE_KINDS),
      size: forms.wholeNumber(1).describe('How many can be booked at the same time.'),
      member: forms.LocalId.exactOptional().describe('Id of the member who this worker is.'),
      skills: forms.listOf(forms.text(200), 'skills').default([]),
      languages: forms.listOf(forms.LanguageCode, 'languages', 20).default([]),
      municipality: forms.MunicipalityCode.exactOptional().describe(
        'The cooperative’s where absent.',
      ),
      radiusKm: z
        .number({ error: 'a number of kilometres above 0' })
        .positive({ error: 'a number of kilometres above 0' })
        .exactOptional(),
      hours: forms.listOf(Hours, 'opening hours'),
      worksOnPublicHolidays: forms.Flag.default(false),
      minutesPerDay: forms
        .wholeNumber(1)
        .exactOptional()
        .describe('Budget of person-minutes a day over all its services.'),
      closures: forms.listOf(Closure, 'closures').default([]),
    },
    AN_OBJECT,
  )
  .describe('What can be booked: a worker, a pool of workers, a room, the seats of a course.');

const Price = z.strictObject(
  {
    net: forms.Amount,
    currency: forms.oneOf(CURRENCY_CODES),
    vatRate: forms.VatRate.describe('Per cent.'),
  },
  { error: 'an object such as {"net": "28.00", "currency": "EUR", "vatRate": "25.5"}' },
);

const Image = z.strictObject(
  { url: forms.HttpsAddress, alt: forms.localizedTexts(1_000).default({}) },
  AN_OBJECT,
);

const Address = z
  .strictObject(
    { street: forms.text(200), postalCode: forms.PostalCode, locality: forms.text(100) },
    { error: 'an object such as {"street": "…", "postalCode": "28100", "locality": "Pori"}' },
  )
  .describe('Where letters and visitors go.');

const Coordinates = z
  .strictObject(
    { latitude: forms.degrees(90), longitude: forms.degrees(180) },
    { error: 'an object such as {"latitude": 61.485, "longitude": 21.797}' },
  )
  .describe('Where the address is on a map, WGS 84: degrees north and east.');

const Service = z
  .strictObject(
    {
      id: forms.LocalId,
      kind: forms.oneOf(SERVICE_KINDS),
      title: forms.LocalizedTitle,
      description: forms.localizedTexts(20_000).default({}),
      cpv: forms.listOf(forms.CpvCode, 'CPV codes', 100),
      resources: forms.listOf(forms.LocalId, 'ids of resources'),
      skills: forms.listOf(forms.text(200), 'skills').default([]),
      unit: forms.oneOf(PRICE_UNITS),
      price: Price,
      minMinutes: forms
        .wholeNumber(1)
        .exactOptional()
        .describe('One step of the grid where absent.'),
      gridMinutes: forms
        .wholeNumber(1, 1440)
        .default(15)
        .describe('Minutes between starts, counted from local midnight.'),
      bufferMinutes: forms.wholeNumber(0).default(0),
      leadTimeMinutes: forms.wholeNumber(0).default(0),
      maxMinutesPerDay: forms
        .wholeNumber(1)
        .exactOptional()
        .describe('Budget of person-minutes a day of this service.'),
      serves: forms
        .listOf(forms.MunicipalityCode, 'municipalities', 1_000)
        .exactOptional()
        .describe('The cooperative’s where absent.'),
      images: forms.listOf(Image, 'images', 50).default([]),
      published: forms.Flag.default(true),
    },
    AN_OBJECT,
  )
  .describe('Something on offer.');

const BusyCalendar = z
  .strictObject({ resource: forms.LocalId, closures: forms.listOf(Closure, 'closures') }, AN_OBJECT)
  .describe('Closures that were imported from a resource’s own calendar; written by an export.');

/** `cooperatives/ID.json`: one cooperative's data as people write them. */
export const CooperativeFileSchema = z
  .strictObject(
    {
      $schema: forms.SchemaAddress.exactOptional(),
      id: forms.CooperativeId,
      name: forms.text(300),
      country: forms.oneOf(COUNTRY_CODES),
      businessId: forms
        .text(40)
        .describe(
          'Y-tunnus or organisationsnummer, never a personal number; the VAT number, the OVT and the twelve digits that begin with 16 are accepted.',
        ),
      timeZone: forms.TimeZone,
      municipality: forms.MunicipalityCode,
      serves: forms.listOf(forms.MunicipalityCode, 'municipalities', 1_000),
      languages: forms
        .listOf(forms.LanguageCode, 'languages', 20)
        .min(1, { error: 'a list of at least one language, the default first' }),
      contact: Contact.exactOptional(),
      address: Address.exactOptional(),
      coordinates: Coordinates.exactOptional(),
      description: forms
        .localizedTexts(5_000)
        .exactOptional()
        .describe('What the cooperative is and does.'),
      logo: Image.exactOptional(),
      evidence: forms.listOf(Evidence, 'pieces of evidence', 200).default([]),
      members: forms.listOf(Member, 'members').default([]),
      resources: forms.listOf(Resource, 'resources').default([]),
      services: forms.listOf(Service, 'services').default([]),
      bookings: BookingList.default([]),
      calendars: forms.listOf(BusyCalendar, 'calendars').exactOptional(),
      hub: Hub.exactOptional(),
    },
    AN_OBJECT,
  )
  .meta({ title: 'cooperatives/ID.json', description: 'One cooperative of a network.' });

export type CooperativeFile = z.output<typeof CooperativeFileSchema>;
export type MemberRow = z.output<typeof Member>;
export type ResourceRow = z.output<typeof Resource>;
export type ServiceRow = z.output<typeof Service>;
