import type { ChannelInfo, Person } from '../chat/message.ts';
import type { Place, WorkspaceId } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import { internalChannels } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { isStaff, standingOf } from './access.ts';
import type { CaseFile } from './case.ts';

/** The two questions about a place that only the platform can answer. */
export interface Surroundings {
  fetchChannel(workspaceId: WorkspaceId, channelId: string): Promise<ChannelInfo>;
  fetchPerson(workspaceId: WorkspaceId, userId: string): Promise<Person>;
}

/**
 * Internal text goes to private channels named in the policy and to people who work there, and nowhere else.
 * Asked before every card is posted, whatever asked for it.
 * @throws {AppError} WOULD_LEAK
 */
export async function assertInternal(
  place: Place,
  file: CaseFile | null,
  workspace: WorkspacePolicy,
  around: Surroundings,
): Promise<void> {
  switch (place.type) {
    case 'thread':
      throw leak('An internal card was about to be posted into a thread.');
    case 'channel': {
      if (!internalChannels(workspace).has(place.channelId))
        throw leak(
          "An internal card was about to be posted into a channel that is neither the triage channel nor a department's.",
        );
      const { isPrivate, name } = await around.fetchChannel(place.workspaceId, place.channelId);
      if (!isPrivate)
        throw leak(
          `The channel "${name}" is public. Make it private: internal cards are posted nowhere else.`,
        );
      return;
    }
    case 'dm': {
      if (place.userId !== file?.case.member.userId) return;
      const { groups } = await around.fetchPerson(place.workspaceId, place.userId);
      if (!isStaff(standingOf(workspace, { userId: place.userId, groups, channelId: null }))) {
        throw leak('An internal card was about to be sent to the member it is about.');
      }
    }
  }
}

function leak(message: string): AppError {
  return new AppError('WOULD_LEAK', message, 'never');
}
