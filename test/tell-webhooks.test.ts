import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import { policiesOf } from '../src/policy/policies.ts';
import type { Policy } from '../src/policy/schema.ts';
import type { WebhookInForce } from '../src/store/webhooks-port.ts';
import { tellWebhooks } from '../src/tell-webhooks.ts';
import { eventually } from './support/eventually.ts';
import { policy as usual } from './support/factories.ts';

const board = {
  name: 'board',
  url: 'https://board.example',
  secretEnv: 'BOARD_SECRET',
  events: 'all' as const,
  include: 'ids' as const,
  restricted: false,
  private: false,
};

it('a webhook without communities hears of those of its own file, also when that is the only one in its folder', async () => {
  const inForce = async (webhooks: readonly WebhookInForce[]) => void told.push(...webhooks);
  const told: WebhookInForce[] = [];
  const policies = () => policiesOf([{ ...usual, webhooks: [board] }], false);
  await (await tellWebhooks({ inForce }, policies, 60_000, pino({ level: 'silent' }))).stop();
  expect(told.map(({ workspaces }) => workspaces)).toEqual([usual.workspaces.map(({ id }) => id)]);
});

it('the record is told of webhooks before anything can happen, and when they change, until it has understood', async () => {
  const told: (readonly WebhookInForce[])[] = [];
  let policy: Policy = { ...usual, webhooks: [board] };
  let isAway = false;
  const inForce = async (webhooks: readonly WebhookInForce[]) => {
    if (isAway) throw new Error('away');
    told.push(webhooks);
  };
  const telling = await tellWebhooks({ inForce }, () => policiesOf([policy]), 5, pino({ level: 'silent' }));
  expect(told).toEqual([[{ name: 'board', workspaces: null, types: null }]]);

  telling.again();
  isAway = true;
  policy = { ...policy, webhooks: [{ ...board, events: ['case.closed'], workspaces: ['slack:T1'] }] };
  telling.again();
  isAway = false;
  await eventually(() => told.length > 1);
  await telling.stop();

  expect(told.slice(1)).toEqual([[{ name: 'board', workspaces: ['slack:T1'], types: ['case.closed'] }]]);
});
