import type { ReferenceLists } from '../../../shared/lists/reference-lists.js';
import { countryOf, digestsOf } from '../../../shared/privacy/person.js';
import type { Clock } from '../../../shared/process/clock.js';
import { TEXT_LANGUAGES, type TextLanguage } from '../../../shared/words/localized.js';
import type { ExchangeDataSource } from '../../exchange/request/data-source.js';
import type { OrderDataSource } from '../../orders/queries/data-source.js';
import type { OrderRecord } from '../../store/records.js';
import type { AddressDataSource } from '../messages/address-data-source.js';
import type { MessageDataSource } from '../messages/message-data-source.js';
import {
  COORDINATOR,
  CUSTOMER,
  type AddressRecord,
  type MessageRecord,
} from '../messages/records.js';
import { factsOfOffer, factsOfOrder, factsOfSilence, type Facts } from '../texts/facts.js';
import { languageOfPlace, writeLetter, type Letter } from '../texts/letter.js';
import { webhookBody } from '../texts/webhook-body.js';
import type { SignedWebhook } from './webhooks.js';

export interface WriterOptions {
  readonly orders: Pick<OrderDataSource, 'findById'>;
  readonly requests: Pick<ExchangeDataSource, 'find'>;
  readonly addresses: Pick<AddressDataSource, 'find'>;
  readonly messages: Pick<MessageDataSource, 'mayMail'>;
  readonly lists: Pick<ReferenceLists, 'municipalityByCode'>;
  /** Null where the coordinator is told nothing. */
  readonly coordinator: Coordinator | null;
  /** Where customers call; null where they answer by e-mail. */
  readonly phone: string | null;
  /** Of digests. */
  readonly key: Buffer;
  /** Real time. */
  readonly realClock: Clock;
}

export interface Coordinator {
  readonly email: string;
  readonly language: TextLanguage;
}

/** A message as it is to be sent now. `nobody`: there is nobody to tell any more, or nothing. */
export type Written =
  | { readonly kind: 'webhook'; readonly webhook: SignedWebhook }
  | { readonly kind: 'letter'; readonly to: string; readonly letter: Letter }
  | { readonly kind: 'nobody'; readonly reason: string };

/** What a message says, and whether that is over by now. */
interface Current {
  readonly facts: Facts;
  readonly isOver: boolean;
  /** Null where it is about no order. */
  readonly order: OrderRecord | null;
}

const LANGUAGES = { FI: 'fi', SV: 'sv', EN: 'en' } as const satisfies Record<string, TextLanguage>;

/** Writes messages when they are sent, of the records as they are then. */
export class MessageWriter {
  constructor(private readonly options: WriterOptions) {}

  async write(message: MessageRecord): Promise<Written> {
    const current = await this.#currentOf(message);
    if (current === null) return nobody('what it is about is not there any more');
    const { receiver } = message;
    if (receiver === COORDINATOR) return this.#toCoordinator(current);
    if (receiver === CUSTOMER) return this.#toCustomer(message, current);
    const address = await this.options.addresses.find(receiver);
    return message.channel === 'WEBHOOK'
      ? this.#webhook(message, current, address)
      : this.#toCooperative(current, address);
  }

  async #currentOf(message: MessageRecord): Promise<Current | null> {
    const { subject, receiver, legs, offer: offerId } = message;
    switch (subject.kind) {
      case 'order': {
        const order = await this.options.orders.findById(subject.id);
        if (order === null) return null;
        const cooperative = receiver === CUSTOMER ? null : receiver;
        const facts = factsOfOrder(order, message, legs, cooperative);
        const isOver =
          message.event !== 'ORDER_CANCELLED' &&
          legs.every((number) => order.told?.[number]?.state === 'OVER');
        return { facts, isOver, order };
      }
      case 'request': {
        const request = await this.options.requests.find(subject.id);
        const offer = request?.offers.find(({ id }) => id === offerId);
        if (!request || !offer) return null;
        const isOver = message.event !== 'OFFER_TAKEN' && offer.state !== 'OFFERED';
        return { facts: factsOfOffer(request, offer, message), isOver, order: null };
      }
      case 'cooperative':
        return { facts: factsOfSilence(subject.id, message), isOver: false, order: null };
    }
  }

  /** A program is told what has happened even if that is over. */
  #webhook({ _id: id }: MessageRecord, { facts }: Current, address: AddressRecord | null): Written {
    if (address?.webhookUrl == null || address.secret === null)
      return nobody('no address any more');
    const { webhookUrl: url, secret, oldSecret, oldSecretUntil } = address;
    const isOldGood = oldSecretUntil !== null && oldSecretUntil > this.options.realClock.now();
    const secrets = [secret, ...(isOldGood && oldSecret !== null ? [oldSecret] : [])];
    return { kind: 'webhook', webhook: { id, url, secrets, body: webhookBody(facts) } };
  }

  #toCooperative({ facts, isOver }: Current, address: AddressRecord | null): Written {
    if (address?.email == null) return nobody('no address any more');
    if (isOver) return nobody('over before it was told');
    return this.#letter(facts, address.email, LANGUAGES[address.language], false);
  }

  #toCoordinator({ facts }: Current): Written {
    const { coordinator } = this.options;
    if (coordinator === null) return nobody('no address any more');
    return this.#letter(facts, coordinator.email, coordinator.language, false);
  }

  /** A stranger may have typed anybody's address, so that gets few. */
  async #toCustomer(
    { _id: id }: MessageRecord,
    { facts, isOver, order }: Current,
  ): Promise<Written> {
    const { key, messages, realClock } = this.options;
    const email = order?.buyer.email ?? null;
    if (order === null || email === null) return nobody('no address any more');
    if (isOver) return nobody('over before it was told');
    const [digest = ''] = digestsOf(key, { email }, countryOf(order.buyer.municipality));
    if (!(await messages.mayMail(digest, id, realClock.now()))) {
      return nobody('too many to one address within an hour');
    }
    return this.#letter(facts, email, languageOf(order) ?? languageOfPlace(facts), true);
  }

  #letter(facts: Facts, to: string, language: TextLanguage, isForCustomer: boolean): Written {
    const { lists, phone } = this.options;
    const placeName = lists.municipalityByCode.get(facts.municipality ?? '')?.name ?? null;
    const letter = writeLetter(facts, { language, placeName, phone, isForCustomer });
    return { kind: 'letter', to, letter };
  }
}

function nobody(reason: string): Written {
  return { kind: 'nobody', reason };
}

/** In which language the customer wants to be written to; null where the order does not say, or none of ours. */
function languageOf({ details }: Pick<OrderRecord, 'details'>): TextLanguage | null {
  return TEXT_LANGUAGES.find((language) => language === details?.language) ?? null;
}
