import { readdirSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { faults } from './faults/index.ts';
import { glimpse } from './glimpse.ts';

// `npm run test:faults` has all faults, and goes on for hundreds of kills. This is a glimpse of it, on one platform.
// FAULT_SEED chooses others.

glimpse(0);

it('has every fault of the folder in its list, under the name of its file', () => {
  const files = readdirSync('test/faults/faults').map((file) => file.replace('.ts', ''));
  const expected = files.filter((file) => !['index', 'fault'].includes(file));
  expect(faults.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
});
