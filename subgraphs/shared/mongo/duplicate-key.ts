import { mongo } from 'mongoose';

const DUPLICATE_KEY = 11_000;

/** Whether a write was refused because a unique value is taken, such as an id. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
}

/** Swallows the error of an insert that met its own id; throws every other. */
export function ignoreDuplicateKey(error: unknown): void {
  if (!isDuplicateKey(error)) throw error;
}

/** @returns False when a unique index refused the write. */
export async function unlessDuplicate(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
