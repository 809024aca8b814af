import { z } from 'zod';
import { publicError } from '../../../../schema/errors.js';
import type { ProcessClient } from '../../../shared/identity/processes/routes/process-client.js';
import type { Logger } from '../../../shared/process/logger.js';
import { CURRENCY_CODES, PRICE_UNITS } from '../../../shared/words/closed-sets.js';

const Cpv = z.string().regex(/^\d{8}$/);

const Terms = z.object({
  organisationId: z.string().max(50),
  cooperatives: z.array(z.string().max(100)).max(1_000),
  startsAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  endsAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  cpv: z.array(Cpv).max(1_000),
  currency: z.enum(CURRENCY_CODES),
  prices: z
    .array(z.object({ cpv: Cpv, unit: z.enum(PRICE_UNITS), netMinor: z.int().min(0) }))
    .max(1_000),
});

/** What a unit costs under an agreement, without value added tax. */
export interface AgreementPrice {
  readonly cpv: string;
  readonly unit: (typeof PRICE_UNITS)[number];
  /** Minor units of the agreement's currency. */
  readonly netMinor: number;
}

/** Of an agreement, what decides whether something may be ordered under it, and at which price. */
export interface AgreementTerms {
  /** Business id of the organisation whose it is. */
  readonly organisationId: string;
  /** Ids of those who supply. */
  readonly cooperatives: readonly string[];
  readonly startsAt: Date;
  /** Not included. */
  readonly endsAt: Date;
  /** What is bought: codes of 8 digits. */
  readonly cpv: readonly string[];
  readonly currency: (typeof CURRENCY_CODES)[number];
  readonly prices: readonly AgreementPrice[];
}

/** Knows the terms of agreements. */
export interface Agreements {
  /** Null when there is none with this id. @throws DOWNSTREAM_SERVICE_ERROR where that cannot be told now. */
  find(id: string): Promise<AgreementTerms | null>;
}

const TIMEOUT_MS = 2_000;

/** Asks the procurement process. */
export class AgreementsClient implements Agreements {
  constructor(
    private readonly procurement: ProcessClient,
    private readonly log: Logger,
  ) {}

  async find(id: string): Promise<AgreementTerms | null> {
    const options = { form: Terms, limitMs: TIMEOUT_MS };
    const reply = await this.procurement.find('/agreements', id, options);
    if (reply.kind === 'told') return reply.told;
    const { status, reason } = reply;
    if (status === 404) return null;
    this.log.warn({ reason }, 'The procurement process does not tell of an agreement.');
    throw publicError('DOWNSTREAM_SERVICE_ERROR', NOT_ASKED);
  }
}

const NOT_ASKED =
  'The agreement could not be looked up, so nothing was ordered; the same command may be sent again.';
