import { publicError } from '../../../schema/errors.js';
import { decide, reach, type Decision, type Refused } from '../../shared/identity/policy/decide.js';
import { NOBODYS, type Asker, type Target } from '../../shared/identity/policy/rule.js';
import { rowOf } from '../../shared/identity/policy/table.js';

export interface AccessOptions {
  readonly cooperativeId: string;
  readonly asker: Asker;
  /** Of the profile; null while there is none. */
  readonly findBusinessId: () => Promise<string | null>;
  /** Local ids of the resources that are this member. */
  readonly findResourcesOf: (member: string) => Promise<readonly string[]>;
}

/** Whose something is, where it is not the cooperative's alone. */
type Concerned = Partial<Pick<Target, 'isOwn' | 'isOpened'>>;

/** What whoever asks may read and do here, by the table of access. One a request. */
export class Access {
  readonly #options: AccessOptions;
  /** Local id of the member who asks, where the cooperative's provider says which member that is; else null. */
  readonly member: string | null;
  #resources: Promise<readonly string[]> | null = null;
  #names: Promise<readonly string[]> | null = null;

  constructor(options: AccessOptions) {
    this.#options = options;
    const { asker, cooperativeId } = options;
    const grant = asker.caller?.grants.find(
      ({ role, organisation, member }) =>
        role === 'MEMBER' && organisation === cooperativeId && member !== undefined,
    );
    this.member = grant?.member ?? null;
  }

  /** Whether an id is the member's who asks. @param id - Whatever came. */
  isAbout(id: unknown): boolean {
    return this.member !== null && id === `${this.#options.cooperativeId}:${this.member}`;
  }

  /** Whether a field may be read: one that is private to some is null for the others. @param name - Its row. */
  async mayRead(name: string, concerned: Concerned = {}): Promise<boolean> {
    return (await this.#decide(name, this.#options.asker, concerned)).kind === 'allowed';
  }

  /** @param name - Row of a field that is refused as a whole. @throws UNAUTHENTICATED or FORBIDDEN saying what would be needed. */
  async checkRead(name: string): Promise<void> {
    throwRefused(await this.#decide(name, this.#options.asker));
  }

  /**
   * Nobody is acted for whose request was signed to be read.
   * @param name - Row of a command.
   * @param concerned - Whose it is, where it is a member's.
   * @throws UNAUTHENTICATED or FORBIDDEN saying what would be needed.
   */
  async checkCommand(name: string, concerned: Concerned = {}): Promise<void> {
    const { asker } = this.#options;
    const isActing = asker.process?.scopes.includes('act') ?? false;
    throwRefused(await this.#decide(name, isActing ? asker : withoutRoles(asker), concerned));
  }

  /**
   * Whose bookings may be listed.
   * @returns Local ids of the resources whose bookings are the caller's own; null for all bookings.
   * @throws UNAUTHENTICATED or FORBIDDEN where none may.
   */
  async bookableResources(): Promise<readonly string[] | null> {
    const name = 'Cooperative.bookings';
    const { asker } = this.#options;
    const target = await this.#targetOf({});
    const reached = reach(rowOf(name), asker, target);
    if (reached.kind === 'all') return null;
    if (reached.kind === 'refused') return throwRefused(reached);
    if (reached.organisations.some((id) => target.organisations.includes(id))) return null;
    if (!reached.hasOwn) await this.checkRead(name);
    return this.#ownResources();
  }

  /**
   * Whether a booking may be read that is asked for by its id. The gateway comes to one by an order alone that the booking process has
   * let its caller read, and no other process asks for one so.
   * @param resource - Local id of what is booked.
   */
  async mayReadBooking(resource: string): Promise<boolean> {
    const isOpened = this.#options.asker.process?.issuer === 'gateway';
    return this.mayRead('Booking.id', { isOwn: await this.#isOwn(resource), isOpened });
  }

  /** Whether one may read whom a booking is for. @param resource - Local id of what is booked. */
  async mayReadCustomer(resource: string): Promise<boolean> {
    return this.mayRead('Booking.customer', { isOwn: await this.#isOwn(resource) });
  }

  async #isOwn(resource: string): Promise<boolean> {
    return (await this.#ownResources()).includes(resource);
  }

  #ownResources(): Promise<readonly string[]> {
    const { member } = this;
    if (member === null) return Promise.resolve([]);
    return (this.#resources ??= this.#options.findResourcesOf(member));
  }

  async #decide(name: string, asker: Asker, concerned: Concerned = {}): Promise<Decision> {
    return decide(rowOf(name), asker, await this.#targetOf(concerned));
  }

  async #targetOf(concerned: Concerned): Promise<Target> {
    this.#names ??= this.#findNames();
    return { ...NOBODYS, ...concerned, organisations: await this.#names };
  }

  /** By what names the cooperative goes. Its business id is looked up where a program asks, which alone is known by one. */
  async #findNames(): Promise<readonly string[]> {
    const { asker, cooperativeId, findBusinessId } = this.#options;
    const isProgram = asker.caller?.grants.some(({ role }) => role === 'MACHINE') ?? false;
    const businessId = isProgram ? await findBusinessId() : null;
    return businessId === null ? [cooperativeId] : [cooperativeId, businessId];
  }
}

function withoutRoles(asker: Asker): Asker {
  return { ...asker, caller: asker.caller && { ...asker.caller, grants: [] } };
}

function throwRefused(decision: Refused): never;
function throwRefused(decision: Decision): void;
function throwRefused(decision: Decision): void {
  if (decision.kind === 'refused') throw publicError(decision.code, decision.message);
}
