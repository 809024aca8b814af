import { z } from 'zod';
import {
  ListSettings,
  parseConfig,
  ProcessSettings,
  StorageSettings,
  withRunningClock,
} from '../shared/process/config.js';
import { isCooperativeId } from '../shared/words/ids.js';

/** Settings of a cooperative's process and of its commands, as they are in their environment. */
export const CooperativeSettings = withRunningClock(
  z.object({
    ...ProcessSettings.shape,
    ...StorageSettings.shape,
    ...ListSettings.shape,
    COOPERATIVE: z
      .string()
      .refine(isCooperativeId, 'must be a slug such as "karhu"')
      .describe('The cooperative whose rows these are.'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(4100).describe('0 = any free port.'),
    DATA_DIR: z
      .string()
      .optional()
      .describe('Folder of the embedded store, used without MONGODB_URI; .data/ID where unset.'),
    IMPORT_FILE: z.string().optional().describe('Network file to import at start.'),
    IMPORT_MODE: z
      .enum(['if-empty', 'always'])
      .default('if-empty')
      .describe('`if-empty` imports only into a database that holds nothing yet.'),
    POKE_URL: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('Posted to after a change: http://…/poke/ID.'),
    POKE_TOKEN: z.string().min(1).optional().describe('Secret: bearer token for POKE_URL.'),
    BOOKING_TOKEN: z
      .string()
      .min(1)
      .optional()
      .describe('Secret: bearer token that the booking process shows with its commands.'),
  }),
);

/** Settings of a cooperative's process and of its commands. @throws Error naming every bad setting, never its value. */
export function parseSettings(env: NodeJS.ProcessEnv) {
  return parseConfig(CooperativeSettings, env);
}

export type Settings = ReturnType<typeof parseSettings>;
