import { ApiError, sandboxClient, type SandboxClient } from './api/client.ts';
import type { InteractionResult, MessageView } from './platform.ts';

const COMPLAINT = 'The export has been broken since Tuesday, this is the third time';

/** Longest wait for what should take a second (ms), and for a reminder, whose time is shortened to under a minute in the sandbox. */
const SOON_MS = 20_000;
const REMINDER_MS = 80_000;

/** Who plays what, by name. */
export interface Cast {
  platform: 'slack' | 'discord';
  member: string;
  moderator: string;
  qa: string;
  channel: string;
}

/** The README's story in one community, step by step, against the program at `url`. @returns what to print; what is printed before it throws says how far it came. */
export async function play(cast: Cast, url: string, say: (text: string) => void): Promise<string[]> {
  const { platform, member, moderator, qa, channel } = cast;
  const client = sandboxClient(url, platform);
  const read = (as: string, where: string, thread?: string) =>
    client.messages({ as, channel: where, ...(thread !== undefined && { thread }) });
  const lines = [`\n${platform}: ${member} in #${channel}`];
  const step = async <T>(what: string, run: () => Promise<T>): Promise<T> => {
    const from = Date.now();
    try {
      const result = await run();
      lines.push(`  ok    ${what} (${Date.now() - from} ms)`);
      return result;
    } catch (error) {
      lines.push(`  FAIL  ${what}`);
      say(lines.join('\n'));
      throw error;
    }
  };

  const triageBefore = await read(moderator, 'feedback-triage');
  const qaBefore = await read(qa, 'dept-qa');
  const remindersBefore = await directMessages(client, moderator);

  const { message } = await step(`${member} posts "${COMPLAINT}"`, () =>
    client.createMessage({ as: member, channel, text: COMPLAINT }),
  );
  await step(`${moderator} reacts with 🚩`, () =>
    client.react({ as: moderator, channel, message, emoji: '🚩', present: true }),
  );
  await step('👀 is on the message', () =>
    until('no 👀 appeared', async () => {
      const flagged = (await read(member, channel)).find(({ id }) => id === message);
      return flagged?.reactions.some(({ emoji }) => emoji === '👀' || emoji === ':eyes:');
    }),
  );
  const card = await step('a case card with quote and buttons is in the private triage channel', () =>
    until('no card appeared in the triage channel', async () =>
      fresh(await read(moderator, 'feedback-triage'), triageBefore),
    ),
  );
  const name = /FB-\d+/.exec(visible(card))?.[0] ?? '';
  lines.push(`        ${name}, with ${card.actions.map(({ label }) => label).join(' · ')}`);

  const answer = await step(`an answer to ${member.split(' ')[0]} is in the thread`, () =>
    until('no answer appeared in the thread', async () =>
      (await read(member, channel, message)).find(
        ({ author, text }) => author.isBot && text.includes(member.split(' ')[0] ?? member),
      ),
    ),
  );
  lines.push(
    ...answer.text
      .split('\n')
      .filter(Boolean)
      .map((line) => `        | ${line}`),
  );

  await step(`${moderator} routes it to QA`, async () => {
    const select = card.actions.find(
      ({ type, choices }) => type === 'select' && choices.some(({ value }) => value === 'qa'),
    );
    if (!select) throw new Error('the card has nothing to route with');
    await pressed(
      client.press({
        as: moderator,
        channel: 'feedback-triage',
        message: card.id,
        action: select.id,
        value: 'qa',
      }),
    );
  });
  await step('an escalation card is in the private QA channel', () =>
    until('no card appeared in the QA channel', async () => fresh(await read(qa, 'dept-qa'), qaBefore)),
  );
  await step('the triage card shows where it went', () =>
    until('the triage card was not updated', async () =>
      (await read(moderator, 'feedback-triage')).some(
        (each) =>
          each.id === card.id &&
          visible(each).includes('QA') &&
          visible(each).includes('waiting on the team'),
      ),
    ),
  );
  await step(`${member} cannot read the triage channel`, async () => {
    const seen = await read(member, 'feedback-triage').catch((error: unknown) => {
      if (error instanceof ApiError) return [];
      throw error;
    });
    if (seen.length > 0) throw new Error('the member can read the triage channel');
  });
  const reminder = await step(
    `${moderator} gets a reminder by direct message when the (shortened) follow-up time is over`,
    () =>
      until(
        'no reminder came',
        async () =>
          (await directMessages(client, moderator)).find(
            (each) =>
              !remindersBefore.some(({ id }) => id === each.id) &&
              visible(each).includes(`${name} is waiting`),
          ),
        REMINDER_MS,
      ),
  );
  const labels = reminder.actions.map(({ label }) => label);
  await step(`it has the buttons ${labels.join(' · ')}`, async () => {
    for (const wanted of ['Done', 'Snooze', 'Hand over', 'Open'])
      if (!labels.includes(wanted)) throw new Error(`the button ${wanted} is missing`);
  });
  await step(`${moderator} presses Done`, () =>
    pressed(client.press({ as: moderator, channel: reminder.channel, message: reminder.id, action: 'Done' })),
  );
  await step(`${moderator} resolves it with /feedback resolve ${name}`, () =>
    pressed(client.command({ as: moderator, channel: 'feedback-triage', text: `/feedback resolve ${name}` })),
  );
  await step('the card says solved', () =>
    until('the card does not say solved', async () =>
      (await read(moderator, 'feedback-triage')).some(
        (each) => each.id === card.id && visible(each).includes('solved'),
      ),
    ),
  );
  await step('the member got one answer and one word that it is solved, and nothing else', async () => {
    const answers = () =>
      read(member, channel, message).then((all) => all.filter(({ author }) => author.isBot));
    await until('the word that it is solved did not come', async () => (await answers()).length >= 2);
    const { length } = await answers();
    if (length !== 2) throw new Error(`there are ${length} messages of the bot in the thread`);
  });
  return lines;
}

function fresh(now: MessageView[], before: MessageView[]): MessageView | undefined {
  return now.find(
    (each) =>
      each.author.isBot &&
      !each.ephemeral &&
      each.actions.length > 0 &&
      !before.some(({ id }) => id === each.id) &&
      visible(each).includes('export'),
  );
}

/** Everything a person could read on a message, cards included. */
function visible({ text, native }: MessageView): string {
  return `${text} ${JSON.stringify(native)}`;
}

async function directMessages(client: SandboxClient, as: string): Promise<MessageView[]> {
  const { directMessages: all } = await client.inbox(as);
  return all.flatMap((each) => each.messages);
}

async function pressed(result: Promise<InteractionResult>): Promise<void> {
  const { ok, error } = await result;
  if (!ok) throw new Error(error ?? 'it was refused');
}

/** Asks again until there is something. */
async function until<T>(
  problem: string,
  look: () => Promise<T | undefined | false>,
  withinMs = SOON_MS,
): Promise<T> {
  const end = Date.now() + withinMs;
  while (Date.now() < end) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(problem);
}
