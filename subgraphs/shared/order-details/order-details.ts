/** Where work is done. Personal data: never logged. */
export interface WorkPlace {
  readonly street: string;
  /** `28100` in Finland, `582 22` in Sweden. */
  readonly postalCode: string;
  readonly municipality: string;
  /** Degrees, WGS 84; both null where no point was given. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly accessNote: string | null;
}

export interface Invoicing {
  readonly eInvoiceAddress: string;
  readonly operator: string | null;
}

/** What an order says beside what and when. Personal data: never logged. */
export interface OrderDetails {
  readonly place: WorkPlace | null;
  readonly wish: string | null;
  readonly reference: string | null;
  readonly invoicing: Invoicing | null;
  /** ISO 639-1. */
  readonly language: string | null;
}

type Maybe<Value> = Value | null | undefined;

/** The same as a caller gives it. */
export interface DetailsInput {
  readonly place?: Maybe<PlaceInput>;
  readonly wish?: Maybe<string>;
  readonly reference?: Maybe<string>;
  readonly invoicing?: Maybe<InvoicingInput>;
  readonly language?: Maybe<string>;
}

export interface PlaceInput {
  readonly street: string;
  readonly postalCode: string;
  readonly municipality?: Maybe<string>;
  readonly latitude?: Maybe<number>;
  readonly longitude?: Maybe<number>;
  readonly accessNote?: Maybe<string>;
}

export interface InvoicingInput {
  readonly eInvoiceAddress: string;
  readonly operator?: Maybe<string>;
}

/** One thing that is said, by the path of its field: `place.street`. */
export interface SaidField {
  readonly name: string;
  readonly value: string;
}

/** All that is said, one field after the other, as it is given out to whose it is; empty where nothing is. */
export function saidIn(details: OrderDetails | null | undefined): SaidField[] {
  if (details == null) return [];
  const { place, invoicing, ...rest } = details;
  return [...fieldsOf(rest), ...fieldsOf(place, 'place.'), ...fieldsOf(invoicing, 'invoicing.')];
}

function fieldsOf(values: object | null, path = ''): SaidField[] {
  return Object.entries(values ?? {}).flatMap(([field, value]: [string, unknown]) =>
    typeof value === 'string' || typeof value === 'number'
      ? [{ name: `${path}${field}`, value: String(value) }]
      : [],
  );
}
