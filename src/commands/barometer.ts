import { isLead, isStaff } from '../cases/access.ts';
import type { ChannelMood } from '../cases/heat/barometer-of.ts';
import { barometerLine, byMood } from '../cases/heat/barometer-words.ts';
import { heatLimits } from '../cases/heat/heat-limits.ts';
import { typedAs } from '../cases/typed-as.ts';
import type { Answer } from '../chat/command.ts';
import { bold, paragraph } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { watches } from '../policy/lookup.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';

/** What today is compared with (days). */
const DAYS = 7;
/** More channels than anybody reads. */
const SHOWN = 20;

/** How people in the watched channels feel, in numbers; and as a button, that a hot thread needs nothing. */
export const barometer: Command = {
  name: 'barometer',
  summary: ({ commands }) => commands.barometer.summary,
  options: [],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { command, workspace, policy, heat } = context;
    const thread = command.values['thread'];
    if (thread !== undefined) return notNeeded(thread, context);
    if (!heatLimits(policy, workspace, ''))
      throw new NotPossible(({ commands }) => commands.barometer.notCounted);
    await heat.flush();
    const moods = byMood(await visibleMoods(await heat.moods(workspace.id, DAYS), context), DAYS);
    const { barometer: words } = context.texts.commands;
    if (moods.length === 0) return say(words.nothingSaid);
    const more = moods.length - SHOWN;
    return {
      type: 'say',
      blocks: [
        paragraph(bold(words.lastDay), words.scale),
        {
          type: 'list',
          ordered: false,
          items: moods.slice(0, SHOWN).map((mood) => barometerLine(mood, context.texts)),
        },
        ...(more > 0 ? [paragraph(words.more(more))] : []),
      ],
    };
  },
};

/** Leads see them all, and others the channels they are in: a private one is not named to whoever cannot read it. */
async function visibleMoods(
  moods: readonly ChannelMood[],
  { workspace, policy, standing, chat }: CommandContext,
): Promise<ChannelMood[]> {
  const shown: ChannelMood[] = [];
  for (const mood of moods) {
    if (mood.today.messages + mood.today.upset + mood.today.praise === 0) continue;
    // What was counted before hearback.yaml said that nothing is.
    if (!watches(workspace, mood.channelId, null) || !heatLimits(policy, workspace, mood.channelId)) continue;
    if (isLead(standing) || (await chat.canSee(workspace.id, mood.channelId, standing.userId)))
      shown.push(mood);
  }
  return shown;
}

async function notNeeded(
  thread: string,
  { heat, workspace, standing, command, texts }: CommandContext,
): Promise<Answer> {
  const isKnown =
    /^\d{1,15}$/.test(thread) &&
    isStaff(standing) &&
    (await heat.notNeeded(workspace.id, Number(thread), command.by.userId));
  if (!isKnown)
    throw new NotPossible(({ commands }) =>
      commands.barometer.threadGone(typedAs('barometer', workspace.id)),
    );
  return say(texts.commands.barometer.notNeeded);
}
