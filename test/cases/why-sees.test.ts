import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maySee, type Standing } from '../../src/cases/access.ts';
import { AUDIENCES } from '../../src/cases/case.ts';
import { whySees } from '../../src/cases/why-sees.ts';
import type { Role } from '../../src/policy/schema.ts';
import { aFile } from '../support/factories.ts';

const PEOPLE = ['U1', 'U2', 'U3', 'discord:9/1'];
const ROLES: Role[] = ['flagger', 'moderator', 'handler', 'lead', 'management', 'admin'];
const people = fc.subarray(PEOPLE);

const standing: fc.Arbitrary<Standing> = fc.record({
  workspaceId: fc.constantFrom('slack:T0RIVERSIDE', 'slack:T0OTHER'),
  userId: fc.constantFrom(...PEOPLE),
  roles: fc.subarray(ROLES).map((roles) => new Set(roles)),
  departments: fc.subarray(['qa', 'support']).map((keys) => new Set(keys)),
  colleagues: fc.oneof(people, fc.constant('uncounted' as const)),
  fellowLeads: fc.oneof(people, fc.constant('uncounted' as const)),
});

const file = fc
  .record({
    audience: fc.constantFrom(...AUDIENCES),
    member: fc.constantFrom(...PEOPLE),
    excluded: people,
    departments: fc.subarray(['qa', 'support']),
    cc: people,
  })
  .map(({ audience, member, excluded, departments, cc }) =>
    aFile({
      case: { audience, workspaceId: 'slack:T0RIVERSIDE', member: { userId: member, name: 'Alma' } },
      departments,
      excluded: excluded.map((userId) => ({ userId, reason: 'conflict' as const })),
      cc: cc.map((userId) => ({ userId })),
    }),
  );

describe('why somebody sees a case', () => {
  it('is never another answer than whether they do', () => {
    fc.assert(
      fc.property(standing, file, (asker, found) => {
        expect(whySees(asker, found).sees).toBe(maySee(asker, found));
      }),
      { numRuns: 2_000 },
    );
  });

  it('names what would have to be otherwise', () => {
    fc.assert(
      fc.property(standing, file, (asker, found) => {
        const sight = whySees(asker, found);
        if (sight.sees || sight.because !== 'excluded') return;
        const without = { ...found, excluded: [] };
        expect(whySees(asker, without)).not.toEqual(sight);
      }),
    );
  });
});
