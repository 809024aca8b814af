import { countryOf } from '../privacy/person.js';
import { isPlainText } from '../words/plain-text.js';
import { say, type Said } from '../words/said/say.js';
import { parseEInvoiceAddress } from './e-invoice-address.js';
import type {
  DetailsInput,
  InvoicingInput,
  Invoicing,
  OrderDetails,
  PlaceInput,
  WorkPlace,
} from './order-details.js';

/** Characters of each text. */
const LONGEST = {
  street: 200,
  accessNote: 500,
  wish: 1_000,
  reference: 100,
  operator: 100,
  eInvoiceAddress: 100,
} as const;

/** How postal codes are written, and stored, by country. */
const POSTAL_CODES: Readonly<
  Record<string, { readonly form: RegExp; readonly stored: string; readonly wanted: Said }>
> = {
  FI: { form: /^(\d{5})$/, stored: '$1', wanted: say`five digits such as 28100` },
  SE: { form: /^(\d{3}) ?(\d{2})$/, stored: '$1 $2', wanted: say`five digits such as 582 22` },
};

/** What is wrong with one field. */
export interface DetailsFault {
  /** Path in the input. */
  readonly field: readonly string[];
  /** What was wanted and what came; repeats nothing of it. */
  readonly message: Said;
}

/**
 * All that is wrong with what an order says beside what and when.
 * @param municipality - In which a place lies that names none.
 */
export function faultsOfDetails(
  input: DetailsInput | null | undefined,
  municipality: string,
): DetailsFault[] {
  const { place, wish, reference, invoicing } = input ?? {};
  return [
    ...(place ? faultsOfPlace(place, place.municipality ?? municipality) : []),
    ...faultsOfText(wish, 'wish'),
    ...faultsOfText(reference, 'reference'),
    ...(invoicing ? faultsOfInvoicing(invoicing) : []),
  ];
}

/**
 * What an order says beside what and when, as it is stored; null where that is nothing.
 * @param input - Without faults. @param municipality - As for `faultsOfDetails`.
 */
export function readDetails(
  input: DetailsInput | null | undefined,
  municipality: string,
): OrderDetails | null {
  const { place, wish, reference, invoicing, language } = input ?? {};
  const details: OrderDetails = {
    place: place ? readPlace(place, municipality) : null,
    wish: textOrNull(wish),
    reference: textOrNull(reference),
    invoicing: invoicing ? readInvoicing(invoicing) : null,
    language: language ?? null,
  };
  return Object.values(details).every((value) => value === null) ? null : details;
}

function faultsOfPlace(place: PlaceInput, municipality: string): DetailsFault[] {
  const { street, postalCode, latitude = null, longitude = null, accessNote } = place;
  const postal = POSTAL_CODES[countryOf(municipality)];
  const isHalf = (latitude === null) !== (longitude === null);
  return [
    ...faultsOfText(street, 'street', ['place'], true),
    ...(postal && !postal.form.test(postalCode.trim())
      ? [fault(['place', 'postalCode'], postal.wanted, postalCode)]
      : []),
    ...(isHalf
      ? [
          {
            field: ['place', 'latitude'],
            message: say`Wanted both "latitude" and "longitude", or neither.`,
          },
        ]
      : []),
    ...faultsOfDegrees(latitude, 'latitude', 90),
    ...faultsOfDegrees(longitude, 'longitude', 180),
    ...faultsOfText(accessNote, 'accessNote', ['place']),
  ];
}

function faultsOfInvoicing({ eInvoiceAddress, operator }: InvoicingInput): DetailsFault[] {
  const wanted = say`an address for e-invoices with right check digits, such as 0216:003715728600, 003715728600 or 0088:7300010000001`;
  const isAddress =
    eInvoiceAddress.length <= LONGEST.eInvoiceAddress &&
    parseEInvoiceAddress(eInvoiceAddress) !== null;
  return [
    ...(isAddress ? [] : [fault(['invoicing', 'eInvoiceAddress'], wanted, eInvoiceAddress)]),
    ...faultsOfText(operator, 'operator', ['invoicing']),
  ];
}

function faultsOfDegrees(degrees: number | null, name: string, most: number): DetailsFault[] {
  if (degrees === null || Math.abs(degrees) <= most) return [];
  return [
    {
      field: ['place', name],
      message: say`Wanted ${-most} to ${most} degrees, got another number.`,
    },
  ];
}

function faultsOfText(
  text: string | null | undefined,
  name: keyof typeof LONGEST,
  path: readonly string[] = [],
  isNeeded = false,
): DetailsFault[] {
  const longest = LONGEST[name];
  const came = textOrNull(text);
  if (came === null ? !isNeeded : came.length <= longest && isPlainText(came)) return [];
  const wanted = isNeeded
    ? say`a text without control characters, 1 to ${longest} characters`
    : say`a text without control characters, at most ${longest} characters`;
  return [fault([...path, name], wanted, came ?? '')];
}

/** Repeats nothing of what came: it is somebody's. */
function fault(field: readonly string[], wanted: Said, came: string): DetailsFault {
  return { field, message: say`Wanted ${wanted}; got another text of ${came.length} characters.` };
}

function readPlace(place: PlaceInput, otherwise: string): WorkPlace {
  const { street, latitude = null, longitude = null, accessNote } = place;
  const municipality = place.municipality ?? otherwise;
  const postal = POSTAL_CODES[countryOf(municipality)];
  const postalCode = place.postalCode.trim();
  return {
    street: street.trim(),
    postalCode: postal ? postalCode.replace(postal.form, postal.stored) : postalCode,
    ...{ municipality, latitude, longitude },
    accessNote: textOrNull(accessNote),
  };
}

function readInvoicing({ eInvoiceAddress, operator }: InvoicingInput): Invoicing {
  return {
    eInvoiceAddress: parseEInvoiceAddress(eInvoiceAddress) ?? eInvoiceAddress,
    operator: textOrNull(operator),
  };
}

function textOrNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}
