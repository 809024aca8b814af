import { ownerOf } from '../../words/ids.js';

/** How it is found whose something is: the organisations, and for whom it is their own. */
interface PlaceWords {
  /** Null: it is of no organisation. */
  readonly organisation: string | null;
  /** Null: nobody's own. */
  readonly own: string | null;
}

const OF_MAKER = 'who made it, signed in';
const OF_ASKER = 'that of who asks for the work, where it was asked for signed in';

/** Where it is found whose something is. The first four are arguments, or parts of a path. */
export const PLACES = {
  'input.id': { organisation: 'the cooperative that owns the id', own: null },
  'input.cooperative': { organisation: 'that cooperative', own: null },
  cooperative: { organisation: 'that cooperative', own: null },
  id: { organisation: 'that cooperative', own: null },
  'the buyer': {
    organisation: 'the one that `organisationId` of the buyer, or of who asks, names',
    own: 'who orders or asks, where no `organisationId` is given',
  },
  'the order': {
    organisation:
      'the buyer’s, where it was made signed in; where staff may, once it is confirmed also the cooperative that leads it, or carries it out alone',
    own: OF_MAKER,
  },
  'the request': { organisation: OF_ASKER, own: OF_MAKER },
  'the person': {
    organisation: 'the cooperative that `input.cooperative` names',
    own: 'who made the order or request that is named, signed in, where nothing else is',
  },
  'the offer': {
    organisation: `the cooperative to which it was made, and ${OF_ASKER}`,
    own: 'who made the request, signed in',
  },
  'the taken offer': {
    organisation: `the cooperative, once it has taken the offer, and ${OF_ASKER}`,
    own: 'who made the request, signed in',
  },
  'the cooperative asked': { organisation: 'the one to which the offer was made', own: null },
  'the agreement': {
    organisation: 'the buyer; for reading also each cooperative that supplies',
    own: null,
  },
  'where it stands': {
    organisation: 'as of the order, the request or the taken offer in which it stands',
    own: 'likewise',
  },
  'the booking': {
    organisation: 'the cooperative that owns it',
    own: 'the member who does the work',
  },
  'the record': {
    organisation:
      'the one in whose name it was saved; when saving, that which `input.organisationId` names',
    own: null,
  },
  'the cooperative': { organisation: 'this cooperative', own: null },
  'the member': { organisation: 'the cooperative whose member it is', own: 'the member' },
} as const satisfies Record<string, PlaceWords>;

export type Place = keyof typeof PLACES;

const SENT: readonly Place[] = ['input.id', 'input.cooperative', 'cooperative', 'id'];

/** Whether a place is found in what the caller sent, so that it may be named to the caller. */
export function isSent(place: Place): boolean {
  return SENT.includes(place);
}

/**
 * The cooperative that a question names. It may have a business id besides, which its owner knows.
 * @param args - Arguments as GraphQL gives them to a resolver, or the parts of a path.
 * @returns Empty where they name none, and where the place is not in what was sent.
 */
export function organisationsSent(
  place: Place,
  args: Readonly<Record<string, unknown>>,
): readonly string[] {
  if (!isSent(place)) return [];
  const value = place
    .split('.')
    .reduce<unknown>((from, part) => (isObject(from) ? from[part] : undefined), args);
  const owner = typeof value === 'string' ? ownerOf(value) : null;
  return owner === null ? [] : [owner];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
