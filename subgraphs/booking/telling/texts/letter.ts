import { countryOf } from '../../../shared/privacy/person.js';
import {
  localize,
  type LocalizedText,
  type TextLanguage,
} from '../../../shared/words/localized.js';
import { timeZoneOf } from '../../../shared/words/municipality.js';
import type { Facts, WorkFacts } from './facts.js';
import { LETTER_WORDS } from './letter-words.js';

/** What an e-mail says, in plain text. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** What a letter is written with beside its facts. */
export interface LetterSetting {
  readonly language: TextLanguage;
  /** A municipality's name; null where no list has it. */
  readonly placeName: LocalizedText | null;
  /** Where customers call; null where they may answer by e-mail alone. */
  readonly phone: string | null;
  readonly isForCustomer: boolean;
}

const LOCALES: Readonly<Record<TextLanguage, string>> = { fi: 'fi-FI', sv: 'sv-SE', en: 'en-GB' };
/** Characters of a service's name. */
const LONGEST_TITLE = 120;

/** Writes a letter. Times are those of the place where the work is. */
export function writeLetter(facts: Facts, setting: LetterSetting): Letter {
  const { language, placeName, phone, isForCustomer } = setting;
  const words = LETTER_WORDS[language];
  const { event, order, offer, cooperative, municipality, works } = facts;
  const subject = words.says[event](order?.reference ?? cooperative ?? '');
  const time = timesOf(municipality, language);
  const place = placeName && localize(placeName, language, [])?.text;
  const lines = [
    `${subject}.`,
    '',
    ...works.map(
      (work) => `- ${nameOf(work, language)}, ${time(work.start)}, ${words.minutes(work.minutes)}`,
    ),
    ...(works.length > 0 && place ? [words.where(oneLine(place))] : []),
    ...(offer && works.length > 0 ? [words.answerBy(time(offer.deadline))] : []),
    ...(offer?.needsSpokenYes && works.length > 0 ? [words.onlyByPhone] : []),
    ...(isForCustomer ? ['', phone === null ? words.reply : words.call(phone)] : []),
    '',
    words.automatic,
    '',
  ];
  return { subject: oneLine(subject), text: lines.join('\n') };
}

/** In which language a customer is written to where nobody has said so: the cooperative's first, else that of the country. */
export function languageOfPlace({ works, municipality }: Facts): TextLanguage {
  const [first = ''] = works[0]?.languages ?? [];
  if (first === 'fi' || first === 'sv' || first === 'en') return first;
  return countryOf(municipality ?? '') === 'SE' ? 'sv' : 'fi';
}

function timesOf(municipality: string | null, language: TextLanguage): (instant: Date) => string {
  const timeZone = timeZoneOf(municipality ?? '');
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    ...{ timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  });
  return (instant) => format.format(instant);
}

/** Its name as it was ordered, else its id, and whose it is. */
function nameOf({ title, languages, service, cooperative }: WorkFacts, language: TextLanguage) {
  const name = (title && localize(title, language, languages)?.text) ?? service;
  return `${oneLine(name).slice(0, LONGEST_TITLE)} (${cooperative})`;
}

/** A text that others wrote, without what ends a line or turns the direction of writing. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}
