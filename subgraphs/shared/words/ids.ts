const SLUG = /^[a-z][a-z0-9-]{1,30}$/;
const LOCAL = /^[A-Za-z0-9_.-]{1,64}$/;

/** An id of a row that one cooperative owns: `<cooperative>:<local>`. */
export interface OwnedId {
  readonly cooperative: string;
  readonly local: string;
}

/** Whether the text is a cooperative's own id: a letter, then 1 to 30 of `a-z 0-9 -`. */
export function isCooperativeId(text: string): boolean {
  return SLUG.test(text);
}

/** Whether the text may stand after the colon: 1 to 64 of `A-Z a-z 0-9 _ . -`. */
function isLocalId(text: string): boolean {
  return LOCAL.test(text);
}

/** Splits `<cooperative>:<local>`; null when the text is not of that form. */
export function parseOwnedId(id: string): OwnedId | null {
  const colon = id.indexOf(':');
  if (colon < 0) return null;
  const cooperative = id.slice(0, colon);
  const local = id.slice(colon + 1);
  return isCooperativeId(cooperative) && isLocalId(local) ? { cooperative, local } : null;
}

/** The cooperative that owns an id of either form (`karhu` or `karhu:siivous`); null for any other text. */
export function ownerOf(id: string): string | null {
  return isCooperativeId(id) ? id : (parseOwnedId(id)?.cooperative ?? null);
}
