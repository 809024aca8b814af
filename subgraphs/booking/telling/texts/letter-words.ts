import type { NotificationEvent } from '../../schema.generated.js';
import type { TextLanguage } from '../../../shared/words/localized.js';

/** A sentence about something that has a name: an order by its reference, a cooperative by its id, an offer by none. */
type Sentence = (name: string) => string;

/** What letters say in one language. */
export interface LetterWords {
  /** The first line and the subject of each letter. */
  readonly says: Readonly<Record<NotificationEvent, Sentence>>;
  readonly minutes: (count: number) => string;
  readonly where: (place: string) => string;
  readonly answerBy: (time: string) => string;
  readonly onlyByPhone: string;
  readonly call: (phone: string) => string;
  readonly reply: string;
  readonly automatic: string;
}

export const LETTER_WORDS: Readonly<Record<TextLanguage, LetterWords>> = {
  fi: {
    says: {
      OFFER_MADE: () => 'Teille tarjotaan työtä',
      OFFER_TAKEN: () => 'Tarjottu työ on jo otettu',
      OFFER_EXPIRING: () => 'Tarjottuun työhön on enää vähän aikaa vastata',
      ORDER_CONFIRMED: (name) => `Tilaus ${name} on vahvistettu`,
      ORDER_MOVED: (name) => `Tilauksen ${name} aika on muuttunut`,
      ORDER_CANCELLED: (name) => `Tilaus ${name} on peruttu`,
      ORDER_PLACE_GIVEN: (name) => `Tilaus ${name} on saanut paikan jonosta`,
      COOPERATIVE_UNREACHABLE: (name) => `Osuuskunnan ${name} järjestelmä ei vastaa`,
    },
    minutes: (count) => `${count} min`,
    where: (place) => `Paikka: ${place}`,
    answerBy: (time) => `Vastausta odotetaan viimeistään ${time}.`,
    onlyByPhone: 'Työn voi ottaa vain puhelimitse.',
    call: (phone) => `Kysymykset ja muutokset puhelimitse: ${phone}`,
    reply: 'Kysymykset ja muutokset: vastaa tähän viestiin.',
    automatic: 'Tämä viesti on lähetetty automaattisesti.',
  },
  sv: {
    says: {
      OFFER_MADE: () => 'Ni erbjuds ett arbete',
      OFFER_TAKEN: () => 'Arbetet som erbjöds har tagits av någon annan',
      OFFER_EXPIRING: () => 'Det är ont om tid att svara på ett erbjudet arbete',
      ORDER_CONFIRMED: (name) => `Beställningen ${name} är bekräftad`,
      ORDER_MOVED: (name) => `Tiden för beställningen ${name} har ändrats`,
      ORDER_CANCELLED: (name) => `Beställningen ${name} är avbokad`,
      ORDER_PLACE_GIVEN: (name) => `Beställningen ${name} har fått en plats från kön`,
      COOPERATIVE_UNREACHABLE: (name) => `Kooperativet ${name}s system svarar inte`,
    },
    minutes: (count) => `${count} min`,
    where: (place) => `Plats: ${place}`,
    answerBy: (time) => `Svar väntas senast ${time}.`,
    onlyByPhone: 'Arbetet kan bara tas per telefon.',
    call: (phone) => `Frågor och ändringar per telefon: ${phone}`,
    reply: 'Frågor och ändringar: svara på detta brev.',
    automatic: 'Detta brev har skickats automatiskt.',
  },
  en: {
    says: {
      OFFER_MADE: () => 'You are offered work',
      OFFER_TAKEN: () => 'The work that was offered has been taken by another',
      OFFER_EXPIRING: () => 'Little time is left to answer an offer of work',
      ORDER_CONFIRMED: (name) => `Order ${name} is confirmed`,
      ORDER_MOVED: (name) => `Order ${name} has another time`,
      ORDER_CANCELLED: (name) => `Order ${name} is called off`,
      ORDER_PLACE_GIVEN: (name) => `Order ${name} has got a place from the waiting list`,
      COOPERATIVE_UNREACHABLE: (name) => `The system of the cooperative ${name} does not answer`,
    },
    minutes: (count) => `${count} min`,
    where: (place) => `Place: ${place}`,
    answerBy: (time) => `An answer is awaited by ${time}.`,
    onlyByPhone: 'It can be taken by telephone only.',
    call: (phone) => `Questions and changes by telephone: ${phone}`,
    reply: 'Questions and changes: answer this message.',
    automatic: 'This message was sent automatically.',
  },
};
