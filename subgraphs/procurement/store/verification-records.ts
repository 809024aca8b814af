import type { Connection, Model } from 'mongoose';
import {
  collection,
  DATE,
  number,
  one,
  oneOf,
  orNull,
  part,
  TEXT,
} from '../../shared/mongo/schema-parts.js';
import { EVIDENCE_SCHEMES } from '../../shared/words/closed-sets.js';
import { DOCUMENT_KINDS, type DocumentKind, type Evidence } from '../need/need.js';

/** That a verification was taken back. */
export interface WithdrawalRecord {
  /** By the network's clock. */
  readonly at: Date;
  /** As `pseudonymOf` has who did so; null once that is forgotten. */
  readonly by: string | null;
  /** 1 to 200 characters. */
  readonly reason: string;
}

/** That the coordinator has seen a document for evidence of a cooperative. Nothing of it changes but that it is withdrawn once, and forgotten by whom. */
export interface VerificationRecord {
  /** Random. */
  readonly _id: string;
  /** Of the cooperative and the idempotency key of the command that made it. */
  readonly keyHash: string;
  /** Of that command's input. */
  readonly bodyHash: string;
  readonly cooperative: string;
  /** As the cooperative declared it. */
  readonly evidence: Evidence;
  readonly document: DocumentKind;
  /** Which document, 1 to 200 characters. */
  readonly reference: string;
  /** By the network's clock. */
  readonly verifiedAt: Date;
  /** As `pseudonymOf` has who saw the document; null once that is forgotten. */
  readonly verifiedBy: string | null;
  /** Null where it stands. */
  readonly withdrawal: WithdrawalRecord | null;
}

const evidence = part<Evidence>({
  scheme: oneOf(EVIDENCE_SCHEMES),
  issuer: orNull(TEXT),
  number: orNull(TEXT),
  grade: orNull(TEXT),
  validFrom: orNull(TEXT),
  validTo: orNull(TEXT),
  disadvantagedShare: orNull(number(0, 1)),
});

const withdrawal = part<WithdrawalRecord>({ at: DATE, by: orNull(TEXT), reason: TEXT });

const schema = collection<VerificationRecord>('verifications', {
  _id: TEXT,
  keyHash: TEXT,
  bodyHash: TEXT,
  cooperative: TEXT,
  evidence: one(evidence),
  document: oneOf(DOCUMENT_KINDS),
  reference: TEXT,
  verifiedAt: DATE,
  verifiedBy: orNull(TEXT),
  withdrawal: orNull(one(withdrawal)),
})
  .index({ keyHash: 1 }, { name: 'verifications_by_key', unique: true })
  .index({ cooperative: 1, verifiedAt: -1, _id: -1 }, { name: 'verifications_by_cooperative' })
  .index({ 'withdrawal.at': 1, 'evidence.validTo': 1 }, { name: 'verifications_that_stand' })
  .index({ verifiedAt: 1 }, { name: 'verifications_by_age' });

/** The verifications on one connection. Creates nothing in the database. */
export function createVerificationModel(connection: Connection): Model<VerificationRecord> {
  return connection.model<VerificationRecord>('Verification', schema);
}
