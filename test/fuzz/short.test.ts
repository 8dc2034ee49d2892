import { describe, expect, it } from '@jest/globals';
import { attackAll, SEED } from './attack-all.ts';

/** A glimpse of `npm run test:fuzz`, which goes on for as long as one likes. */
describe('every way in from outside', () => {
  it(`takes whatever comes through it, seed ${SEED}`, async () => {
    expect(await attackAll(500)).toMatch(/^\{"inputs":[5-9]\d\d,"failures":0,/m);
  });
});
