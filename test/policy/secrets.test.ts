import { describe, expect, it } from '@jest/globals';
import { faultsOf, policyYaml } from './factory.ts';

describe('a secret in the policy', () => {
  const discordToken = ['MTEyMjMzNDQ1NTY2Nzc4ODk5', 'GaBcDe', 'x1y2z3x1y2z3x1y2z3x1y2z3x1y2z3'].join('.');
  const secrets = [
    'xoxb-12-34-AbCd',
    'xapp-1-A1-2-f00d',
    'xoxp-99-zz',
    'xoxe.xoxp-1-Mi0',
    discordToken,
    'postgres://bot:hunter2@db/x',
    'redis://:hunter2@queue:6379',
  ];
  const places: [string, (secret: string) => string][] = [
    ['as a name', (secret) => policyYaml({ kinds: `  feedback: { name: "${secret}", answer: none }` })],
    ['as a length of time', (secret) => policyYaml({ top: `undoWindow: "${secret}"` })],
    ['as a time zone', (secret) => policyYaml({ top: `timeZone: "${secret}"` })],
    ['as a language', (secret) => policyYaml({ top: `language: "${secret}"` })],
    ['as a prefix', (secret) => policyYaml({ top: `prefix: "${secret}"` })],
    ['as an answer', (secret) => policyYaml({ kinds: `  feedback: { name: F, answer: "${secret}" }` })],
    ['as a step', (secret) => policyYaml({ kinds: `  feedback: { name: F, steps: ["${secret}"] }` })],
    ['as a kind an emoji points to', (secret) => policyYaml().replace('🚩: feedback', `🚩: "${secret}"`)],
    [
      'as a route',
      (secret) => policyYaml({ kinds: `  feedback: { name: F, answer: none, route: ["${secret}"] }` }),
    ],
    [
      'as a channel',
      (secret) =>
        policyYaml({
          workspace: `    triage: "${secret}"\n    watch: ["${secret}"]\n    roles: { lead: { everyone: true } }`,
        }),
    ],
    ['as an unknown key', (secret) => policyYaml({ top: `"${secret}": yes` })],
    ['as a kind', (secret) => policyYaml({ kinds: `  "${secret}": { name: F, steps: [x] }` })],
    ['as an emoji', (secret) => policyYaml().replace('🚩: feedback', `"${secret}": feedback`)],
    ['in broken YAML', (secret) => `prefix: FB: ${secret}\n  ${secret}: [`],
    ['as an alias', (secret) => `prefix: *${secret.replace(/\W/g, '')}`],
    ['as a tag', (secret) => policyYaml({ top: `prefix: !${secret.replace(/\W/g, '')} x` })],
  ];

  it.each(places)('is never printed: %s', (_, yamlWith) => {
    for (const secret of secrets) {
      const faults = faultsOf(yamlWith(secret), ['thank']);

      expect(faults).not.toEqual([]);
      for (const part of [secret, secret.replace(/\W/g, ''), 'hunter2'])
        expect(faults.join('\n')).not.toContain(part);
    }
  });

  it('is a fault even where any text may stand', () => {
    for (const secret of secrets) {
      expect(faultsOf(policyYaml({ kinds: `  feedback: { name: "${secret}", answer: none }` }))).toEqual([
        expect.stringMatching(
          /^hearback\.yaml:4:21 {2}kinds\.feedback\.name looks like a token or password; take it out/,
        ),
      ]);
    }
  });

  it('is not seen in honest values', () => {
    const yaml = policyYaml({
      kinds:
        '  feedback: { name: "See https://example.com/a:b@c (v1.2.3)", answer: none, details: ["mail: a@b.example"] }',
    });

    expect(faultsOf(yaml)).toEqual([]);
  });
});
