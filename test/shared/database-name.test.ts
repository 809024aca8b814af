import { describe, expect, it } from '@jest/globals';
import {
  databaseNameOf,
  isDatabaseOf,
  withDatabaseName,
} from '../../subgraphs/shared/mongo/database-name.js';

describe('another database of the same server', () => {
  it.each([
    ['mongodb://db.example', 'mongodb://db.example/karhu'],
    [
      'mongodb://a.example,b.example:27018/hub?replicaSet=r',
      'mongodb://a.example,b.example:27018/karhu?replicaSet=r',
    ],
    [
      'mongodb://%2Ftmp%2Fstore.sock/?replicaSet=embedded',
      'mongodb://%2Ftmp%2Fstore.sock/karhu?replicaSet=embedded',
    ],
    ['mongodb+srv://u:p@db.example/', 'mongodb+srv://u:p@db.example/karhu?authSource=admin'],
    [
      'mongodb://u:p@db.example/users?tls=true',
      'mongodb://u:p@db.example/karhu?tls=true&authSource=users',
    ],
    ['mongodb://u:p@db.example/?authSource=x', 'mongodb://u:p@db.example/karhu?authSource=x'],
  ])('is reached with the same password: %s', (uri, wanted) => {
    expect(withDatabaseName(uri, 'karhu')).toBe(wanted);
  });

  it('is told apart from the server alone', () => {
    expect(databaseNameOf('mongodb://db.example/hub?x=y')).toBe('hub');
    expect(databaseNameOf('mongodb://db.example/?x=y')).toBeNull();
    expect(databaseNameOf('mongodb://db.example')).toBeNull();
  });

  it('belongs to a process alone, or in a network', () => {
    expect(isDatabaseOf('karhu', 'karhu')).toBe(true);
    expect(isDatabaseOf('small_karhu', 'karhu')).toBe(true);
    expect(isDatabaseOf('small_lumo', 'karhu')).toBe(false);
    expect(isDatabaseOf('small-karhu', 'karhu')).toBe(false);
    expect(isDatabaseOf('other_karhu', 'karhu', 'small')).toBe(false);
    expect(isDatabaseOf('karhu', 'karhu', 'small')).toBe(false);
  });
});
