import { expect, it } from '@jest/globals';
import { parsePolicy } from '../../src/policy/load.ts';
import { faultsOf, policyYaml } from './factory.ts';

const webhook = (more = '') =>
  `{ name: board, url: "https://board.example", secretEnv: BOARD_SECRET${more} }`;
const faults = (top: string) => faultsOf(policyYaml({ top }));

it('a webhook needs no more than a name, an address and where its secret is', () => {
  const { webhooks, issues } = parsePolicy(policyYaml({ top: `webhooks: [${webhook()}]` }), 'hearback.yaml');

  expect(webhooks).toEqual([
    {
      name: 'board',
      url: 'https://board.example',
      secretEnv: 'BOARD_SECRET',
      events: 'all',
      include: 'ids',
      restricted: false,
      private: false,
    },
  ]);
  expect(issues).toEqual({});
});

it.each([
  [`webhooks: [${webhook()}, ${webhook()}]`, /webhooks\[1\]\.name is the same as webhooks\[0\]\.name/],
  [`webhooks: [${webhook(', events: [case.open]')}]`, /case\.opened/],
  [`webhooks: [${webhook(', workspaces: [slack:T9]')}]`, /there is no workspace "slack:T9"/],
  ['webhooks: [{ name: board, url: "http://board.example", secretEnv: BOARD_SECRET }]', /not encrypted/],
  [
    'webhooks: [{ name: board, url: "ftp://board.example", secretEnv: BOARD_SECRET }]',
    /https:\/\/board\.example\.org/,
  ],
  [
    'webhooks: [{ name: board, url: "https://a:b@board.example", secretEnv: BOARD_SECRET }]',
    /token or password/,
  ],
  [
    'webhooks: [{ name: board, url: "https://board.example", secretEnv: "my secret words" }]',
    /environment variable/,
  ],
  ['issues: { tools: { type: gitlab, tokenEnv: TOKEN } }', /issues\.tools/],
  ['issues: { tools: { type: github, tokenEnv: TOKEN, repository: tools } }', /riverside\/tools/],
  [
    'issues: { qa: { type: jira, tokenEnv: TOKEN, site: "https://x.example", project: quality } }',
    /key of the project/,
  ],
])('%s is a fault that says what to write', (top, message) => {
  const found = faults(top);

  expect(String(found)).toMatch(message);
  expect(String(found)).not.toMatch(/my secret words|a:b@/);
});

it('a program in the operator’s own network may be without https', () => {
  const own =
    'webhooks: [{ name: board, url: "http://10.0.0.7:8080", secretEnv: BOARD_SECRET, private: true }]';

  expect(String(faults(own))).toBe('');
});
