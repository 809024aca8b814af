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
  TAX_REGISTER: {
    fi: 'Ennakkoperintärekisteri tai F-vero',
    sv: 'Förskottsuppbördsregistret eller F-skatt',
    en: 'Tax register (prepayment register or F-tax)',
  },
  INSURANCE: { fi: 'Vakuutus', sv: 'Försäkring', en: 'Insurance' },
  COLLECTIVE_AGREEMENT: {
    fi: 'Työehtosopimus',
    sv: 'Kollektivavtal',
    en: 'Collective agreement',
  },
  ISO: { fi: 'ISO-sertifikaatti', sv: 'ISO-certifikat', en: 'ISO certificate' },
  ECO_LABEL: { fi: 'Ympäristömerkki', sv: 'Miljömärke', en: 'Eco-label' },
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
