import Negotiator from 'negotiator';
import { TEXT_LANGUAGES, type TextLanguage } from '../words/localized.js';

/** Stands for whichever language a text has first (ISO 639-2: several languages). */
const ANY = 'mul';
const OFFERED = [ANY, ...TEXT_LANGUAGES];

/**
 * In which language a client wants texts where it names none in its document, by RFC 9110 12.5.4: `sv-FI` means `sv`.
 * @param header - `Accept-Language`.
 * @returns Null where it wants none of ours, or any language as much.
 */
export function acceptedLanguage(header: string | undefined): TextLanguage | null {
  if (header === undefined) return null;
  const best = new Negotiator({ headers: { 'accept-language': header } }).language(OFFERED);
  return TEXT_LANGUAGES.find((language) => language === best) ?? null;
}
