import type { FastifyInstance } from 'fastify';
import { RefusedRequest } from './refused-request.js';

/** Names by which a machine calls itself, with or without a port. A site's own name can be made to mean this machine; these cannot. */
const OWN_NAME = /^((\w[\w-]*\.)*localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/** Whom an app answers. */
export interface HostCheck {
  /** Has it refuse from now on whoever asks for another host than this machine. */
  begin(): void;
}

/** Lets an app refuse requests for other hosts, before anything else is done with them. */
export function addHostCheck(app: FastifyInstance): HostCheck {
  let isOn = false;
  app.addHook('onRequest', ({ raw: { headers } }, _reply, next) => {
    const { host = '' } = headers;
    // Browsers always name one.
    if (!isOn || host === '' || OWN_NAME.test(host)) {
      next();
      return;
    }
    const message = 'This process answers programs of its own machine alone, by its own name.';
    next(new RefusedRequest(421, message));
  });
  return {
    begin: () => {
      isOn = true;
    },
  };
}
