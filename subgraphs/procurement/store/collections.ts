import type { Connection, Model } from 'mongoose';
import { collection, DATE, orNull, TEXT } from '../../shared/mongo/schema-parts.js';
import type { SearchRecord } from './records.js';

const searchRecords = collection<SearchRecord>('search_records', {
  _id: TEXT,
  organisation: TEXT,
  at: DATE,
  savedAt: DATE,
  title: orNull(TEXT),
  hash: TEXT,
  keyHash: TEXT,
  bodyHash: TEXT,
  continues: orNull(TEXT),
  jws: TEXT,
});
searchRecords.index({ organisation: 1, keyHash: 1 }, { unique: true });
searchRecords.index({ organisation: 1, savedAt: -1, _id: -1 });
searchRecords.index({ at: 1 });
searchRecords.index(
  { continues: 1 },
  { unique: true, partialFilterExpression: { continues: { $type: 'string' } } },
);

export function searchRecordModel(connection: Connection): Model<SearchRecord> {
  return connection.model<SearchRecord>('SearchRecord', searchRecords);
}
