import type { Logger } from '../../process/logger.js';
import { AccessTokens } from './access-tokens.js';
import { readIdentityFile } from './read-identity-file.js';

/** Settings of a process that people show their tokens to. */
export interface IdentitySettings {
  readonly IDENTITY_FILE?: string | undefined;
  readonly NODE_ENV: string;
}

/** The access tokens that a process takes. @returns Null where nobody signs in. @throws Error naming every fault of the file. */
export function loadAccessTokens(
  { IDENTITY_FILE: file, NODE_ENV }: IdentitySettings,
  log: Logger,
): AccessTokens | null {
  return file === undefined
    ? null
    : new AccessTokens({ identity: readIdentityFile(file, NODE_ENV), log });
}
