import {
  collection,
  DATE,
  FLAG,
  listOf,
  one,
  oneOf,
  orNull,
  part,
  TEXT,
  whole,
} from '../../../shared/mongo/schema-parts.js';
import { namesOf } from '../../../shared/words/closed-sets.js';
import type { NotificationChannel, NotificationLanguage } from '../../schema.generated.js';
import { NOTIFICATION_EVENTS } from '../../store/outbox.js';
import {
  MESSAGE_STATES,
  SUBJECT_KINDS,
  type AddressCommandRecord,
  type AddressRecord,
  type MailedRecord,
  type MessageRecord,
  type Subject,
} from './records.js';

const CHANNELS = namesOf<NotificationChannel>({ EMAIL: true, WEBHOOK: true });
const LANGUAGES = namesOf<NotificationLanguage>({ EN: true, FI: true, SV: true });

const subject = part<Subject>({ kind: oneOf(SUBJECT_KINDS), id: TEXT });
const command = part<AddressCommandRecord>({ keyHash: TEXT, bodyHash: TEXT });

export const messageSchema = collection<MessageRecord>('messages', {
  _id: TEXT,
  event: oneOf(NOTIFICATION_EVENTS),
  receiver: TEXT,
  channel: oneOf(CHANNELS),
  subject: one(subject),
  legs: listOf(whole(0)),
  offer: orNull(TEXT),
  at: DATE,
  state: oneOf(MESSAGE_STATES),
  lane: TEXT,
  triedFrom: DATE,
  attempts: whole(0),
  dueAt: orNull(DATE),
  isTaken: FLAG,
  reason: orNull(TEXT),
  endedAt: orNull(DATE),
})
  .index({ state: 1, dueAt: 1 }, { name: 'messages_by_due' })
  .index({ state: 1, triedFrom: 1 }, { name: 'messages_by_age' })
  .index({ state: 1, endedAt: -1, _id: -1 }, { name: 'messages_by_end' })
  .index({ lane: 1, state: 1 }, { name: 'messages_by_lane' })
  .index({ 'subject.id': 1, triedFrom: -1 }, { name: 'messages_by_subject' });

export const addressSchema = collection<AddressRecord>('addresses', {
  _id: TEXT,
  version: whole(0),
  webhookUrl: orNull(TEXT),
  secret: orNull(TEXT),
  secretKeyHash: orNull(TEXT),
  oldSecret: orNull(TEXT),
  oldSecretUntil: orNull(DATE),
  email: orNull(TEXT),
  language: oneOf(LANGUAGES),
  events: listOf(oneOf(NOTIFICATION_EVENTS)),
  changedAt: DATE,
  commands: listOf(command),
});

export const mailedSchema = collection<MailedRecord>('mailed', {
  _id: TEXT,
  messages: listOf(TEXT),
  until: DATE,
}).index({ until: 1 }, { name: 'mailed_by_end' });
