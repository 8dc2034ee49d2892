import { personZone, type PersonZone } from '../../cases/person-zone.ts';
import { typedAs } from '../../cases/typed-as.ts';
import type { CommandContext } from './command.ts';

/** By which clock whoever asks lives. */
export function zoneOf({ command, people, chat, workspace, policy }: CommandContext): Promise<PersonZone> {
  return personZone(command.by.userId, { people, chat, workspace, policy });
}

/**
 * A sentence for whoever wrote a time by the clock and whose zone nobody knows: by which it was read, and how to set one's own.
 * Once for each person; from then on null.
 */
export async function zoneHint(
  { zone, from }: PersonZone,
  { command, people, workspace, now }: CommandContext,
): Promise<string | null> {
  if (from !== 'community') return null;
  const { userId } = command.by;
  const known = (await people.of(workspace.id, [userId])).get(userId);
  if (known?.zoneAskedAt) return null;
  await people.set(workspace.id, userId, { zoneAskedAt: now });
  return `I do not know your time zone, so this is by the clock of ${zone}. Is yours another? Type ${typedAs('timezone', workspace.id)} and your city.`;
}
