import { createHmac } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createIssueHooks } from '../src/issue-hooks.ts';
import type { Policy } from '../src/policy/schema.ts';
import { policy as usual } from './support/factories.ts';

const SECRET = 'something long and secret';
const tracker = {
  type: 'github' as const,
  tokenEnv: 'GH_TOKEN',
  webhookSecretEnv: 'GH_HOOK',
  repository: 'riverside/tools',
  apiUrl: 'https://api.github.com',
  labels: [],
  restricted: false,
};

function hooks(secret: string | null = SECRET) {
  const woken: string[] = [];
  const policy: Policy = { ...usual, issues: { tools: tracker } };
  const { handle } = createIssueHooks({
    policies: () => [policy],
    secretOf: () => secret,
    issues: { wake: async (key, name) => woken.push(`${key} ${name}`) > 0 },
    log: pino({ level: 'silent' }),
  });
  return { woken, handle };
}

const signed = (body: string, secret = SECRET) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

it.each([
  [
    'x-hub-signature-256',
    { action: 'closed', issue: { number: 7 }, repository: { full_name: 'riverside/tools' } },
    'riverside/tools#7',
  ],
  ['x-hub-signature', { webhookEvent: 'jira:issue_updated', issue: { key: 'QA-7' } }, 'QA-7'],
])('a signed word in %s makes us look at the issue', async (header, said, name) => {
  const { handle, woken } = hooks();
  const rawBody = JSON.stringify(said);

  expect(await handle({ rawBody, headers: { [header]: signed(rawBody) } })).toMatchObject({ status: 202 });
  expect(woken).toEqual([`tools ${name}`]);
});

it.each([
  ['unsigned', {}],
  ['signed with another secret', { 'x-hub-signature-256': signed('{"issue":{"key":"QA-7"}}', 'guessed') }],
  ['signed for other words', { 'x-hub-signature-256': signed('{}') }],
])('what is %s is refused', async (_, headers) => {
  const { handle, woken } = hooks();

  expect(await handle({ rawBody: '{"issue":{"key":"QA-7"}}', headers })).toMatchObject({ status: 401 });
  expect(woken).toEqual([]);
});

it('without a secret everything is refused', async () => {
  const { handle } = hooks(null);

  expect(await handle({ rawBody: '{}', headers: { 'x-hub-signature-256': signed('{}', '') } })).toMatchObject(
    { status: 401 },
  );
});

it('what is about no issue, or is no JSON, does nothing', async () => {
  const { handle, woken } = hooks();
  for (const rawBody of ['{"zen":"Keep it simple"}', 'payload=%7B%7D', '{"issue":{"number":"7"}}'])
    expect(await handle({ rawBody, headers: { 'x-hub-signature-256': signed(rawBody) } })).toMatchObject({
      status: 202,
    });

  expect(woken).toEqual([]);
});
