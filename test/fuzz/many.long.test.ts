import { describe, expect, it } from '@jest/globals';
import { attackAll, SEED } from './attack-all.ts';

describe('every way in from outside', () => {
  it(`takes whatever comes through it for long, seed ${SEED}`, async () => {
    expect(await attackAll(5_000)).toMatch(/^\{"inputs":[5-9]\d{3},"failures":0,/m);
  }, 240_000);
});
