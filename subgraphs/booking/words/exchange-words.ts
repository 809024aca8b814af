import type { Translations } from '../../shared/words/said/tell.js';

/** What becomes of a request for work. */
export const EXCHANGE_WORDS = {
  'It does not answer, and had no room on that day when it last did.': {
    fi: 'Se ei vastaa, eikä sillä ollut tilaa sinä päivänä, kun se viimeksi vastasi.',
    sv: 'Det svarar inte och hade ingen ledig tid den dagen när det senast svarade.',
  },
  'Nobody offers this there: the nearest is in {0}.': {
    fi: 'Kukaan ei tarjoa tätä siellä; lähin paikka: {0}.',
    sv: 'Ingen erbjuder detta där; närmast i {0}.',
  },
  'Nobody offers this there: the nearest is in {0}, {1} km away.': {
    fi: 'Kukaan ei tarjoa tätä siellä; lähin paikka: {0}, {1} km päässä.',
    sv: 'Ingen erbjuder detta där; närmast i {0}, {1} km bort.',
  },
  'What is to be done was not understood.': {
    fi: 'Ei ymmärretty, mitä pitäisi tehdä.',
    sv: 'Det gick inte att förstå vad som ska göras.',
  },
  'What the words say and the codes exclude each other: look for one of them.': {
    fi: 'Sanat ja koodit sulkevat toisensa pois: hae vain toisella.',
    sv: 'Orden och koderna utesluter varandra: sök på det ena.',
  },
  'Nobody in the network offers this.': {
    fi: 'Kukaan verkostossa ei tarjoa tätä.',
    sv: 'Ingen i nätverket erbjuder detta.',
  },
  'Nobody in the network offers this: {0}.': {
    fi: 'Kukaan verkostossa ei tarjoa tätä: {0}.',
    sv: 'Ingen i nätverket erbjuder detta: {0}.',
  },
  ', which is at least {0} minutes': {
    fi: ' (vähintään {0} minuuttia)',
    sv: ' (minst {0} minuter)',
  },
  'It is shorter than whoever offers this there takes{0}.': {
    fi: 'Se on lyhyempi kuin kukaan tätä siellä tarjoava ottaa{0}.',
    sv: 'Det är kortare än vad någon som erbjuder detta där tar{0}.',
  },
  'Nobody who offers this there can take it then.': {
    fi: 'Kukaan tätä siellä tarjoava ei voi ottaa sitä silloin.',
    sv: 'Ingen som erbjuder detta där kan ta det då.',
  },
  'Nobody who offers this there can take it then; it is shorter than some take{0}.': {
    fi: 'Kukaan tätä siellä tarjoava ei voi ottaa sitä silloin; se on lyhyempi kuin jotkut ottavat{0}.',
    sv: 'Ingen som erbjuder detta där kan ta det då; det är kortare än vad några tar{0}.',
  },
  'The request has had as many commands as it can remember; make another request.': {
    fi: 'Pyynnölle on annettu niin monta komentoa kuin se voi muistaa; tee uusi pyyntö.',
    sv: 'Förfrågan har fått så många kommandon som den kan minnas; gör en ny förfrågan.',
  },
  'There is no such request.': {
    fi: 'Tällaista pyyntöä ei ole.',
    sv: 'Det finns ingen sådan förfrågan.',
  },
  'There is no such offer.': {
    fi: 'Tällaista tarjousta ei ole.',
    sv: 'Det finns inget sådant erbjudande.',
  },
  '{0} has not answered yet.': { fi: '{0} ei ole vielä vastannut.', sv: '{0} har inte svarat än.' },
  '{0} could not be reached before the start.': {
    fi: '{0} ei ollut tavoitettavissa ennen alkamisaikaa.',
    sv: '{0} kunde inte nås före starttiden.',
  },
  '{0} said yes but does not answer; it is booked when it does.': {
    fi: '{0} suostui mutta ei vastaa; työ varataan, kun se vastaa.',
    sv: '{0} sade ja men svarar inte; arbetet bokas när det svarar.',
  },
  'The catalogue does not answer.': { fi: 'Luettelo ei vastaa.', sv: 'Katalogen svarar inte.' },
  'No answer from {0}.': { fi: 'Vastaus puuttuu: {0}.', sv: 'Inget svar från {0}.' },
  'Not asked yet: {0}.': { fi: 'Vielä kysymättä: {0}.', sv: 'Inte tillfrågade än: {0}.' },
  'More fits than could be looked through.': {
    fi: 'Sopivia on enemmän kuin ehdittiin käydä läpi.',
    sv: 'Fler passar än vad som hann gås igenom.',
  },
  'Not understood: {0}.': { fi: 'Ei ymmärretty: {0}.', sv: 'Gick inte att förstå: {0}.' },
  'Perhaps, by what they offer: {0}. Offer it to them by name, or ask in other words.': {
    fi: 'Tarjontansa perusteella ehkä: {0}. Tarjoa työtä niille nimeltä tai kysy toisin sanoin.',
    sv: 'Kanske, av utbudet att döma: {0}. Erbjud dem arbetet vid namn eller fråga med andra ord.',
  },
  'Only by a yes on the phone, for lead time or hours: {0}. Call them, and offer it to them by name.':
    {
      fi: 'Vain puhelimessa annetulla suostumuksella varoajan tai aukioloaikojen vuoksi: {0}. Soita niille ja tarjoa työtä nimeltä.',
      sv: 'Bara med ett ja per telefon, på grund av framförhållning eller öppettider: {0}. Ring dem och erbjud dem arbetet vid namn.',
    },
  'Their systems do not answer: {0}. Call them, and record what they say.': {
    fi: 'Järjestelmät eivät vastaa: {0}. Soita niille ja kirjaa, mitä ne vastaavat.',
    sv: 'Deras system svarar inte: {0}. Ring dem och anteckna svaret.',
  },
  'Nothing but a yes on the phone books it: {0}. Call them, and record what they say.': {
    fi: 'Vain puhelimessa annettu suostumus varaa työn: {0}. Soita niille ja kirjaa, mitä ne vastaavat.',
    sv: 'Bara ett ja per telefon bokar arbetet: {0}. Ring dem och anteckna svaret.',
  },
  'Not searched for: {0}.': {
    fi: 'Näillä sanoilla ei haettu: {0}.',
    sv: 'Dessa ord söktes inte: {0}.',
  },
  '{0} and {1} more': { fi: '{0} ja {1} muuta', sv: '{0} och {1} till' },
  'The request is {0}.': { fi: 'Pyyntö on {0}.', sv: 'Förfrågan är {0}.' },
  'The request is CLOSED already.': {
    fi: 'Pyyntö on jo suljettu.',
    sv: 'Förfrågan är redan stängd.',
  },
  'The start has passed.': { fi: 'Alkamisaika on jo mennyt.', sv: 'Starttiden har passerat.' },
  'Nobody is left to offer it to.': {
    fi: 'Ei ole enää ketään, jolle tarjota sitä.',
    sv: 'Det finns ingen kvar att erbjuda det till.',
  },
  'Nobody was found who can.': {
    fi: 'Ketään pystyvää ei löytynyt.',
    sv: 'Ingen hittades som kan.',
  },
  '{0} has it on offer.': {
    fi: '{0} on jo saanut tarjouksen.',
    sv: '{0} har redan fått erbjudandet.',
  },
  'There is no cooperative {0} in the network.': {
    fi: 'Verkostossa ei ole osuuskuntaa {0}.',
    sv: 'Nätverket har inget kooperativ {0}.',
  },
  '{0} has never answered.': { fi: '{0} ei ole koskaan vastannut.', sv: '{0} har aldrig svarat.' },
  'There was no time to ask {0}.': {
    fi: 'Ei ehditty kysyä: {0}.',
    sv: 'Det fanns inte tid att fråga {0}.',
  },
  '{0} offers no service that fits.': {
    fi: '{0} ei tarjoa sopivaa palvelua.',
    sv: '{0} erbjuder ingen tjänst som passar.',
  },
  '{0} is none of the services that {1} offers there.': {
    fi: '{0} ei ole palvelu, jonka {1} tarjoaa siellä.',
    sv: '{0} är inte en tjänst som {1} erbjuder där.',
  },
  '{0} cannot take it: {1}': { fi: '{0} ei voi ottaa sitä: {1}', sv: '{0} kan inte ta det: {1}' },
  '{0} declined': { fi: 'kieltäytyi {0}', sv: '{0} tackade nej' },
  '{0} did not answer': { fi: 'jätti vastaamatta {0}', sv: '{0} svarade inte' },
  '{0} could not be booked': { fi: 'varaamatta jäi {0}', sv: '{0} kunde inte bokas' },
  'No cooperative was found that can do it.': {
    fi: 'Ei löytynyt osuuskuntaa, joka pystyy siihen.',
    sv: 'Inget kooperativ hittades som kan göra det.',
  },
  'Offers made: {0}; {1}.': { fi: 'Tarjouksia tehtiin {0}; {1}.', sv: 'Erbjudanden: {0}; {1}.' },
  'Another cooperative has said yes; its booking is being made.': {
    fi: 'Toinen osuuskunta on suostunut; sen varausta tehdään.',
    sv: 'Ett annat kooperativ har sagt ja; dess bokning görs.',
  },
  'Wanted an open offer; this one is {0}.': {
    fi: 'Tarjouksen pitäisi olla avoin; se on {0}.',
    sv: 'Erbjudandet ska vara öppet; det är {0}.',
  },
  'The deadline has passed.': { fi: 'Määräaika on umpeutunut.', sv: 'Tidsfristen har gått ut.' },
  'The start is within the lead time or outside the hours: only a yes on the phone, which the coordinator records, books it.':
    {
      fi: 'Alkamisaika on varoajan sisällä tai aukioloaikojen ulkopuolella: työn varaa vain puhelimessa annettu suostumus, jonka koordinaattori kirjaa.',
      sv: 'Starttiden ligger inom framförhållningen eller utanför öppettiderna: bara ett ja per telefon, som samordnaren antecknar, bokar arbetet.',
    },
  'Taken by {0}.': { fi: 'Työn otti {0}.', sv: 'Arbetet togs av {0}.' },
  'To be called, for they take no bookings over the network: {0}.': {
    fi: 'Näihin on soitettava, sillä ne eivät ota varauksia verkon kautta: {0}.',
    sv: 'Dessa ska ringas upp, eftersom de inte tar bokningar via nätverket: {0}.',
  },
} satisfies Translations;
