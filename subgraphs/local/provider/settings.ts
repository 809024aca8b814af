import { z } from 'zod';
import { parseConfig, ProcessSettings } from '../../shared/process/config.js';

/** Settings of the demo provider, as they are in its environment. */
export const ProviderSettings = z.object({
  LOG_LEVEL: ProcessSettings.shape.LOG_LEVEL,
  NODE_ENV: ProcessSettings.shape.NODE_ENV.refine((name) => name !== 'production', {
    error: 'the demo provider is refused in production: anybody can be anyone there',
  }),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4004).describe('0 = any free port.'),
  DATA_DIR: z
    .string()
    .default('.data/provider')
    .describe('Folder of its keys, and of the IDENTITY_FILE for hubs that are to take its tokens.'),
});

/** @throws Error naming every bad setting, never its value. */
export function parseProviderSettings(env: NodeJS.ProcessEnv) {
  return parseConfig(ProviderSettings, env);
}

export type ProviderSettings = ReturnType<typeof parseProviderSettings>;
