import { say, sayList, type Said, type Sentence } from '../../words/said/say.js';
import type { Role } from '../caller.js';
import { isSent } from './places.js';
import type { Key, ProcessNeed, Row, Target } from './rule.js';

const KEY_WORDS: Readonly<Record<Key, Said>> = {
  secret: say`the secret that was returned when it was made`,
  order: say`an order that names it`,
  sharing: say`the word of the person concerned, who has not made it public`,
  link: say`the secret link of the calendar`,
};

/** What would open a row, as a sentence: "This needs the role STAFF or MACHINE of karhu, or COORDINATOR." */
export function sayNeeds(row: Row, target: Target): Said {
  const [first, ...more] = [
    ...(row.organisation ? [say`${either(row.organisation)} of ${ofWhom(row, target)}`] : []),
    ...(row.own ? [say`${either(row.own)} whose own it is`] : []),
    ...(row.any ? [either(row.any)] : []),
  ];
  const needs = [
    ...(row.key ? [KEY_WORDS[row.key]] : []),
    ...(first === undefined ? [] : [say`the role ${first}`, ...more]),
    ...(row.processes ?? []).map(sayProcess),
  ];
  return say`This needs ${listed(needs)}.`;
}

const SIGNER_WORDS: Readonly<Record<ProcessNeed['process'], Said>> = {
  booking: say`the network’s booking process`,
  catalogue: say`the network’s catalogue`,
  procurement: say`the network’s procurement process`,
  cooperative: say`the cooperative itself`,
  network: say`what started the network`,
};

function sayProcess({ process, scope }: ProcessNeed): Said {
  return say`a request that ${SIGNER_WORDS[process]} has signed, with the scope "${scope}"`;
}

/** Whose something is was sent by the caller, or is not the caller's to know. */
function ofWhom({ of }: Row, { organisations: [first] }: Target): Sentence {
  if (of === 'the buyer') return say`the organisation that "organisationId" names`;
  if (of === null || !isSent(of)) return say`its organisation`;
  return first ?? say`the cooperative`;
}

function either(roles: readonly Role[]): Sentence {
  const [first, ...others] = roles;
  const last = others.pop();
  if (first === undefined || last === undefined) return first ?? '';
  return say`${[first, ...others].join(', ')} or ${last}`;
}

function listed(needs: readonly Sentence[]): Sentence {
  const [first, ...others] = needs;
  const last = others.pop();
  if (first === undefined || last === undefined) return first ?? '';
  return say`${sayList([first, ...others])}, or ${last}`;
}
