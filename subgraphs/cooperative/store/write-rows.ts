import type { ClientSession, Model } from 'mongoose';

/** What is written to one collection, in this order. */
export type RowWrite<Row extends { readonly _id: string }> =
  | { readonly insertOne: { readonly document: Row } }
  | {
      readonly replaceOne: {
        readonly filter: { readonly _id: string };
        readonly replacement: Row;
        readonly upsert: boolean;
      };
    }
  | {
      readonly updateOne: { readonly filter: { readonly _id: string }; readonly update: object };
    }
  | {
      readonly deleteMany: {
        readonly filter: { readonly _id: { readonly $in: readonly string[] } };
      };
    };

const WRITES_PER_COMMAND = 500;

/** Writes to one collection; each command has its own time limit, which one command for all would not keep. */
export async function writeRows<Row extends { readonly _id: string }>(
  model: Model<Row>,
  writes: readonly RowWrite<Row>[],
  session: ClientSession,
  timeoutMs: number,
): Promise<void> {
  for (let start = 0; start < writes.length; start += WRITES_PER_COMMAND) {
    const batch = writes.slice(start, start + WRITES_PER_COMMAND);
    await model.bulkWrite(batch as unknown as Parameters<typeof model.bulkWrite>[0], {
      session,
      maxTimeMS: timeoutMs,
    });
  }
}

/** Deletes rows; nothing where there are none. */
export function deleteWrites<Row extends { readonly _id: string }>(
  ids: readonly string[],
): RowWrite<Row>[] {
  return ids.length > 0 ? [{ deleteMany: { filter: { _id: { $in: ids } } } }] : [];
}
