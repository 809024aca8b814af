import { z } from 'zod';
import { systemClock } from '../../process/clock.js';
import type { Logger } from '../../process/logger.js';
import { FileKeys } from './file-keys.js';
import { ReplayGuard } from './replay-guard.js';
import { RequestVerifier, type TrustedKeys } from './verify-request.js';

/** Setting of every process that asks others. */
export const SigningSettings = z.object({
  PROCESS_KEY_FILE: z
    .string()
    .optional()
    .describe('The private key with which this process signs what it asks (mode 0600).'),
});

/** Settings of the hub's processes that ask others, and are asked. */
export const HubKeySettings = SigningSettings.extend({
  HUB_KEYS_FILE: z
    .string()
    .optional()
    .describe('The public keys of all processes of the hub; read again when it changes.'),
});

/** Settings of a process of the hub with its keys: in production it has them. */
export function withHubKeys<
  Shape extends z.ZodObject<typeof HubKeySettings.shape & { NODE_ENV: z.ZodType<string> }>,
>(settings: Shape): Shape {
  return (['PROCESS_KEY_FILE', 'HUB_KEYS_FILE'] as const).reduce(
    (refined, name) =>
      refined.refine((given) => given[name] !== undefined || given.NODE_ENV !== 'production', {
        path: [name],
        message: 'must be set in production, where processes know each other by their keys',
      }),
    settings,
  );
}

/** The hub's keys that a process of it was told of. @returns Null where it was told of none. @throws Error naming the setting. */
export function loadHubKeys(
  {
    HUB_KEYS_FILE: file,
    NODE_ENV,
  }: { readonly HUB_KEYS_FILE?: string | undefined; readonly NODE_ENV: string },
  log: Logger,
): FileKeys | null {
  return file === undefined
    ? null
    : new FileKeys({ file, isProduction: NODE_ENV === 'production', log });
}

/** Judges what the endpoint of this id is shown, by the machine's clock. @param keys - Null where none are trusted. */
export function createVerifier(audience: string, keys: TrustedKeys | null): RequestVerifier | null {
  return (
    keys &&
    new RequestVerifier({
      audience,
      keys,
      replays: new ReplayGuard(),
      now: () => systemClock.now().getTime(),
    })
  );
}
