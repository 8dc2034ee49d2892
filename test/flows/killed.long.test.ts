import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform.ts';
import { openWorld, STAGES, UNDONE, type Stage, type World } from '../support/world.ts';

const COMPLAINT = 'The export has been broken since Tuesday, this is the third time';
const visible = ({ text, native }: MessageView) => `${text} ${JSON.stringify(native)}`;

/** The bot as a process of its own. */
async function startBot(world: World): Promise<ChildProcess> {
  const bot = fork('test/support/bot.mjs', {
    env: { PATH: process.env['PATH'], ...world.env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await Promise.race([
    once(bot, 'message'),
    once(bot, 'exit').then(() => {
      throw new Error('the bot ended before it was ready');
    }),
  ]);
  return bot;
}

async function kill(bot: ChildProcess): Promise<void> {
  const gone = once(bot, 'exit');
  bot.kill('SIGKILL');
  await gone;
}

/** Looks again every millisecond: the moment is to be met, and the bot needs the processor too. */
async function atOnceWhen(isNow: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isNow())) await pause(1);
}

describe.each(STAGES)(
  'a bot on $platform that is killed ten times between flag and reminder',
  (stage: Stage) => {
    const { platform, member, handler, channels } = stage;
    let world: World;
    let bot: ChildProcess | undefined;

    afterEach(async () => {
      if (bot?.exitCode === null) await kill(bot);
      await world.close();
    });

    it('opens one case, gives one answer, puts up one card and reminds once', async () => {
      world = await openWorld({
        withoutBot: true,
        policy: [
          [['severities', 'normal', 'updateDue'], '6s'],
          [['severities', 'normal', 'firstResponse'], '1h'],
          [['ladder', 'lead'], '1h'],
        ],
      });
      const people = world.on(platform);
      const idle = async () => (await world.sql(UNDONE)).length === 0;
      const answered = () =>
        people
          .messages({ as: member.id, channel: channels.open, thread: message })
          .some(({ author }) => author.isBot);
      const cards = () =>
        people.messages({ as: handler.id, channel: channels.triage }).filter((each) => each.author.isBot);
      const reminders = () =>
        people
          .inbox(handler.id)
          .directMessages.flatMap(({ messages }) => messages)
          .filter((each) => visible(each).includes('waiting for you'));
      /** The n-th writing call after the flag has just been carried out; or there is nothing left to do. */
      const calledTimes = (times: number) => async () => {
        const writing = people
          .calls()
          .filter(({ method }) =>
            /postMessage|reactions\.add|chat\.update|conversations\.open|POST|PUT|PATCH/.test(method),
          ).length;
        return writing >= writesBefore + times || (answered() && (await idle()));
      };

      bot = await startBot(world);
      const writesBefore = people
        .calls()
        .filter(({ method }) =>
          /postMessage|reactions\.add|chat\.update|conversations\.open|POST|PUT|PATCH/.test(method),
        ).length;
      const { message } = people.createMessage({ as: member.id, channel: channels.open, text: COMPLAINT });

      const moments: [when: string, isNow: () => boolean | Promise<boolean>][] = [
        ['the flag is being set', () => true],
        ['the flag is stored', async () => (await world.sql('select from hearback.intake')).length > 0],
        ['the case is opened', async () => (await world.sql('select from hearback.cases')).length > 0],
        ['the first thing is said', calledTimes(1)],
        ['the second thing is said', calledTimes(2)],
        ['the third thing is said', calledTimes(3)],
        ['the card is up', () => cards().length > 0],
        ['the answer stands in the thread', answered],
        [
          'the follow-up clock is running',
          async () =>
            (await world.sql("select from hearback.clock where kind = 'update_due' and state = 'running'"))
              .length > 0,
        ],
        ['the reminder has just arrived', () => reminders().length > 0],
      ];
      people.react({ as: handler.id, channel: channels.open, message, emoji: '🚩', present: true });
      for (const [, isNow] of moments) {
        await atOnceWhen(isNow);
        await kill(bot);
        bot = await startBot(world);
      }

      await world.settled();
      expect({
        cases: (await world.sql('select from hearback.cases')).length,
        cards: cards().length,
        reminders: reminders().length,
      }).toEqual({ cases: 1, cards: 1, reminders: 1 });
      const answers = people
        .messages({ as: member.id, channel: channels.open, thread: message })
        .filter(({ author }) => author.isBot);
      expect(answers).toHaveLength(1);
      expect(await world.sql('select kind from hearback.outbox where failed_at is not null')).toEqual([]);
    }, 240_000);
  },
);
