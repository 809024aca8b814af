import type { EVIDENCE_SCHEMES } from '../words/closed-sets.js';
import type { TextLanguage } from '../words/localized.js';

type Label = Readonly<Record<TextLanguage, string>>;

const LABELS: Readonly<Record<(typeof EVIDENCE_SCHEMES)[number], Label>> = {
  WISE: {
    fi: 'Työintegroiva sosiaalinen yritys',
    sv: 'Arbetsintegrerande socialt företag',
    en: 'Work integration social enterprise',
  },
  CREDIT_RATING: { fi: 'Luottoluokitus', sv: 'Kreditbetyg', en: 'Credit rating' },
  SELF_DECLARED: { fi: 'Oma ilmoitus', sv: 'Egen uppgift', en: 'Own statement' },
};

/** What a scheme of evidence is called; one that the hub does not know by its own name. */
export function schemeLabel(scheme: string): Label {
  return (
    (LABELS as Readonly<Partial<Record<string, Label>>>)[scheme] ?? {
      fi: scheme,
      sv: scheme,
      en: scheme,
    }
  );
}
