import type { TextLanguage } from '../../shared/words/localized.js';
import type { Reason } from '../need/need.js';

/** A text in every language of the network. */
export type Worded = Readonly<Record<TextLanguage, string>>;

/** Words a reason. @param value - Its values of a name, one after the other; empty where it has none. */
export type Wording = (value: (name: string) => string) => Worded;

/** That what is said of a supplier is no decision. */
export const NOTICE: Worded = {
  fi: 'Suuntaa-antava; hankintayksikkö päättää.',
  sv: 'Vägledande; den upphandlande myndigheten avgör.',
  en: 'Indicative; the contracting authority decides.',
};

/** A reason in words, with the notice. @param wordings - For each code. */
export function wordReason<Code extends string>(
  wordings: Readonly<Record<Code, Wording>>,
  { code, values }: Reason<Code>,
): Worded {
  const text = wordings[code]((name) =>
    values
      .filter((value) => value.name === name)
      .map(({ value }) => value)
      .join(', '),
  );
  return {
    fi: `${text.fi} ${NOTICE.fi}`,
    sv: `${text.sv} ${NOTICE.sv}`,
    en: `${text.en} ${NOTICE.en}`,
  };
}
