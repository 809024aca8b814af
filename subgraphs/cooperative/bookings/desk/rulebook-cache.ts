import type { ClientSession } from 'mongoose';
import type { BookingDataSource } from '../rows/booking-data-source.js';
import { Rulebook } from '../rules/rulebook.js';

/** Keeps the rulebook for as long as no rule changes. */
export class RulebookCache {
  private kept: { readonly version: string; readonly rulebook: Rulebook } | null = null;

  constructor(private readonly source: BookingDataSource) {}

  /** The rules as the session sees them, or as they are. One query while nothing changes, else five or six. */
  async load(session: ClientSession | null): Promise<Rulebook> {
    const version = await this.source.findRulesVersion(session);
    if (this.kept?.version === version) return this.kept.rulebook;
    const rulebook = new Rulebook(await this.source.findRules(session));
    // Outside of a transaction the rows may be newer than the version: they are good for this once.
    const isOfVersion = session !== null || (await this.source.findRulesVersion(null)) === version;
    if (isOfVersion) this.kept = { version, rulebook };
    return rulebook;
  }
}
