import mongoose from 'mongoose';

/** Runs `work` and names all that was asked of any database meanwhile: `services.find`, one entry a query. */
export async function queriesOf(work: () => Promise<unknown>): Promise<string[]> {
  const queries: string[] = [];
  mongoose.set('debug', (collection: string, method: string) => {
    queries.push(`${collection}.${method}`);
  });
  try {
    await work();
  } finally {
    mongoose.set('debug', false);
  }
  return queries;
}
