import { describe, expect, it } from '@jest/globals';
import { parsePolicy } from '../../src/policy/load.ts';
import { faultsOf, policyYaml } from './factory.ts';

const own = (lines: string) =>
  policyYaml({
    workspace: `    triage: C1\n    watch: [C2, "1100000000000000202"]\n    roles: { flagger: { everyone: true } }\n    hotThreads: ${lines}`,
  });

describe('hot threads in hearback.yaml', () => {
  it('are counted without a word, with emoji as events carry them', () => {
    const { hotThreads } = parsePolicy(policyYaml(), 'hearback.yaml');
    expect(hotThreads).toMatchObject({ replies: 8, people: 4, upset: 5, within: 3_600_000 });
    expect(hotThreads && hotThreads.emojis.praise).toContain('❤');
    expect(hotThreads && hotThreads.emojis.upset).toContain('🤦‍♂');
  });

  it('can be off, or other for a community and its channels', () => {
    expect(faultsOf(policyYaml({ top: 'hotThreads: false' }))).toEqual([]);
    expect(faultsOf(own('false'))).toEqual([]);
    expect(
      faultsOf(own('{ people: 2, channels: { C2: false, "1100000000000000202": { upset: 1 } } }')),
    ).toEqual([]);
  });

  it.each([
    ['hotThreads: yes please', /hotThreads.*write false, or replies, people, upset, within and emojis/],
    ['hotThreads: { replies: 0 }', /hotThreads.replies/],
    ['hotThreads: { within: 2x }', /hotThreads does not fit; write false, or/],
    ['hotThreads: { within: 30s }', /hotThreads.within is a time from 1m to 24h; write for example 1h/],
    ['hotThreads: { within: 30d }', /hotThreads.within is a time from 1m to 24h/],
    ['hotThreads: { reply: 3 }', /hotThreads.*reply/],
    ['hotThreads: { emojis: { upset: [angry] } }', /hotThreads.emojis.upset\[0\].*write one emoji such as/],
    ['hotThreads: { emojis: { upset: [👎🏽], praise: [👎] } }', /praise\[0\] \("👎"\) is in upset as well/],
  ])('says what is wrong: %s', (top, words) => {
    const faults = faultsOf(policyYaml({ top }));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^hearback.yaml:\d+:\d+ {2}/);
    expect(faults[0]).toMatch(words);
  });

  it('says when limits are for a channel that is not watched', () => {
    expect(faultsOf(own('{ channels: { C9: { upset: 3 } } }'))).toEqual([
      expect.stringMatching(
        /^hearback.yaml:\d+:\d+ {2}workspaces\[0\].hotThreads.channels.C9 is not in watch, so nothing is counted there/,
      ),
    ]);
  });
});
