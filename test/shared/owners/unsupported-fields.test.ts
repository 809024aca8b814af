import { describe, expect, it } from '@jest/globals';
import { UnsupportedFields } from '../../../subgraphs/shared/owners/unsupported-fields.js';

const LUMO = 'http://lumo.example/graphql';

describe('what an endpoint was found not to know', () => {
  const open = () => {
    const time = { now: 0 };
    return { time, fields: new UnsupportedFields(() => time.now) };
  };

  it('is left out for some seconds, and then asked for again by one question', () => {
    const { time, fields } = open();
    fields.add(LUMO, ['Service.published', 'Member.name']);

    time.now = 4_999;
    expect([...fields.of(LUMO)]).toEqual(['Member.name', 'Service.published']);
    time.now = 5_000;
    expect([...fields.of(LUMO)]).toEqual([]);
    expect([...fields.of(LUMO)]).toEqual(['Member.name', 'Service.published']);
    expect([...fields.of('http://karhu.example/graphql')]).toEqual([]);
  });

  it('is forgotten when the endpoint does not say it again', () => {
    const { time, fields } = open();
    fields.add(LUMO, ['Member.name']);

    time.now = 5_000;
    fields.of(LUMO);
    time.now = 6_000;

    expect([...fields.of(LUMO)]).toEqual([]);
    expect([...fields.of(LUMO)]).toEqual([]);
  });

  it('stays when the endpoint says it again', () => {
    const { time, fields } = open();
    fields.add(LUMO, ['Member.name']);

    time.now = 5_000;
    fields.of(LUMO);
    fields.add(LUMO, ['Member.name']);
    time.now = 9_999;

    expect([...fields.of(LUMO)]).toEqual(['Member.name']);
  });

  it('is remembered of at most fifty fields', () => {
    const { fields } = open();
    const names = Array.from({ length: 50_000 }, (_, index) => `Service.x${index}`);

    fields.add(LUMO, names);

    expect(fields.of(LUMO).size).toBe(50);
    expect(fields.add(LUMO, ['Service.more']).has('Service.more')).toBe(true);
    expect(fields.of(LUMO).size).toBe(50);
  });
});
