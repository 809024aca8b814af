import type { Connection } from 'mongoose';
import { distancesOf } from '../../shared/words/municipality.js';
import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import type { RequestSigner } from '../../shared/identity/processes/sign-request.js';
import type { Clock } from '../../shared/process/clock.js';
import type { Logger } from '../../shared/process/logger.js';
import type { Closable } from '../../shared/process/process.js';
import type { BookingAccess } from '../access/booking-access.js';
import type { Limits } from '../../shared/network-file/limits.js';
import type { ClaimsDataSource } from '../limits/claims.js';
import type { OwnerClient } from '../../shared/owners/client/owner-client.js';
import { CandidateSearch } from './candidates/candidate-search.js';
import { CatalogueClient } from './candidates/catalogue-client.js';
import { ExchangeCommands } from './commands.js';
import { RequestAdmission } from './request/admission.js';
import { ExchangeDataSource } from './request/data-source.js';
import type { ZoneOf } from '../orders/order/wall-time.js';
import { ServiceFinder } from './candidates/find-services.js';
import { Progress, type OrderDesk } from './progress.js';
import { ExchangeSweeper } from './sweeper.js';

export interface ExchangeOptions {
  readonly connection: Connection;
  /** Per query. */
  readonly databaseTimeoutMs: number;
  /** The catalogue's GraphQL address, such as `http://127.0.0.1:4001/graphql`. */
  readonly catalogueUrl: string;
  /** The official codes, and where municipalities are. */
  readonly lists: ReferenceLists;
  readonly owners: OwnerClient;
  /** Of nobody where absent. */
  readonly zoneOf?: ZoneOf;
  readonly signer: RequestSigner;
  readonly orders: OrderDesk;
  /** The network's clock. */
  readonly clock: Clock;
  /** Real time. */
  readonly realClock: Clock;
  readonly access: BookingAccess;
  readonly limits: Limits;
  readonly claims: ClaimsDataSource;
  /** Of the digests by which a stranger's telephone number and e-mail address are counted. */
  readonly contactKey: Buffer;
  /** How often it is looked for what is due. */
  readonly sweepIntervalMs: number;
  readonly log: Logger;
}

/** The work exchange, as resolvers see it. */
export interface Exchange extends Closable {
  readonly access: BookingAccess;
  readonly requests: ExchangeDataSource;
  readonly candidates: CandidateSearch;
  readonly commands: ExchangeCommands;
  readonly lists: ReferenceLists;
  /** The network's. */
  readonly clock: Clock;
  /** Begins to take on by itself what is due. */
  start(): void;
  /** Does what is due now, once. Never rejects. */
  sweep(): Promise<void>;
}

/** Prepares the exchange's collection and builds the exchange; it does nothing by itself until it is started. */
export async function createExchange(options: ExchangeOptions): Promise<Exchange> {
  const { connection, databaseTimeoutMs, owners, orders, access, clock, realClock, lists, log } =
    options;
  const requests = new ExchangeDataSource(connection, databaseTimeoutMs, clock);
  await requests.prepare();
  const catalogue = new CatalogueClient(options.catalogueUrl, options.signer, log);
  const candidates = new CandidateSearch(
    new ServiceFinder(catalogue, distancesOf(lists.municipalityByCode)),
    owners,
    options.zoneOf,
  );
  const progress = new Progress({ requests, candidates, owners, orders, clock, realClock });
  const admission = new RequestAdmission({ ...options, requests });
  const commands = new ExchangeCommands({
    ...{ requests, candidates, progress, admission, access, lists, log },
  });
  const sweeper = new ExchangeSweeper(requests, progress, options.sweepIntervalMs, log);
  return {
    ...{ access, requests, candidates, commands, lists, clock },
    start: () => {
      sweeper.start();
    },
    sweep: () => sweeper.sweep(),
    close: async () => {
      await sweeper.close();
      await catalogue.close();
    },
  };
}
