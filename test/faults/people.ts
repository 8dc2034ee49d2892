import type { InteractionResult, MessageView, SandboxPlatform } from '../../sandbox/platform.ts';
import { labelsOn, pressing } from '../support/pressing.ts';
import { STAGES, type Stage } from '../support/world.ts';
import type { Arena } from './arena/arena.ts';
import type { Chance } from './arena/chance.ts';

/** What the people of a run do with one message. */
export interface Flagged {
  platform: 'slack' | 'discord';
  stage: Stage;
  message: string;
  /** `draft`: its answer waits for a click. `claimed`: a moderator takes it on. `noted`: an internal note is added to it. */
  story: Story;
  /** In internal words, and nowhere a member may read. */
  secret: string;
}

const STORIES = ['plain', 'draft', 'claimed', 'noted', 'twice', 'file'] as const;
type Story = (typeof STORIES)[number];

/** How long people go on trying (ms). */
const PATIENCE_MS = 120_000;

export interface CaseRow {
  case_id: string;
  number: number;
  handler_id: string | null;
  state: string;
}

export function stageOf(platform: 'slack' | 'discord'): Stage {
  return STAGES.find((stage) => stage.platform === platform)!;
}

/** What a run's people write, and flag at once. */
export function flagSome(
  arena: Arena,
  platform: 'slack' | 'discord',
  about: string,
  chance: Chance,
  withFile: boolean,
): Flagged[] {
  const stage = stageOf(platform);
  const { member, handler, moderator, channels } = stage;
  const people = arena.sandbox[platform];
  const stories: Story[] = [
    ...chance.shuffle(STORIES.filter((story) => story !== 'file')).slice(0, 3),
    ...(withFile ? ['file' as const] : []),
  ];
  return stories.map((story, index) => {
    const secret = `secret-${about}-${index}`;
    const { message } = people.createMessage({
      as: member.id,
      channel: channels.open,
      text: `It fails again (${about}, ${index}), who looks at it?`,
      ...(story === 'file' && {
        files: [{ name: 'shot.png', mime: 'image/png', base64: Buffer.from('a picture').toString('base64') }],
      }),
    });
    const flag = (as: string) =>
      people.react({
        as,
        channel: channels.open,
        message,
        emoji: story === 'draft' ? '💸' : '🚩',
        present: true,
      });
    flag(handler.id);
    if (story === 'twice') flag(moderator.id);
    return { platform, stage, message, story, secret };
  });
}

/** People go on with a case, again and again until they see that it worked. */
export async function goOn(arena: Arena, flagged: Flagged): Promise<void> {
  const { story, stage, secret } = flagged;
  if (story === 'draft')
    await insist(
      arena,
      flagged,
      'Send answer',
      async () =>
        answersTo(arena.sandbox[flagged.platform], flagged).length > 0 ||
        (await replyIs(arena, flagged, 'queued')),
    );
  if (story === 'claimed')
    await insist(
      arena,
      flagged,
      'Claim',
      async () => (await caseOf(arena, flagged))?.handler_id === stage.moderator.id,
    );
  if (story === 'noted') await note(arena, flagged, secret);
}

async function replyIs(arena: Arena, { stage, message }: Flagged, state: string): Promise<boolean> {
  const found = await arena.sql(
    'select from hearback.reply join hearback.cases using (case_id) where workspace_id = $1 and source_message = $2 and reply.state = $3',
    [stage.workspaceId, message, state],
  );
  return found.length > 0;
}

async function insist(
  arena: Arena,
  flagged: Flagged,
  label: string,
  isDone: () => Promise<boolean>,
): Promise<void> {
  const { stage, platform } = flagged;
  const people = arena.sandbox[platform];
  const as = label === 'Claim' ? stage.moderator.id : stage.handler.id;
  let said: string | null = 'nothing';
  const press = async () => {
    if (await isDone()) return true;
    const [card] = await cardsOf(arena, flagged);
    if (!card || !labelsOn(card).includes(label)) return false;
    const { channel, id } = card;
    ({ error: said } = await people.press({ as, channel, message: id, ...pressing(card, label) }));
    return isDone();
  };
  await arena.until(`"${label}" to work`, press, PATIENCE_MS).catch((error: unknown) => {
    throw new Error(`"${label}" did not work; the platform said last: ${said}`, { cause: error });
  });
}

async function note(arena: Arena, flagged: Flagged, secret: string): Promise<void> {
  const { stage, platform } = flagged;
  const found = await arena.until('the case to note something at', () => caseOf(arena, flagged), PATIENCE_MS);
  const text = `/feedback note FB-${found.number} ${secret}`;
  const isNoted = async () =>
    (await arena.sql('select from hearback.note where case_id = $1', [found.case_id])).length > 0;
  await arena.until(
    'the note to be taken',
    async () => {
      if (await isNoted()) return true;
      const said: InteractionResult = await arena.sandbox[platform].command({
        as: stage.handler.id,
        channel: stage.channels.triage,
        text,
      });
      return said.ok && isNoted();
    },
    PATIENCE_MS,
  );
}

export async function caseOf(arena: Arena, { stage, message }: Flagged): Promise<CaseRow | undefined> {
  const [found] = await arena.sql<CaseRow>(
    'select case_id, number, handler_id, state from hearback.cases where workspace_id = $1 and source_message = $2',
    [stage.workspaceId, message],
  );
  return found;
}

/** Everything a person could read on a message. */
export function visible({ text, native }: MessageView): string {
  return `${text} ${JSON.stringify(native)}`;
}

/** The posted cards of a case. */
export async function cardsOf(arena: Arena, flagged: Flagged): Promise<MessageView[]> {
  const found = await caseOf(arena, flagged);
  if (!found) return [];
  const { stage, platform } = flagged;
  // Later cards of the same member name it as well.
  const name = new RegExp(`FB-${found.number} ·`);
  return arena.sandbox[platform]
    .messages({ as: stage.handler.id, channel: stage.channels.triage })
    .filter(
      (each) => each.author.isBot && !each.ephemeral && each.actions.length > 0 && name.test(visible(each)),
    );
}

/** What the program has said in the thread of a message. */
export function answersTo(people: SandboxPlatform, { stage, message }: Flagged): MessageView[] {
  return people
    .messages({ as: stage.member.id, channel: stage.channels.open, thread: message })
    .filter(({ author }) => author.isBot);
}
