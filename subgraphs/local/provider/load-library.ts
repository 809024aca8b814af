import type { Logger } from '../../shared/process/logger.js';

/** What oidc-provider gives. */
export type Library = typeof import('oidc-provider');

/**
 * Loads oidc-provider, which writes to the console what it thinks of its settings and of Node.js, while it is loaded and set up:
 * that is for the log.
 */
export async function withLibrary<Made>(
  log: Logger,
  make: (library: Library) => Made | Promise<Made>,
): Promise<Made> {
  const { info, warn } = console;
  console.info = console.warn = (text: unknown) => {
    log.info({ text }, 'oidc-provider says something.');
  };
  try {
    return await make(await import('oidc-provider'));
  } finally {
    Object.assign(console, { info, warn });
  }
}
