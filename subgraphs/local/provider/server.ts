import type { JWK } from 'jose';
import { createServer } from 'node:http';
import { listen } from '../../shared/process/listen.js';
import type { Logger } from '../../shared/process/logger.js';
import type { Closable } from '../../shared/process/process.js';
import { answerInteraction, INTERACTION_PATH } from './answer-interaction.js';
import { createProvider } from './create-provider.js';
import type { ListCooperatives } from './accounts/find-account.js';

/** It gives anybody any role, so nobody but this machine is to reach it. */
const HOST = '127.0.0.1';

export interface ProviderServerOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly keys: readonly JWK[];
  readonly listCooperatives: ListCooperatives;
  readonly log: Logger;
}

/** A provider that listens. */
export interface ProviderServer extends Closable {
  /** Its issuer, too. */
  readonly url: string;
}

/** Starts the demo provider. @throws Error when the port is taken. */
export async function startProvider(options: ProviderServerOptions): Promise<ProviderServer> {
  const { port, keys, listCooperatives, log } = options;
  const server = createServer();
  const url = await listen(server, HOST, port);
  const provider = await createProvider({ issuer: url, keys, listCooperatives, log });
  const answerProvider = provider.callback();
  const { host } = new URL(url);
  server.on('request', (request, response) => {
    // A site's name that is made to mean this machine would else let its pages read tokens.
    if (request.headers.host !== host) {
      response.writeHead(421).end();
    } else if (request.url?.startsWith(INTERACTION_PATH)) {
      answerInteraction(provider, listCooperatives, request, response).catch((error: unknown) => {
        log.error({ err: error }, 'A sign-in failed.');
        response.destroy();
      });
    } else {
      void answerProvider(request, response);
    }
  });
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
