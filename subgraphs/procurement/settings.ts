import { z } from 'zod';
import { HubKeySettings, withHubKeys } from '../shared/identity/processes/settings.js';
import { ProcessSettings, StorageSettings, withRunningClock } from '../shared/process/config.js';

/** Settings of the procurement process. */
export const ProcurementSettings = withHubKeys(
  withRunningClock(
    ProcessSettings.extend(StorageSettings.shape)
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
        REGISTRY_URL: z
          .url({ protocol: /^https?$/ })
          .optional()
          .describe('Where the cooperatives are registered.'),
        REGISTRY_POLL_MS: z.coerce
          .number()
          .int()
          .min(20)
          .default(1_000)
          .describe('How often the registry is looked at.'),
      }),
  ),
);
