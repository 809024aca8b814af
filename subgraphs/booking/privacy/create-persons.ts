import type { Connection } from 'mongoose';
import { ErasureDataSource } from './erasure-data-source.js';
import { Eraser, type EraserOptions } from './eraser.js';
import { LostErasures } from './lost-erasures.js';
import { OwnRecords, type OwnRecordsOptions } from './own-records.js';
import { PersonCommands, type PersonCommandsOptions } from './person-commands.js';

export interface PersonsOptions
  extends
    OwnRecordsOptions,
    Omit<EraserOptions, 'erasures' | 'own' | 'lost' | 'owners' | 'key' | 'sealKey'>,
    Omit<PersonCommandsOptions, 'erasures' | 'eraser' | 'own' | 'key'> {
  readonly connection: Connection;
  /** Per query. */
  readonly databaseTimeoutMs: number;
}

/** What gives out and forgets a person's own data. */
export interface Persons {
  readonly erasures: ErasureDataSource;
  readonly eraser: Eraser;
  readonly commands: PersonCommands;
}

/** Prepares the collections and puts the parts together; nothing happens by itself until the eraser is started. */
export async function createPersons(options: PersonsOptions): Promise<Persons> {
  const erasures = new ErasureDataSource(options.connection, options.databaseTimeoutMs);
  const { key, sealKey } = await erasures.prepare();
  const own = new OwnRecords(options);
  const lost = new LostErasures({ ...options, erasures, sealKey });
  const eraser = new Eraser({ ...options, erasures, own, lost, key, sealKey });
  const commands = new PersonCommands({ ...options, erasures, eraser, own, key });
  return { erasures, eraser, commands };
}
