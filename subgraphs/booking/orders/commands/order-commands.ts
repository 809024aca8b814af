import type { OrderDataSource } from '../queries/data-source.js';
import type { OrderRecord } from '../../store/records.js';
import type { Asker } from '../../../shared/identity/policy/rule.js';
import { findMembers, type OwnerClient } from '../../../shared/owners/client/owner-client.js';
import { readDetails } from '../../../shared/order-details/read-details.js';
import type { Refusal } from '../../store/refusal.js';
import type {
  CancelLegInput,
  ChangeSeriesInput,
  EnrolInput,
  HoldOrderInput,
  MoveOrderInput,
  OrderActionInput,
  PlaceSeriesInput,
} from '../../schema.generated.js';
import type { OrderActor } from './act-on-order.js';
import type { Circumstances } from './circumstances.js';
import type { MakingCommand, OrderMaker } from './make-order.js';
import {
  refusalsOfBuyer,
  refusalsOfContact,
  refusalsOfCooperative,
  refusalsOfDetails,
  refusalsOfKey,
  refusalsOfLeg,
  refusalsOfLegs,
  cooperativesOf,
  toBuyer,
  toLeg,
  type IsMember,
} from './order-input.js';
import type { CallOffJudge } from '../agreements/call-off-judge.js';
import { refusalsOfPhoneOnly } from '../../owners/phone-only.js';
import { refused, type OrderOutcome } from '../order/outcome.js';
import { nothing, type SeriesOutcome, type SeriesPlacer } from './place-series.js';
import type { SeriesWish } from '../series/plan-change.js';
import type { SeriesDecision } from './series-changes.js';

export interface OrderCommandsOptions {
  readonly dataSource: Pick<OrderDataSource, 'findById'>;
  readonly owners: OwnerClient;
  readonly maker: OrderMaker;
  readonly actor: OrderActor;
  readonly series: SeriesPlacer;
  readonly callOffs: CallOffJudge;
  /** How long a command waits for owners before it answers with what is known. */
  readonly answerWithinMs: number;
}

/** What can be done with orders. Never throws for what an owner does; what the caller can correct is in `userErrors`. */
export class OrderCommands {
  constructor(private readonly options: OrderCommandsOptions) {}

  /** Null when there is none; asks no owner and no secret. */
  findOrder(id: string): Promise<OrderRecord | null> {
    return this.options.dataSource.findById(id);
  }

  holdOrder(input: HoldOrderInput, circumstances: Circumstances): Promise<OrderOutcome> {
    return this.#make('hold', input, circumstances);
  }

  placeOrder(input: HoldOrderInput, circumstances: Circumstances): Promise<OrderOutcome> {
    return this.#make('place', input, circumstances);
  }

