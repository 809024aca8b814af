import type { TextLanguage } from '../../shared/words/localized.js';
import { readAccount, type Account } from './accounts/accounts.js';
import { BUSINESS_ID_BY_MUNICIPALITY } from './accounts/organisations.js';

/** Where the network's cooperatives are not known. */
const USUAL_COOPERATIVES = ['karhu', 'lumo', 'tuki'];

const WORDS = {
  fi: {
    question: 'Kuka olet?',
    about: 'Nämä henkilöt ovat keksittyjä, eikä salasanoja ole: tämä on kokeilua varten.',
    other: 'Joku muu',
    submit: 'Kirjaudu',
  },
  sv: {
    question: 'Vem är du?',
    about: 'Personerna är påhittade och har inga lösenord: det här är till för att prova.',
    other: 'Någon annan',
    submit: 'Logga in',
  },
  en: {
    question: 'Who are you?',
    about: 'These people are invented and have no passwords: this is for trying.',
    other: 'Somebody else',
    submit: 'Sign in',
  },
} as const satisfies Record<TextLanguage, object>;

const ROLE_WORDS = {
  fi: {
    COORDINATOR: 'koordinaattori',
    AUDITOR: 'tarkastaja',
    HOUSEHOLD: 'kotitalous',
    STAFF: 'henkilökunta',
    MEMBER: 'jäsen',
    OFFICER: 'hankinta-asiantuntija',
    MACHINE: 'ohjelma',
  },
  sv: {
    COORDINATOR: 'koordinator',
    AUDITOR: 'revisor',
    HOUSEHOLD: 'hushåll',
    STAFF: 'personal',
    MEMBER: 'medlem',
    OFFICER: 'upphandlare',
    MACHINE: 'program',
  },
  en: {
    COORDINATOR: 'coordinator',
    AUDITOR: 'auditor',
    HOUSEHOLD: 'household',
    STAFF: 'staff',
    MEMBER: 'member',
    OFFICER: 'procurement officer',
    MACHINE: 'program',
  },
} as const satisfies Record<TextLanguage, Record<Account['role'], string>>;

/** The people that are offered. @param cooperatives - Null where they are not known. */
export function offeredAccounts(cooperatives: readonly string[] | null): Account[] {
  const ids = [
    ...['coordinator', 'auditor', 'household'],
    ...[...BUSINESS_ID_BY_MUNICIPALITY.keys()].map((code) => `officer:${code}`),
    ...(cooperatives ?? USUAL_COOPERATIVES).flatMap((id) => [`staff:${id}`, `member:${id}`]),
  ];
  return ids.map(readAccount).filter((account): account is Account => 'id' in account);
}

/** What the browser may do with the page. A browser that is sent back to GraphiQL after the form counts that as the form's. */
export const SIGN_IN_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self' http://127.0.0.1:* http://localhost:* http://[::1]:*",
].join('; ');

/** The page that asks who somebody is. @param complaint - What was wrong with the answer before; null where nothing was. */
export function signInPage(
  language: TextLanguage,
  accounts: readonly Account[],
  complaint: string | null,
): string {
  const words = WORDS[language];
  const buttons = accounts.map((account) => {
    const of = account.organisation === null ? '' : ` · ${account.organisation}`;
    const role = `${ROLE_WORDS[language][account.role]}${of}`;
    return `<li><button name="account" value="${escape(account.id)}">${escape(account.name)}<small>${escape(role)}</small></button></li>`;
  });
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${words.question}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff }
ul { list-style: none; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)) }
button { font: inherit; width: 100%; text-align: start; padding: .5rem .75rem; border: 1px solid #767676; border-radius: .25rem; background: #fff; color: inherit; cursor: pointer }
button:hover, button:focus-visible { outline: 2px solid #0b5394 }
small { display: block; color: #595959 }
input { font: inherit; padding: .5rem; margin-inline-end: .5rem }
form p button { width: auto }
</style>
<main>
<h1>${words.question}</h1>
<p>${words.about}</p>${complaint === null ? '' : `\n<p role="alert">${escape(complaint)}</p>`}
<form method="post"><ul>
${buttons.join('\n')}
</ul></form>
<form method="post"><p><label>${words.other}: <input name="account" placeholder="staff:karhu" required></label><button>${words.submit}</button></p></form>
</main>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0) ?? 0};`);
}
