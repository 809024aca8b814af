import { z } from 'zod';
import { publicError } from '../../../../schema/errors.js';
import type { RequestSigner } from '../../../shared/identity/processes/sign-request.js';
import type { HttpAnswer } from '../../../shared/owners/outcome.js';
import { Sender } from '../../../shared/owners/sender.js';
import type { Logger } from '../../../shared/process/logger.js';
import type { Closable } from '../../../shared/process/process.js';
import { TimeLimit } from '../../../shared/process/time-limit.js';

const Terms = z.object({
  organisationId: z.string().max(50),
  cooperatives: z.array(z.string().max(100)).max(1_000),
  startsAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  endsAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
});

/** Of an agreement, what decides whether something may be ordered under it. */
export interface AgreementTerms {
  /** Business id of the organisation whose it is. */
  readonly organisationId: string;
  /** Ids of those who supply. */
  readonly cooperatives: readonly string[];
  readonly startsAt: Date;
  /** Not included. */
  readonly endsAt: Date;
}

/** Knows the terms of agreements. */
export interface Agreements {
  /** Null when there is none with this id. @throws DOWNSTREAM_SERVICE_ERROR where that cannot be told now. */
  find(id: string): Promise<AgreementTerms | null>;
}

const TIMEOUT_MS = 2_000;

/** Asks the procurement process. */
export class AgreementsClient implements Agreements, Closable {
  #url: string;
  readonly #sender = new Sender();

  /** @param url - Base address of the procurement process. */
  constructor(
    url: string,
    private readonly signer: RequestSigner,
    private readonly log: Logger,
  ) {
    this.#url = url;
  }

  /** The procurement process has another address. */
  moveTo(url: string): void {
    this.#url = url;
  }

  async find(id: string): Promise<AgreementTerms | null> {
    const outcome = await this.#sender.send({
      method: 'GET',
      url: new URL(`/agreements/${encodeURIComponent(id)}`, this.#url).href,
      headers: this.signer.headersFor({
        ...{ audience: 'procurement', scope: 'agreements', body: null },
      }),
      limit: TimeLimit.within(TIMEOUT_MS),
    });
    const status = outcome.kind === 'answer' ? outcome.status : null;
    if (status === 404) return null;
    const terms = outcome.kind === 'answer' && status === 200 ? read(outcome) : null;
    if (terms !== null) return terms;
    const { kind } = outcome;
    this.log.warn({ kind, status }, 'The procurement process does not tell of an agreement.');
    throw publicError('DOWNSTREAM_SERVICE_ERROR', NOT_ASKED);
  }

  async close(): Promise<void> {
    await this.#sender.close();
  }
}

/** Null for what is no terms. */
function read({ body }: HttpAnswer): AgreementTerms | null {
  try {
    return Terms.parse(JSON.parse(body.toString('utf8')));
  } catch {
    return null;
  }
}

const NOT_ASKED =
  'The agreement could not be looked up, so nothing was ordered; the same command may be sent again.';
