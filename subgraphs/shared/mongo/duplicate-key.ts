import { mongo } from 'mongoose';

const DUPLICATE_KEY = 11_000;

/** Swallows the error of an insert that met its own id; throws every other. */
export function ignoreDuplicateKey(error: unknown): void {
  if (!(error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY)) throw error;
}
