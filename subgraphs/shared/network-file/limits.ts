import { z } from 'zod';
import { Flag, wholeNumber } from './forms.js';

// What strangers may have at once, and how often anybody may ask. A refusal names its limit as it is written here: `contact.heldLegs`.

const OBJECT = { error: 'an object' };

function amount(usual: number, description: string, most?: number) {
  return wholeNumber(1, most).default(usual).describe(description);
}

const ContactLimits = z.strictObject(
  {
    heldLegs: amount(20, 'Legs that it holds and has not confirmed.'),
    commandsAtOnce: amount(10, 'Commands that cooperatives have not answered.'),
    visitsAhead: amount(60, 'Visits ahead that are agreed or held, its largest series apart.'),
    seriesVisits: amount(53, 'Visits of that series; what it has beyond counts as other visits.'),
    openRequests: amount(5, 'Requests of the work exchange that nobody has taken yet.'),
  },
  OBJECT,
);

const ServiceLimits = z.strictObject(
  {
    heldPercent: amount(
      50,
      'How much of what nobody has agreed on strangers may hold together; 100 = all of it. The first hold of a contact is never refused.',
      100,
    ),
    days: amount(30, 'Over so many days from today.', 93),
  },
  OBJECT,
);

const Points = z.strictObject(
  {
    address: amount(600, 'Of an address, by whoever has no role there. Of IPv6 the first 64 bits.'),
    household: amount(1_200, 'Of a person with this role; the largest counts of several.'),
    member: amount(2_400, 'Likewise.'),
    staff: amount(12_000, 'Likewise.'),
    officer: amount(12_000, 'Likewise.'),
    coordinator: amount(60_000, 'Likewise.'),
    auditor: amount(12_000, 'Likewise.'),
    machine: amount(24_000, 'Of one program.'),
    organisation: amount(60_000, 'Of all officers and programs of one organisation together.'),
  },
  OBJECT,
);

const Costs = z.strictObject(
  {
    command: amount(10, 'Of a mutation.'),
    leg: amount(5, 'Of each leg that it orders, beside that.'),
    secretLookUp: amount(2, 'Of reading something with its secret.'),
    failedSignIn: amount(20, 'Of a token that is not taken; of the address, whoever it is.'),
  },
  OBJECT,
);

const RateLimits = z.strictObject(
  {
    seconds: amount(600, 'In which the points may be used up.', 86_400),
    points: Points.prefault({}),
    costs: Costs.prefault({}).describe('In points.'),
    countsLoopback: Flag.default(false).describe(
      'Whether the addresses of the hub’s own machine are counted too.',
    ),
  },
  OBJECT,
);

const OrderLimits = z.strictObject(
  {
    atOnce: amount(300, 'Of all; fewer while they take long. Further ones are TOO_BUSY at once.'),
    atOneCooperative: amount(
      256,
      'Of those that wait for one cooperative; fewer while it does not answer. Further ones are COOPERATIVE_UNAVAILABLE at once.',
    ),
    atLeast: amount(4, 'Of both, however slow they are.'),
  },
  OBJECT,
);

/** `limits` in `network.json`. */
export const LimitsSchema = z
  .strictObject(
    {
      holdMinutes: amount(
        30,
        'The longest that a hold lasts, however often it is extended.',
        1_440,
      ),
      contact: ContactLimits.prefault({}).describe(
        'At most so much at once by one telephone number or e-mail address, of callers without a role.',
      ),
      service: ServiceLimits.prefault({}).describe('Of the places of one service.'),
      orders: OrderLimits.prefault({}).describe(
        'Orders that one booking process makes at the same time: so many of callers without a role, and as many again of those with one.',
      ),
      rates: RateLimits.prefault({}).describe('How often somebody may ask.'),
    },
    OBJECT,
  )
  .describe('What strangers may have at once, and how often anybody may ask.');

export type Limits = z.output<typeof LimitsSchema>;
