// What the bot of bench/pipeline/bolt-bot.ts does, built with Vercel's chat SDK and its state in Redis.
import { createSlackAdapter } from '@chat-adapter/slack';
import { createRedisState } from '@chat-adapter/state-redis';
import { Actions, Button, Card, CardText, Chat, ConsoleLogger, emoji } from 'chat';
import { tellParent } from '../../dist/bench/program/tell-parent.js';

const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl } = process.env;

const logger = new ConsoleLogger('error');
const bot = new Chat({
  userName: 'hearback',
  logger,
  adapters: { slack: createSlackAdapter({ mode: 'socket', botToken, appToken, apiUrl, logger }) },
  state: createRedisState({ url: process.env.BENCH_REDIS_URL, logger }),
});

bot.onReaction(async ({ added, rawEmoji, adapter, thread, threadId, messageId, raw }) => {
  if (!added || rawEmoji !== 'triangular_flag_on_post') return;
  const { item, item_user: member } = raw;
  await adapter.addReaction(threadId, messageId, emoji.eyes);
  await thread.post(`<@${member}> thank you for telling us. We are sorry, and look into it today.`);
  await bot.channel(`slack:${process.env.BENCH_TRIAGE}`).post(
    Card({
      children: [
        CardText(`*Feedback* from <@${member}> in <#${item.channel}>`),
        Actions(
          ['Claim', 'Resolve'].map((label) => Button({ id: label.toLowerCase(), label, value: item.ts })),
        ),
      ],
    }),
  );
});

await bot.initialize();
tellParent(() => bot.shutdown());
