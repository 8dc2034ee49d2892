import { App, LogLevel } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { tellParent } from '../program/tell-parent.ts';

/**
 * What a bot of sixty lines does with a flag: the mark, the answer and the card, and nothing is kept. What fails or is interrupted is lost,
 * what comes twice is said twice. The yardstick of `pipeline`.
 */
const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slackApiUrl } = process.env;
const TRIAGE = process.env['BENCH_TRIAGE']!;

const app = new App({
  token: token!,
  appToken: appToken!,
  socketMode: true,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: slackApiUrl! },
});

/** How often each person was heard, by their id: all that it remembers. */
const heard = new Map<string, number>();

app.event('reaction_added', async ({ event, client }) => {
  if (event.reaction !== 'triangular_flag_on_post') return;
  const { channel, ts } = event.item;
  heard.set(event.item_user, (heard.get(event.item_user) ?? 0) + 1);
  await client.reactions.add({ channel, timestamp: ts, name: 'eyes' });
  await client.chat.postMessage({
    channel,
    thread_ts: ts,
    text: `<@${event.item_user}> thank you for telling us. We are sorry, and look into it today.`,
  });
  await client.chat.postMessage({
    channel: TRIAGE,
    text: `Feedback from <@${event.item_user}>`,
    blocks: card(event.item_user, channel, ts),
  });
});

function card(member: string, channel: string, ts: string): KnownBlock[] {
  const about = `*Feedback* from <@${member}>, for the ${heard.get(member)}. time, in <#${channel}>`;
  return [
    { type: 'section', text: { type: 'mrkdwn', text: about } },
    {
      type: 'actions',
      elements: ['Claim', 'Resolve'].map((name) => ({
        type: 'button',
        text: { type: 'plain_text', text: name },
        action_id: name.toLowerCase(),
        value: `${channel} ${ts}`,
      })),
    },
  ];
}

await app.start();
tellParent(() => app.stop());
