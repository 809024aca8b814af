import { z } from 'zod';
import {
  ListSettings,
  ProcessSettings,
  StorageSettings,
  SubgraphSettings,
  withRunningClock,
} from '../shared/process/config.js';
import { isHubProcess } from '../shared/identity/processes/hub-processes.js';
import { HubKeySettings, withHubKeys } from '../shared/identity/processes/settings.js';
import { isCooperativeId } from '../shared/words/ids.js';
import { EndpointUrl } from './routes.js';

const RegistrySeed = z.record(
  z.string().refine((id) => isCooperativeId(id) && !isHubProcess(id), {
    error: 'wanted a cooperative id such as "karhu"',
  }),
  EndpointUrl,
);

/** `{"karhu":"http://…"}` or `karhu=http://…,lumo=http://…`. */
const RegistrySetting = z
  .string()
  .transform((text, context): unknown => {
    try {
      if (text.startsWith('{')) return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'wanted JSON or ID=URL,ID=URL' });
    }
    const pairs = text.split(',').map((pair) => pair.trim());
    return Object.fromEntries(
      pairs.map((pair) => {
        const equals = pair.indexOf('=');
        return [pair.slice(0, Math.max(equals, 0)), pair.slice(equals + 1)];
      }),
    );
  })
  .pipe(RegistrySeed)
  .transform((urlById) => new Map(Object.entries(urlById)));

/** Settings of the catalogue process. */
export const CatalogueSettings = withHubKeys(
  withRunningClock(
    ProcessSettings.extend(StorageSettings.shape)
      .extend(SubgraphSettings.shape)
      .extend(ListSettings.shape)
      .extend(HubKeySettings.shape)
      .extend({
        PORT: z.coerce
          .number()
          .int()
          .min(0)
          .max(65_535)
          .default(4001)
          .describe('0 = any free port.'),
        DATA_DIR: z
          .string()
          .optional()
          .describe(
            'Of the embedded store, where MONGODB_URI is unset; .data/catalogue where unset too.',
          ),
        POLL_INTERVAL_MS: z.coerce
          .number()
          .int()
          .min(20)
          .default(1_000)
          .describe('How often each feed is looked at.'),
        FEED_TIMEOUT_MS: z.coerce.number().int().positive().default(3_000).describe('Per request.'),
        REGISTRY: RegistrySetting.optional().describe('Cooperatives to register at start.'),
        BOOKING_URL: z
          .url({ protocol: /^https?$/ })
          .default('http://127.0.0.1:4002')
          .describe(
            'The booking process, which is asked for open orders before a membership ends.',
          ),
      }),
  ),
);
