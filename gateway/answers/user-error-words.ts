import type { TextLanguage } from '../../subgraphs/shared/words/localized.js';

interface Words {
  readonly fi: string;
  readonly sv: string;
}

/** What the contract says of each code in English, in the other languages of the network. */
export const USER_ERROR_WORDS: Readonly<Record<string, Words>> = {
  BAD_USER_INPUT: {
    fi: 'Tiedot ovat virheelliset tai ristiriitaiset. Omistajan oma rajapinta kertoo, mitä pitäisi olla ja mitä tuli.',
    sv: 'Uppgifterna är felaktiga eller motsäger sig själva. Ägarens egen ändpunkt säger vad som ska anges och vad som kom.',
  },
  NOT_FOUND: {
    fi: 'Tunnisteen osoittamaa ei ole, tai se ei ole tarjolla.',
    sv: 'Det som id:t anger finns inte eller erbjuds inte.',
  },
  FORBIDDEN: {
    fi: 'Tähän ei ole oikeutta: salaisuus puuttuu tai on väärä, tai tarvitaan rooli.',
    sv: 'Det är inte tillåtet: hemligheten saknas eller är fel, eller så krävs en roll.',
  },
  SLOT_TAKEN: {
    fi: 'Se mahtuisi ilman muita varauksia; kohdassa "alternatives" on sopivia alkamisaikoja.',
    sv: 'Det skulle få plats utan andra bokningar; "alternatives" anger starttider som går.',
  },
  CAPACITY_EXCEEDED: {
    fi: 'Se ei mahtuisi, vaikka mitään muuta ei olisi varattu: enemmän kuin resurssien koko tai niiden minuutit.',
    sv: 'Det skulle inte få plats ens om inget annat vore bokat: mer än resursernas storlek eller deras minuter.',
  },
  TOO_SOON: {
    fi: 'Alkamisaika on lähempänä kuin palvelun varoaika sallii.',
    sv: 'Starttiden är närmare än tjänstens framförhållning tillåter.',
  },
  OFF_GRID: {
    fi: 'Alkamisaika ei ole palvelun alkamisaikoja, jotka lasketaan paikallisesta keskiyöstä.',
    sv: 'Starttiden hör inte till tjänstens starttider, räknade från lokal midnatt.',
  },
  TOO_SHORT: {
    fi: 'Lyhyempi kuin palvelun vähimmäisaika; kohdassa "alternatives" on alkamisaikoja, joista vähimmäisaika sopisi.',
    sv: 'Kortare än tjänstens minimum; "alternatives" anger starttider då minimum går.',
  },
  OUTSIDE_HOURS: {
    fi: 'Kaikkien sopivien resurssien aukioloaikojen ulkopuolella tai sulun aikana.',
    sv: 'Utanför öppettiderna för alla resurser som kunde göra det, eller under en stängning.',
  },
  PUBLIC_HOLIDAY: {
    fi: 'Se alkaisi pyhäpäivänä tai ulottuisi pyhäpäivään, jona mikään palvelun resurssi ei työskentele.',
    sv: 'Det skulle börja eller sträcka sig in på en helgdag då ingen av tjänstens resurser arbetar.',
  },
  OUTSIDE_AREA: {
    fi: 'Palvelua ei tarjota tilaajan kunnassa.',
    sv: 'Tjänsten erbjuds inte i beställarens kommun.',
  },
  IN_THE_PAST: {
    fi: 'Alkamisaika on jo mennyt.',
    sv: 'Starttiden har passerat.',
  },
  TOO_LATE: {
    fi: 'Se päättyisi yli kymmenen vuoden päästä.',
    sv: 'Det skulle sluta om mer än tio år.',
  },
  HOLD_EXPIRED: {
    fi: 'Alustava varaus on rauennut; mitään ei pidetä enää varattuna.',
    sv: 'Den preliminära bokningen har gått ut; inget hålls längre.',
  },
  COOPERATIVE_UNAVAILABLE: {
    fi: 'Osuuskuntaan ei saatu yhteyttä, se ei vastannut ajoissa, tai sitä odottaa jo niin monta tilausta kuin voi odottaa.',
    sv: 'Kooperativet kunde inte nås, svarade inte i tid eller har så många beställningar att besvara som får vänta på det.',
  },
  INVALID_STATE: {
    fi: 'Tätä ei voi tehdä siinä tilassa, jossa varaus, tilaus, pyyntö tai tarjous on.',
    sv: 'Det kan inte göras i det läge som bokningen, beställningen, förfrågan eller erbjudandet är i.',
  },
  IDEMPOTENCY_CONFLICT: {
    fi: 'Avainta on jo käytetty muilla tiedoilla.',
    sv: 'Nyckeln har redan använts med andra uppgifter.',
  },
  OUTSIDE_AGREEMENT: {
    fi: 'Se ei ole sitä, mitä sopimus kattaa: koodi, valuutta, osuuskunta tai aika on toinen.',
    sv: 'Det är inte vad avtalet omfattar: koden, valutan, kooperativet eller tiden är en annan.',
  },
  RATE_LIMITED: {
    fi: 'Enemmän kuin yhdellä kysyjällä voi olla yhtä aikaa; otsake `Retry-After` kertoo, milloin voi yrittää uudelleen.',
    sv: 'Mer än en frågare får ha på en gång; huvudet `Retry-After` säger när det går att försöka igen.',
  },
  TOO_BUSY: {
    fi: 'Yhtä aikaa kysytään niin paljon, että tätä ei aloitettu; otsake `Retry-After` kertoo, milloin voi yrittää uudelleen.',
    sv: 'Så mycket efterfrågas på en gång att detta inte påbörjades; huvudet `Retry-After` säger när det går att försöka igen.',
  },
  PHONE_ONLY: {
    fi: 'Osuuskunta ei ota varauksia verkon kautta: soita sille.',
    sv: 'Kooperativet tar inga bokningar via nätverket: ring det.',
  },
};

/** What a code says in a language; null where that is the contract's own, English. */
export function userErrorWords(code: string, language: TextLanguage | null): string | null {
  if (language === null || language === 'en') return null;
  return USER_ERROR_WORDS[code]?.[language] ?? null;
}
