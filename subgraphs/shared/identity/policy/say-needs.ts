import type { Role } from '../caller.js';
import { isSent } from './places.js';
import type { Key, ProcessNeed, Row, Target } from './rule.js';

const KEY_WORDS: Readonly<Record<Key, string>> = {
  secret: 'the secret that was returned when it was made',
  order: 'an order that names it',
  sharing: 'the word of the person concerned, who has not made it public',
  link: 'the secret link of the calendar',
};

/** What would open a row, as a sentence: "This needs the role STAFF or MACHINE of karhu, or COORDINATOR." */
export function sayNeeds(row: Row, target: Target): string {
  const [first, ...more] = [
    ...(row.organisation ? [`${either(row.organisation)} of ${ofWhom(row, target)}`] : []),
    ...(row.own ? [`${either(row.own)} whose own it is`] : []),
    ...(row.any ? [either(row.any)] : []),
  ];
  const needs = [
    ...(row.key ? [KEY_WORDS[row.key]] : []),
    ...(first === undefined ? [] : [`the role ${first}`, ...more]),
    ...(row.processes ?? []).map(sayProcess),
  ];
  return `This needs ${listed(needs)}.`;
}

const SIGNER_WORDS: Readonly<Record<ProcessNeed['process'], string>> = {
  booking: 'the network’s booking process',
  catalogue: 'the network’s catalogue',
  procurement: 'the network’s procurement process',
  cooperative: 'the cooperative itself',
  network: 'what started the network',
};

function sayProcess({ process, scope }: ProcessNeed): string {
  return `a request that ${SIGNER_WORDS[process]} has signed, with the scope "${scope}"`;
}

/** Whose something is was sent by the caller, or is not the caller's to know. */
function ofWhom({ of }: Row, { organisations: [first] }: Target): string {
  if (of === 'the buyer') return 'the organisation that "organisationId" names';
  if (of === null || !isSent(of)) return 'its organisation';
  return first ?? 'the cooperative';
}

function either(roles: readonly Role[]): string {
  return roles.length < 2 ? roles.join('') : `${roles.slice(0, -1).join(', ')} or ${last(roles)}`;
}

function listed(needs: readonly string[]): string {
  return needs.length < 2 ? needs.join('') : `${needs.slice(0, -1).join(', ')}, or ${last(needs)}`;
}

function last(words: readonly string[]): string {
  return words.at(-1) ?? '';
}
