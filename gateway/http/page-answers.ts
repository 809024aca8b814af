import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GeneralAnswers } from '../../subgraphs/shared/http/create-app.js';
import { refusalOf } from '../../subgraphs/shared/http/refused-request.js';
import { SECURITY_HEADERS } from './security-headers.js';

function say(reply: FastifyReply, status: number, sentence: string): void {
  void reply
    .code(status)
    .headers({ ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' })
    .send(`${sentence}\n`);
}

function sayUnknown(_request: FastifyRequest, reply: FastifyReply): void {
  say(reply, 404, 'There is no such page here.');
}

/** A sentence for people where there is no page, or none can be made. */
export const PAGE_ANSWERS: GeneralAnswers = {
  unknown: sayUnknown,
  unreadable: sayUnknown,
  failed: (error, request, reply) => {
    if (refusalOf(error, request)) {
      sayUnknown(request, reply);
      return;
    }
    request.log.error({ err: error }, 'Page failed.');
    say(reply, 500, 'Something failed here.');
  },
};
