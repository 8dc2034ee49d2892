import { personZone, type PersonZone } from '../../cases/person-zone.ts';
import type { Action } from '../../chat/card.ts';
import type { Answer } from '../../chat/command.ts';
import { paragraph, type Inline } from '../../chat/rich.ts';
import type { CommandContext } from './command.ts';
import { likelyZones } from './zone-choices.ts';

/** A question behind an answer: its words, and what is chosen from. */
export interface ZoneAsk {
  words: string;
  action: Action;
}

/** By which clock whoever asks lives. */
export function zoneOf({ command, people, chat, workspace, policy }: CommandContext): Promise<PersonZone> {
  return personZone(command.by.userId, { people, chat, workspace, policy });
}

/**
 * Asks whoever wrote a time by the clock, and whose zone nobody knows, which it is. Once for each person; from then on null.
 */
export async function zoneAsk(
  { zone, from }: PersonZone,
  { command, people, workspace, now, texts }: CommandContext,
): Promise<ZoneAsk | null> {
  if (from !== 'community') return null;
  const { userId, locale } = command.by;
  const known = (await people.of(workspace.id, [userId])).get(userId);
  if (known?.zoneAskedAt) return null;
  await people.set(workspace.id, userId, { zoneAskedAt: now });
  return {
    words: texts.commands.waits.zoneAsk(zone),
    action: {
      type: 'select',
      placeholder: texts.commands.waits.yourZone,
      option: 'zone',
      choices: likelyZones(workspace, zone, locale, now, texts),
      // It may stand below a direct message, which belongs to no community.
      invoke: { command: 'timezone', values: { in: workspace.id } },
    },
  };
}

/** An answer, with the question behind it where there is one. */
export function sayAndAsk(parts: readonly (string | Inline)[], ask: ZoneAsk | null): Answer {
  if (ask === null) return { type: 'say', blocks: [paragraph(...parts)] };
  return { type: 'say', blocks: [paragraph(...parts), paragraph(ask.words)], actions: [ask.action] };
}
