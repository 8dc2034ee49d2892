import { describe, expect, it } from '@jest/globals';
import { attackAll, SEED } from './attack-all.ts';

describe('every way in from outside', () => {
  it(`takes whatever comes through it for long, seed ${SEED}`, async () => {
    expect(await attackAll(2_500)).toMatch(/^\{"inputs":[2-9]\d{3},"failures":0,/m);
  }, 240_000);
});
