import { z } from 'zod';
import { HubKeySettings, withHubKeys } from '../shared/identity/processes/settings.js';
import {
  ListSettings,
  ProcessSettings,
  StorageSettings,
  SubgraphSettings,
  withRunningClock,
} from '../shared/process/config.js';
import { EXAMPLE_OCID_PREFIX } from './records/ocid.js';

const HttpUrl = z.url({ protocol: /^https?$/ });
const Duration = z.coerce.number().int().positive();

/** Settings of the procurement process. */
export const ProcurementSettings = withHubKeys(
  withRunningClock(
    ProcessSettings.extend(StorageSettings.shape)
      .extend(SubgraphSettings.shape)
      .extend(HubKeySettings.shape)
      .extend({
        PORT: z.coerce
          .number()
          .int()
          .min(0)
          .max(65_535)
          .default(4003)
          .describe('0 = any free port.'),
        DATA_DIR: z
          .string()
          .optional()
          .describe(
            'Of the embedded store, where MONGODB_URI is unset; .data/procurement where unset too.',
          ),
        LISTS_DIR: ListSettings.shape.LISTS_DIR,
        REGISTRY_URL: HttpUrl.optional().describe('Where the cooperatives are registered.'),
        REGISTRY_POLL_MS: z.coerce
          .number()
          .int()
          .min(20)
          .default(1_000)
          .describe('How often the registry is looked at.'),
        CATALOGUE_URL: HttpUrl.default('http://127.0.0.1:4001/graphql').describe(
          "The catalogue's GraphQL address.",
        ),
        BOOKING_URL: HttpUrl.default('http://127.0.0.1:4002').describe(
          'Base address of the booking process, which knows what was ordered under agreements.',
        ),
        OCID_PREFIX: z
          .string()
          .regex(/^ocds-[a-z0-9]{6}$/)
          .default(EXAMPLE_OCID_PREFIX)
          .describe(
            'Of Open Contracting IDs; the default is for examples, and not published in production.',
          ),
        OWNER_TIMEOUT_MS: Duration.default(1_500).describe(
          'How long a search waits for each cooperative, all of which it asks at once.',
        ),
        ANSWER_WITHIN_MS: Duration.default(5_500).describe(
          'How long a whole search may take, the largest too.',
        ),
      }),
  ),
);
