import { z } from 'zod';
import {
  ListSettings,
  parseConfig,
  ProcessSettings,
  StorageSettings,
  SubgraphSettings,
  withRunningClock,
} from '../shared/process/config.js';
import { isSafeAddress } from '../shared/identity/safe-address.js';
import { SigningSettings } from '../shared/identity/processes/settings.js';
import { isCooperativeId } from '../shared/words/ids.js';

/** Settings of a cooperative's process and of its commands, as they are in their environment. */
export const CooperativeSettings = withRunningClock(
  z.object({
    ...ProcessSettings.shape,
    ...StorageSettings.shape,
    ...SubgraphSettings.shape,
    ...ListSettings.shape,
    ...SigningSettings.shape,
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
    HUB_JWKS_URL: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe(
        'Where the hub publishes the keys of its processes: https://…/.well-known/jwks.json.',
      ),
    HUB_JWKS_INSECURE: z
      .enum(['true', 'false'])
      .default('false')
      .describe('`true` where nobody can change what HUB_JWKS_URL answers, though it is http.'),
  }),
).refine(
  ({ HUB_JWKS_URL, HUB_JWKS_INSECURE, NODE_ENV }) =>
    HUB_JWKS_URL === undefined ||
    isSafeAddress(HUB_JWKS_URL) ||
    HUB_JWKS_INSECURE === 'true' ||
    NODE_ENV !== 'production',
  {
    path: ['HUB_JWKS_URL'],
    message:
      'wanted an address in production that begins with https://, or one of this machine, or HUB_JWKS_INSECURE=true beside it in a network where nobody can change the answer',
  },
);

/** Settings of its process alone: in production it knows the hub. */
const CooperativeProcessSettings = CooperativeSettings.refine(
  ({ HUB_JWKS_URL, NODE_ENV }) => HUB_JWKS_URL !== undefined || NODE_ENV !== 'production',
  {
    path: ['HUB_JWKS_URL'],
    message: 'must be set in production, where processes of the hub are known by their keys',
  },
);

/** Settings of a cooperative's process. @throws Error naming every bad setting, never its value. */
export function parseProcessSettings(env: NodeJS.ProcessEnv) {
  return parseConfig(CooperativeProcessSettings, env);
}

/** Settings of its commands. @throws Error naming every bad setting, never its value. */
export function parseSettings(env: NodeJS.ProcessEnv) {
  return parseConfig(CooperativeSettings, env);
}

export type Settings = ReturnType<typeof parseSettings>;
