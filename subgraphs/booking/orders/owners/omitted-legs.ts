import type { Question, OwnerAnswer, OwnerBooks } from '../order/question.js';

// An owner that has forgotten an order answers its calling off without its legs. So does one that has done
// nothing: which of both it is, its books say.

/** Numbers of the legs that an owner was asked to call off, does not refuse to, and says nothing of. */
export function omittedLegs({ act, legs: asked }: Question, answer: OwnerAnswer): number[] {
  if (act !== 'cancel' || answer.refusals.length > 0) return [];
  return asked.filter((number) => !answer.legs.some((leg) => leg.number === number));
}

/**
 * The answer with such legs as the owner's books have them: those of which there is nothing stay out of it.
 * @returns Null when the books do not say how they stand.
 */
export function withBooks(
  answer: OwnerAnswer,
  omitted: readonly number[],
  books: OwnerBooks | null,
): OwnerAnswer | null {
  const rows = books?.rows.filter(({ number }) => omitted.includes(number)) ?? [];
  const isToldAll = omitted.every((number) => rows.some((row) => row.number === number));
  return books?.isWhole || isToldAll ? { ...answer, legs: [...answer.legs, ...rows] } : null;
}
