import { describe, expect, it } from '@jest/globals';
import { clockTimes } from '../../src/cases/clock-times.ts';
import { parsePolicy } from '../../src/policy/load.ts';
import { policyYaml } from '../policy/factory.ts';

const times = (parts: Parameters<typeof policyYaml>[0], change = (yaml: string) => yaml) =>
  clockTimes(parsePolicy(change(policyYaml(parts)), 'hearback.yaml'));
const kind = (more: string) => ({ kinds: `  feedback: { name: Feedback, answer: none${more} }` });

describe('what clocks follow of a policy', () => {
  it('is the same whatever else changes, and in whatever order it is written', () => {
    expect(times({ top: 'prefix: FX' })).toBe(times({}));
    expect(times(kind(', details: [version]'))).toBe(times({}));
    const turned = (yaml: string) =>
      yaml.replace('{ firstResponse: 4h, updateDue: 3d }', '{ updateDue: 3d, firstResponse: 4h }');
    expect(times({}, turned)).toBe(times({}));
  });

  it.each([
    ['a severity', {}, (yaml: string) => yaml.replace('updateDue: 3d', 'updateDue: 2d')],
    ['a kind', kind(', clocks: { resolution: 1w }'), undefined],
    ['when updates are prepared', { top: 'updates: { remindBefore: 2h }' }, undefined],
    ['the hours', { top: 'hours: { monday-friday: 9:00-17:00 }' }, undefined],
    ['the time zone', { top: 'timeZone: Europe/Lisbon' }, undefined],
    [
      'the holidays',
      { top: 'hours: { monday-friday: 9:00-17:00 }\nholidays: { dates: ["2026-12-24"] }' },
      undefined,
    ],
  ])('is another when %s changes', (_what, parts, change) => {
    const before = (parts as { top?: string }).top?.includes('holidays')
      ? times({ top: 'hours: { monday-friday: 9:00-17:00 }' })
      : times({});
    expect(times(parts, change)).not.toBe(before);
  });
});
