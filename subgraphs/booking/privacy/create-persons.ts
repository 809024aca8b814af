import { Eraser, type EraserOptions } from './eraser.js';
import { LostErasures } from './lost-erasures.js';
import { OwnRecords, type OwnRecordsOptions } from './own-records.js';
import { PersonCommands, type PersonCommandsOptions } from './person-commands.js';

export interface PersonsOptions
  extends
    OwnRecordsOptions,
    Omit<EraserOptions, 'own' | 'lost' | 'owners'>,
    Omit<PersonCommandsOptions, 'eraser' | 'own'> {}

/** What gives out and forgets a person's own data. */
export interface Persons {
  readonly eraser: Eraser;
  readonly commands: PersonCommands;
}

/** Puts the parts together; nothing happens by itself until the eraser is started. */
export function createPersons(options: PersonsOptions): Persons {
  const own = new OwnRecords(options);
  const lost = new LostErasures(options);
  const eraser = new Eraser({ ...options, own, lost });
  const commands = new PersonCommands({ ...options, eraser, own });
  return { eraser, commands };
}