  async enrol(
    input: EnrolInput,
    { maker, isStranger = false }: Circumstances,
  ): Promise<OrderOutcome> {
    const { idempotencyKey, ...rest } = input;
    const { buyer, channel, leg } = rest;
    const { municipality } = buyer;
    const wrong = [
      ...refusalsOfKey(idempotencyKey),
      ...refusalsOfBuyer(buyer),
      ...(isStranger ? refusalsOfContact(buyer, ['buyer']) : []),
      ...refusalsOfLeg(leg, ['leg'], await this.#members([leg])),
      ...refusalsOfDetails(rest.details, municipality),
      ...refusalsOfPhoneOnly(leg, ['leg'], this.options.owners),
    ];
    const countsAs = isStranger ? 'place' : null;
    const command = {
      ...{ idempotencyKey, body: { act: 'enrol', ...rest }, maker },
      countsAs,
    } as const;
    if (wrong.length > 0) return this.#refuse(command, wrong);
    const policy = 'ALL_OR_NOTHING';
    const details = readDetails(rest.details, municipality);
    const who = { buyer: toBuyer(buyer), details, channel, policy, leadCooperative: null } as const;
    const draft = { act: 'enrol', ...who, legs: [toLeg(leg)], conflicts: [] } as const;
    return this.options.maker.make(command, draft, this.#deadline());
  }

  placeSeries(input: PlaceSeriesInput, circumstances: Circumstances): Promise<SeriesOutcome> {
    return this.options.series.place(input, circumstances, this.#deadline());
  }

  confirmOrder(input: OrderActionInput, asker: Asker): Promise<OrderOutcome> {
    return this.options.actor.act(input, { act: 'confirm' }, asker, this.#deadline());
  }

  extendHold(input: OrderActionInput, asker: Asker): Promise<OrderOutcome> {
    return this.options.actor.act(input, { act: 'extend' }, asker, this.#deadline());
  }

  cancelOrder(input: OrderActionInput, asker: Asker): Promise<OrderOutcome> {
    return this.options.actor.act(input, { act: 'cancel' }, asker, this.#deadline());
  }

  cancelLeg({ leg, ...input }: CancelLegInput, asker: Asker): Promise<OrderOutcome> {
    return this.options.actor.act(input, { act: 'cancelLeg', leg }, asker, this.#deadline());
  }

  moveOrder({ leg = 0, start, ...input }: MoveOrderInput, asker: Asker): Promise<OrderOutcome> {
    const wish = { act: 'move', leg, start: new Date(start) } as const;
    return this.options.actor.act(input, wish, asker, this.#deadline());
  }

  /** The visits that cannot be had are in it; a dry run changes nothing and remembers nothing. */
  async changeSeries(
    { fromLeg, start, minutes, until, end, skipConflicts, dryRun, ...input }: ChangeSeriesInput,
    asker: Asker,
  ): Promise<SeriesOutcome> {
    const wish: SeriesWish = {
      ...{ act: 'changeSeries', fromLeg, until: until ?? null, minutes: minutes ?? null },
      start: start == null ? null : new Date(start),
      ...{ end: end ?? false, skipConflicts: skipConflicts ?? false },
    };
    const { actor } = this.options;
    if (dryRun) return rehearsed(await actor.rehearse(input, wish, asker, this.#deadline()));
    const { known, ...outcome } = await actor.act(input, wish, asker, this.#deadline());
    const conflicts = [...(known?.conflicts ?? []), ...(known?.outcome?.conflicts ?? [])];
    return { ...outcome, conflicts, otherWeekdays: known?.otherWeekdays ?? null };
  }

  async #make(
    act: 'hold' | 'place',
    input: HoldOrderInput,
    { maker, secretHash, isAgreedByPhone = false, isStranger = false }: Circumstances,
  ): Promise<OrderOutcome> {
    const { idempotencyKey, ...rest } = input;
    const { buyer, channel, legs, policy = 'ALL_OR_NOTHING' } = rest;
    const leadCooperative = rest.leadCooperative ?? null;
    const isMember = await this.#members(legs, leadCooperative);
    const wrong: Refusal[] = [
      ...refusalsOfKey(idempotencyKey),
      ...refusalsOfBuyer(buyer),
      ...(isStranger ? refusalsOfContact(buyer, ['buyer']) : []),
      ...refusalsOfLegs(legs, isMember),
      ...legs.flatMap((leg, number) =>
        refusalsOfPhoneOnly(leg, ['legs', number], this.options.owners),
      ),
      ...(leadCooperative === null
        ? []
        : refusalsOfCooperative(leadCooperative, ['leadCooperative'], isMember)),
      ...refusalsOfDetails(rest.details, buyer.municipality),
    ];
    const countsAs = isStranger ? act : null;
    const command = { idempotencyKey, body: { act, ...rest }, maker, secretHash, countsAs };
    if (wrong.length > 0) return this.#refuse(command, wrong);
    const { agreementId = null } = rest;
    const details = readDetails(rest.details, buyer.municipality);
    const who = { buyer: toBuyer(buyer), details, channel, policy, leadCooperative, agreementId };
    const draft = { act, ...who, legs: legs.map(toLeg), conflicts: [], isAgreedByPhone };
    if (agreementId !== null) {
      const repeated = await this.options.maker.repeat(command, this.#deadline());
      if (repeated) return repeated;
      const { organisationId } = who.buyer;
      const callOff = { agreementId, organisationId, legs: draft.legs };
      const judged = await this.options.callOffs.judge(callOff);
      if (judged.kind === 'refused') return refused(...judged.refusals);
      return this.options.maker.make(command, { ...draft, legs: judged.legs }, this.#deadline());
    }
    return this.options.maker.make(command, draft, this.#deadline());
  }

  /** The network may have become another since the same command was answered: what it was told stands. */
  async #refuse(command: MakingCommand, wrong: readonly Refusal[]): Promise<OrderOutcome> {
    const isOpen = wrong.every(({ retry }) => retry);
    const repeated = isOpen ? await this.options.maker.repeat(command, this.#deadline()) : null;
    return repeated ?? refused(...wrong);
  }

  #members(...named: Parameters<typeof cooperativesOf>): Promise<IsMember> {
    return findMembers(this.options.owners, cooperativesOf(...named));
  }

  #deadline(): number {
    return performance.now() + this.options.answerWithinMs;
  }
}

/** What would come of a change of a series: conflicts are no fault of who only asks. */
function rehearsed(decision: SeriesDecision): SeriesOutcome {
  if (decision.kind === 'open') return nothing([decision.refusal]);
  const { conflicts, otherWeekdays } = decision;
  const isRefused = decision.kind === 'answer' && conflicts.length === 0;
  const userErrors = isRefused ? decision.outcome.userErrors : [];
  return { ...nothing(userErrors), conflicts, otherWeekdays };
}
