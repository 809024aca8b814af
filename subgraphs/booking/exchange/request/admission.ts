import type { Limits } from '../../../shared/network-file/limits.js';
import type { Clock } from '../../../shared/process/clock.js';
import { requestAccounts } from '../../limits/accounts.js';
import type { ClaimRecord } from '../../limits/claim-records.js';
import type { ClaimsDataSource } from '../../limits/claims.js';
import { say } from '../../../shared/words/said/say.js';
import { IN_BETWEEN_MS, rateLimited } from '../../limits/rate-limited.js';
import type { Refusal } from '../../store/refusal.js';
import type { ExchangeDataSource } from './data-source.js';
import type { WorkRequestRecord } from './records.js';

export interface RequestAdmissionOptions {
  readonly claims: ClaimsDataSource;
  readonly requests: Pick<ExchangeDataSource, 'findByIds'>;
  readonly limits: Pick<Limits, 'contact'>;
  /** Of digests. */
  readonly contactKey: Buffer;
  /** The network's. */
  readonly clock: Clock;
  /** Real time. */
  readonly realClock: Clock;
}

/** Lets strangers' requests in as long as those of their telephone number and e-mail address that are open are few. */
export class RequestAdmission {
  constructor(private readonly options: RequestAdmissionOptions) {}

  /** Why a request may not be made; null where it may. One query for each way to reach the caller, seldom more. */
  async refuse(request: WorkRequestRecord): Promise<Refusal | null> {
    const { limits, clock } = this.options;
    const open = await Promise.all(
      this.#accountsOf(request).map((account) => this.#enter(account, request)),
    );
    const most = limits.contact.openRequests;
    const passed = open.find((claims) => claims.length >= most);
    if (!passed) return null;
    await this.withdraw(request);
    const freeAt = new Date(Math.min(...passed.map(({ until }) => until.getTime())));
    const message = say`Requests that nobody has taken yet, at most at once for one telephone number or e-mail address: ${most}`;
    return rateLimited(message, 'contact.openRequests', null, freeAt, clock.now());
  }

  /** Takes back what a request claims that is not made after all. */
  async withdraw(request: WorkRequestRecord): Promise<void> {
    const { claims } = this.options;
    await Promise.all(
      this.#accountsOf(request).map((account) => claims.drop(account, [request._id])),
    );
  }

  /** @returns Claims of the requests before that are open; none where they are few, whatever became of them. */
  async #enter(account: string, { _id: id, start }: WorkRequestRecord): Promise<ClaimRecord[]> {
    const { claims, requests, limits, clock, realClock } = this.options;
    const now = clock.now();
    const at = realClock.now();
    const claim = { id, kind: 'request', about: id, size: 1, at, until: start } as const;
    const before = await claims.add(account, claim, now);
    if (before.length < limits.contact.openRequests) return [];
    const found = await requests.findByIds(before.map(({ about }) => about));
    const isOpen = (one: ClaimRecord, index: number): boolean => {
      const request = found[index] ?? null;
      if (request === null) return at.getTime() - one.at.getTime() < IN_BETWEEN_MS;
      return OPEN.includes(request.state);
    };
    const open = before.filter(isOpen);
    await claims.drop(
      account,
      before.filter((one) => !open.includes(one)).map((one) => one.id),
    );
    return open;
  }

  #accountsOf({ caller }: WorkRequestRecord): string[] {
    return requestAccounts(this.options.contactKey, caller);
  }
}

const OPEN: readonly WorkRequestRecord['state'][] = ['OPEN', 'OFFERED', 'PENDING'];
