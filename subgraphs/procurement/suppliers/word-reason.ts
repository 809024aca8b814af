import type { TextLanguage } from '../../shared/words/localized.js';
import type { Reason } from '../need/need.js';

/** A text in every language of the network. */
export type Worded = Readonly<Record<TextLanguage, string>>;

/** Words a reason. @param value - One of its values; empty where it has none of that name. */
export type Wording = (value: (name: string) => string) => Worded;

/** That what is said of a supplier is no decision. */
export const NOTICE: Worded = {
  fi: 'Suuntaa-antava; hankintayksikkö päättää.',
  sv: 'Vägledande; den upphandlande myndigheten avgör.',
  en: 'Indicative; the contracting authority decides.',
};

/** A reason in words, always with the notice. @param wordings - For each code. */
export function wordReason<Code extends string>(
  wordings: Readonly<Record<Code, Wording>>,
  { code, values }: Reason<Code>,
): Worded {
  const text = wordings[code]((name) => values.find((value) => value.name === name)?.value ?? '');
  return {
    fi: `${text.fi} ${NOTICE.fi}`,
    sv: `${text.sv} ${NOTICE.sv}`,
    en: `${text.en} ${NOTICE.en}`,
  };
}
