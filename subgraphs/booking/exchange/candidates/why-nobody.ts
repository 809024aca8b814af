import { say } from '../../../shared/words/said/say.js';
import { asMessage } from '../../store/refusal.js';
import type { Candidate, WhyNobody } from './candidates.js';
import type { CataloguePage } from './catalogue-client.js';

const NOWHERE = { municipality: null, distanceKm: null, leastMinutes: null };

/**
 * Why the catalogue lists nothing that fits; null where it lists something.
 * @param isText - Whether words were searched for.
 * @param notUnderstood - What of them could not count.
 */
export function whyNothingFits(
  { edges, remarks, suggestions }: CataloguePage,
  isText: boolean,
  notUnderstood: readonly string[],
): WhyNobody | null {
  if (edges.length > 0) return null;
  // Without words, or with another trade, it is not what was asked for that is to be had there.
  const nearest = suggestions.find(
    ({ kind, trade, text }) => kind === 'PLACE' && trade === null && (text !== '' || !isText),
  );
  if (nearest) {
    const { municipality, municipalityName, distanceKm } = nearest;
    const name = municipalityName?.text ?? municipality ?? '';
    const message =
      distanceKm === null
        ? say`Nobody offers this there: the nearest is in ${name}.`
        : say`Nobody offers this there: the nearest is in ${name}, ${distanceKm} km away.`;
    return { ...NOWHERE, reason: 'NOT_THERE', municipality, distanceKm, ...asMessage(message) };
  }
  const trades = remarks.filter(({ code }) => code === 'NOT_OFFERED').map(({ value }) => value);
  if (trades.length === 0 && notUnderstood.length > 0) {
    const message = say`What is to be done was not understood.`;
    return { reason: 'NOT_UNDERSTOOD', ...NOWHERE, ...asMessage(message) };
  }
  // The catalogue names the codes where the words would find something without them.
  const isByCodes = remarks.some(
    ({ code, value }) => code === 'CONDITION_EXCLUDES_ALL' && value === 'cpv',
  );
  if (isText && isByCodes) {
    const message = say`What the words say and the codes exclude each other: look for one of them.`;
    return { ...NOWHERE, reason: 'WORDS_AGAINST_CODES', ...asMessage(message) };
  }
  const message =
    trades.length === 0
      ? say`Nobody in the network offers this.`
      : say`Nobody in the network offers this: ${trades.join(', ')}.`;
  return { reason: 'NOT_OFFERED', ...NOWHERE, ...asMessage(message) };
}

/** Where all who were found have said no, and no yes on the phone would help: not then, or not for so short a time. Null otherwise. */
export function whyNoneCan(candidates: readonly Candidate[]): WhyNobody | null {
  const isOut = ({ answer, isAgreeable }: Candidate): boolean =>
    answer === 'CANNOT' && !isAgreeable;
  if (candidates.length === 0 || !candidates.every(isOut)) return null;
  const tooShort = candidates.filter(({ reason }) => reason === 'TOO_SHORT');
  const known = tooShort.flatMap((one) => one.leastMinutes ?? []);
  const leastMinutes = known.length === 0 ? null : Math.min(...known);
  const least = leastMinutes === null ? '' : say`, which is at least ${leastMinutes} minutes`;
  if (tooShort.length === candidates.length) {
    const message = say`It is shorter than whoever offers this there takes${least}.`;
    return { ...NOWHERE, reason: 'TOO_SHORT', leastMinutes, ...asMessage(message) };
  }
  const message =
    tooShort.length === 0
      ? say`Nobody who offers this there can take it then.`
      : say`Nobody who offers this there can take it then; it is shorter than some take${least}.`;
  return { ...NOWHERE, reason: 'NONE_CAN', leastMinutes, ...asMessage(message) };
}
