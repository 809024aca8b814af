import type { OwnerClient } from '../../../shared/owners/client/owner-client.js';
import type { OwnerReply } from '../../../shared/owners/client/read-reply.js';
import { say } from '../../../shared/words/said/say.js';
import type { OrderLegRecord, OrderRecord } from '../../store/records.js';
import { refuse, undecided, type Refusal } from '../../store/refusal.js';
import { cooperativeOf, cooperativesOf } from '../order/order-state.js';
import type { ZoneOf } from '../order/wall-time.js';
import { silenceOf } from '../owners/refusal-words.js';
import { agreedPriceOf, refusalOfService, type OfferedService } from './agreed-terms.js';
import type { Agreements } from './agreements-client.js';
import { askServices } from './ask-services.js';
import { judgeParties } from './judge-parties.js';

/** What is to be ordered under an agreement. */
export interface CallOffDraft {
  readonly agreementId: string;
  /** Business id of the organisation that orders; null for none. */
  readonly organisationId: string | null;
  readonly legs: readonly OrderLegRecord[];
}

export type CallOffVerdict =
  /** @property legs - Those of the draft, with the prices that were agreed. */
  | { readonly kind: 'agreed'; readonly legs: OrderLegRecord[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

export interface CallOffJudgeOptions {
  readonly agreements: Agreements;
  readonly owners: OwnerClient;
  /** Of nobody where absent. */
  readonly zoneOf?: ZoneOf;
  /** For what owners are asked about their services. */
  readonly ownerTimeoutMs: number;
}

/** Judges what is to be ordered under an agreement, and prices it. */
export class CallOffJudge {
  constructor(private readonly options: CallOffJudgeOptions) {}

  /** Asks for the agreement, then each owner once, all at a time. @throws DOWNSTREAM_SERVICE_ERROR where the agreement is not told. */
  async judge({ agreementId, ...callOff }: CallOffDraft): Promise<CallOffVerdict> {
    const found = await this.options.agreements.find(agreementId);
    const { zoneOf = () => null } = this.options;
    const judged = judgeParties(found, {
      ...callOff,
      legs: callOff.legs.map((leg) => ({
        ...leg,
        timeZone: leg.timeZone ?? zoneOf(cooperativeOf(leg)),
      })),
    });
    if (judged.kind === 'refused') return judged;
    const { terms } = judged;
    const replyByOwner = await this.#askOwners(callOff.legs);
    const refusals: Refusal[] = [];
    const legs = callOff.legs.map((leg, number) => {
      const path = ['legs', number, 'serviceId'];
      const service = serviceOf(leg, replyByOwner.get(cooperativeOf(leg)), path);
      const refusal = 'code' in service ? service : refusalOfService(terms, service, path);
      if (refusal) refusals.push(refusal);
      return 'code' in service ? leg : { ...leg, agreedPrice: agreedPriceOf(terms, service) };
    });
    return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'agreed', legs };
  }

  /**
   * Why legs of a call-off may not become something else; empty where they may, or where it is of no agreement.
   * @param legs - As they are to be.
   * @throws DOWNSTREAM_SERVICE_ERROR where the agreement is not told.
   */
  async judgeMove(
    { agreementId }: Pick<OrderRecord, 'agreementId'>,
    legs: readonly Pick<OrderLegRecord, 'serviceId' | 'start' | 'minutes'>[],
  ): Promise<readonly Refusal[]> {
    const isNone = agreementId == null || legs.length === 0;
    const terms = isNone ? null : await this.options.agreements.find(agreementId);
    if (!terms) return [];
    const judged = judgeParties(terms, { organisationId: terms.organisationId, legs });
    if (judged.kind === 'terms') return [];
    return judged.refusals.map((refusal) => ({ ...refusal, field: ['start'] }));
  }

  async #askOwners(
    legs: readonly OrderLegRecord[],
  ): Promise<ReadonlyMap<string, OwnerReply<ReadonlyMap<string, OfferedService>>>> {
    const { owners, ownerTimeoutMs } = this.options;
    const asked = cooperativesOf(legs).map(async (owner) => {
      const own = legs.filter((leg) => cooperativeOf(leg) === owner);
      const services = [...new Set(own.map(({ serviceId }) => serviceId))];
      return [owner, await askServices(owners, owner, services, ownerTimeoutMs)] as const;
    });
    return new Map(await Promise.all(asked));
  }
}

/** What a leg is of, or why that is not known. */
function serviceOf(
  leg: OrderLegRecord,
  reply: OwnerReply<ReadonlyMap<string, OfferedService>> | undefined,
  path: readonly (string | number)[],
): OfferedService | Refusal {
  const owner = cooperativeOf(leg);
  if (reply?.kind === 'answer') {
    const message = say`${owner} has no service ${leg.serviceId}.`;
    return reply.data.get(leg.serviceId) ?? undecided(refuse('NOT_FOUND', message, path));
  }
  const silence = reply ? silenceOf(reply) : say`was not asked`;
  return undecided(refuse('COOPERATIVE_UNAVAILABLE', say`${owner} ${silence}.`, path));
}
