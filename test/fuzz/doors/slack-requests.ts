import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { SLACK_SIGNING_SECRET } from '../../../sandbox/seed.ts';
import { ERROR_CODES } from '../../../src/errors.ts';
import { openWorld } from '../../support/world.ts';
import { openDoor, type Door } from '../door.ts';
import { mutated, nastyText } from '../inputs.ts';
import { slackCommands, slackEvents, slackInteractions } from '../samples-slack.ts';

/** Slack over HTTP into the whole program: events, clicks, forms and commands, signed as Slack signs them. */
export const slackRequests: Door = {
  name: 'slack-requests',
  async open() {
    const world = await openWorld({ slackOverHttp: true });
    const url = new URL('/slack/events', world.app.url!);
    return openDoor({
      inputs: fc.oneof(
        mutated(slackEvents).map((body) => ({ body: JSON.stringify(body), type: 'application/json' })),
        mutated(slackInteractions).map((body) => form({ payload: JSON.stringify(body) })),
        mutated(slackCommands).map((body) => form(body)),
        nastyText.map((body) => ({ body, type: 'application/json' })),
        nastyText.map((body) => ({ body: `payload=${body}`, type: 'application/x-www-form-urlencoded' })),
      ),
      async knock({ body, type }) {
        const response = await fetch(url, {
          method: 'POST',
          body,
          headers: { 'content-type': type, ...signed(body) },
        });
        await response.arrayBuffer();
        if (response.status >= 500) throw new Error(`answered with ${response.status}`);
      },
      async stillWorks() {
        const problems = await world.app.problems();
        if (problems.length > 0) throw new Error(problems.join(' '));
        const failed = await world.sql<{ kind: string; code: string }>(
          'select distinct kind, failure_code as code from hearback.outbox where failed_at is not null',
        );
        const unplanned = failed.filter(({ code }) => !(code in ERROR_CODES));
        if (unplanned.length > 0) throw new Error(`jobs failed unplanned: ${JSON.stringify(unplanned)}`);
      },
      close: () => world.close(),
    });
  },
};

function form(fields: unknown): { body: string; type: string } {
  const entries = fields !== null && typeof fields === 'object' ? Object.entries(fields) : [];
  const strings = entries.map(([key, value]): [string, string] => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return { body: String(new URLSearchParams(strings)), type: 'application/x-www-form-urlencoded' };
}

/** The bytes are signed as they go over the wire. */
function signed(body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const digest = createHmac('sha256', SLACK_SIGNING_SECRET)
    .update(`v0:${timestamp}:${Buffer.from(body).toString('utf8')}`)
    .digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}
