/** Options of every part of a document. */
export const PART = { _id: false, minimize: false, strict: 'throw' } as const;

/** Options of every collection: nothing is made by itself, and an unknown field is an error. */
export function collection(name: string) {
  return {
    collection: name,
    autoIndex: false,
    autoCreate: false,
    versionKey: false,
    minimize: false,
    strict: 'throw',
  } as const;
}
