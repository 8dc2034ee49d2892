import { describe, expect, it } from '@jest/globals';
import { parsePolicy } from '../../src/policy/load.ts';
import { faultsOf, policyYaml } from './factory.ts';

const DAY = 86_400_000;
const read = (top: string) => parsePolicy(policyYaml({ top }), 'hearback.yaml').retention;

describe('retention', () => {
  it('keeps everything for good unless the policy says otherwise', () => {
    expect(read('')).toEqual({ closed: null, files: null });
    expect(read('retention: { closed: forever, files: forever }')).toEqual({ closed: null, files: null });
  });

  it('takes longer times than a clock may have', () => {
    expect(read('retention: { closed: 104w, files: 26w }')).toEqual({
      closed: 104 * 7 * DAY,
      files: 26 * 7 * DAY,
    });
    expect(read('retention: { files: 30d }')).toEqual({ closed: null, files: 30 * DAY });
  });

  it.each([
    ['a time that is none', 'retention: { closed: long }', '1:22  retention.closed is not a length of time'],
    [
      'more than twenty years',
      'retention: { closed: 9999w }',
      'retention.closed is longer than twenty years',
    ],
    [
      'less than a look back goes',
      'retention: { closed: 5d }',
      'retention.closed is shorter than catchUp.days, so a removed case could be found again by its old flag; write at least 7d',
    ],
    [
      'less than a look back of another length goes',
      'retention: { closed: 20d }\ncatchUp: { days: 21 }',
      'write at least 21d',
    ],
    [
      'files that would outlive their case',
      'retention: { closed: 30d, files: 30d }',
      'retention.files is not shorter than retention.closed',
    ],
  ])('refuses %s', (_, top, sentence) => {
    const faults = faultsOf(policyYaml({ top }));
    expect(faults).toEqual([expect.stringContaining(sentence)]);
  });
});
