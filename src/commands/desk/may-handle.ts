import { isLead, isStaff, maySee, standingOf, type Standing } from '../../cases/access.ts';
import type { CaseFile } from '../../cases/case.ts';
import { NotPossible, PlatformRefused, TargetGone } from '../../errors.ts';
import type { CommandContext } from './command.ts';

/** What somebody is who could look after a case; and what they are called. */
export type Candidate = { name: string; standing: Standing } | 'bot' | 'gone';

/** Whoever the platform does not know is gone. */
export async function candidateFor(userId: string, { chat, workspace }: CommandContext): Promise<Candidate> {
  try {
    const { name, groups, isBot, isMember } = await chat.fetchPerson(workspace.id, userId);
    if (isBot) return 'bot';
    return isMember ? { name, standing: standingOf(workspace, { userId, groups, channelId: null }) } : 'gone';
  } catch (error) {
    if (error instanceof TargetGone || error instanceof PlatformRefused) return 'gone';
    throw error;
  }
}

/** Whether a case can be theirs. */
export function mayHandle(candidate: Candidate, file: CaseFile): candidate is Exclude<Candidate, string> {
  return typeof candidate !== 'string' && isStaff(candidate.standing) && maySee(candidate.standing, file);
}

/**
 * Asked under the case's lock, of somebody who sees the case themselves. Why somebody is kept out of a case is for leads to
 * know; others hear that it is not for them.
 * @throws {NotPossible}
 */
export function assertMayHandle(candidate: Candidate, file: CaseFile, by: Standing): void {
  if (candidate === 'bot') throw new NotPossible(({ commands: { picked } }) => picked.handler.bot);
  if (candidate === 'gone') throw new NotPossible(({ commands: { picked } }) => picked.handler.gone);
  if (!isStaff(candidate.standing))
    throw new NotPossible(({ commands: { picked } }) => picked.handler.notStaff);
  if (mayHandle(candidate, file)) return;
  throw new NotPossible(({ commands: { picked } }) =>
    isLead(by) ? picked.handler.keptOut : picked.handler.notForThem,
  );
}
