import type { TextLanguage } from '../../shared/words/localized.js';
import type { Reason } from '../need/need.js';
import { writeValue, type Names } from './value-words.js';

/** A text in every language of the network. */
export type Worded = Readonly<Record<TextLanguage, string>>;

/** Words a reason. @param value - Its values of a name, written as people do and one after the other; empty where it has none. */
export type Wording = (value: (name: string) => string) => Worded;

/** That what is said of a supplier is no decision. */
export const NOTICE: Worded = {
  fi: 'Suuntaa-antava; hankintayksikkö päättää.',
  sv: 'Vägledande; den upphandlande myndigheten avgör.',
  en: 'Indicative; the contracting authority decides.',
};

/** A reason in words, without the notice. @param wordings - For each code. */
export function wordReason<Code extends string>(
  wordings: Readonly<Record<Code, Wording>>,
  { code, values }: Reason<Code>,
  names: Names,
): Worded {
  const wordIn = (language: TextLanguage): string =>
    wordings[code]((name) =>
      values
        .filter((value) => value.name === name)
        .map(({ value }) => writeValue(name, value, language, names))
        .join(', '),
    )[language];
  return { fi: wordIn('fi'), sv: wordIn('sv'), en: wordIn('en') };
}

/** What is said, and that it is no decision. */
export function withNotice({ fi, sv, en }: Worded): Worded {
  return { fi: `${fi} ${NOTICE.fi}`, sv: `${sv} ${NOTICE.sv}`, en: `${en} ${NOTICE.en}` };
}
