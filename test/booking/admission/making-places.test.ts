import { describe, expect, it } from '@jest/globals';
import {
  MakingPlaces,
  type Making,
} from '../../../subgraphs/booking/orders/admission/making-places.js';

const LONG_MS = 500;

describe('places of orders that are made', () => {
  const open = (most: number, least = 4) => {
    let ms = 0;
    const places = new MakingPlaces({
      ...{ most, least, longMs: LONG_MS, waitsAfterMs: 1_000 },
      now: () => ms,
    });
    let turn = 0;
    return {
      places,
      pass: (howLong: number): void => {
        ms += howLong;
      },
      /** As many orders as there is room for, each of another owner. */
      fill: (isStranger = true): Making[] => {
        const all: Making[] = [];
        for (;;) {
          const making = places.take([`owner-${turn++}`], isStranger);
          if (making === null) return all;
          all.push(making);
        }
      },
      /** Orders of these owners that begin together and take so long. */
      carryOut: (owners: readonly string[], howLong: number, isTelling = true): void => {
        const all = owners.map((owner) => places.take([owner], true));
        ms += howLong;
        for (const making of all) if (making) places.leave(making, isTelling);
      },
    };
  };

  it('are so many at most, and free again when an order is answered', () => {
    const { places, fill } = open(8);
    const all = fill();

    expect(all).toHaveLength(8);
    for (const making of all.slice(0, 3)) places.leave(making, true);
    expect(fill()).toHaveLength(3);
  });

  it('are apart for whoever has a role', () => {
    const { fill } = open(8);
    fill();

    expect(fill(false)).toHaveLength(8);
  });

  it('are three quarters of them for one owner, and no place is taken of the others where one has none', () => {
    const { places, fill } = open(8);
    for (let count = 0; count < 6; count += 1) expect(places.take(['karhu'], true)).not.toBeNull();

    expect(places.take(['karhu'], true)).toBeNull();
    expect(places.take(['lumo', 'karhu'], true)).toBeNull();
    expect(fill()).toHaveLength(2);
  });

  it('are not taken by what has waited for its owner for a while', () => {
    const { pass, fill } = open(8);
    fill();
    pass(1_000);
    expect(fill()).toHaveLength(0);
    pass(1);

    expect(fill()).toHaveLength(8);
  });

  it('become fewer than are in use while orders take long, but not too few', () => {
    const { pass, places, fill } = open(40);
    const all = Array.from({ length: 10 }, (_unused, number) =>
      places.take([`owner-${number}`], true),
    );
    pass(LONG_MS + 1);
    for (const making of all) if (making) places.leave(making, true);
    expect(fill()).toHaveLength(8);

    pass(2_000);
    for (let round = 0; round < 20; round += 1) {
      for (const making of fill()) {
        pass(LONG_MS + 1);
        places.leave(making, true);
      }
    }
    pass(2_000);
    expect(fill()).toHaveLength(4);
  });

  it('become fewer while orders take four times as long as the quickest of late', () => {
    const { pass, fill, carryOut } = open(8);
    carryOut(['a'], 60);
    carryOut(['a', 'b', 'c', 'd', 'e'], 240);
    pass(2_000);
    expect(fill()).toHaveLength(8);

    pass(2_000);
    carryOut(['a', 'b', 'c', 'd', 'e'], 260);
    carryOut(['a', 'b', 'c', 'd', 'e'], 310);
    expect(fill()).toHaveLength(4);
  });

  it('stay as many where each takes as long, alone or not', () => {
    const { pass, fill, carryOut } = open(8);
    for (let round = 0; round < 20; round += 1) carryOut(['a', 'b', 'c', 'd', 'e'], 490);
    pass(2_000);

    expect(fill()).toHaveLength(8);
  });

  it('forget what was quick after a while', () => {
    const { pass, fill, carryOut } = open(8);
    carryOut(['a'], 60);
    for (let count = 0; count < 3; count += 1) {
      pass(300_001);
      carryOut(['a', 'b', 'c', 'd', 'e'], 490);
    }
    expect(fill()).toHaveLength(8);
  });

  it('become more again while all of them are in use and none takes long', () => {
    const { pass, places, fill, carryOut } = open(8);
    carryOut(['a', 'b', 'c', 'd', 'e'], LONG_MS + 1);
    const few = fill();
    expect(few).toHaveLength(4);

    pass(LONG_MS * 10);
    for (const making of few) places.leave(making, false);
    for (let round = 0; round < 20; round += 1) carryOut(['a', 'b', 'c', 'd'], 10);
    expect(fill()).toHaveLength(8);
  });

  it('are all there again when none has been made for a while', () => {
    const { pass, places, fill, carryOut } = open(8);
    carryOut(['a', 'b', 'c', 'd', 'e'], LONG_MS + 1);
    const few = fill();
    expect(few).toHaveLength(4);
    for (const making of few) places.leave(making, false);

    pass(LONG_MS * 4 + 1);

    expect(fill()).toHaveLength(8);
  });

  it('stay as many while one owner alone is slow, or does not answer', () => {
    const { pass, fill, carryOut } = open(8);
    for (let round = 0; round < 20; round += 1) {
      carryOut(['lumo', 'tuki'], 10);
      carryOut(['karhu'], LONG_MS * 2);
      carryOut(['silent'], LONG_MS * 2, false);
    }
    pass(2_000);

    expect(fill()).toHaveLength(8);
  });
});
