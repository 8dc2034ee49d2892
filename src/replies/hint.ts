import { isStaff, standingOf } from '../cases/access.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { Content } from '../chat/card.ts';
import type { Person } from '../chat/message.ts';
import type { Place } from '../chat/ref.ts';
import { paragraph } from '../chat/rich.ts';
import { AppError } from '../errors.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { textsIn, type Texts } from '../texts/index.ts';
import type { Composer } from './composer.ts';

/** The template for members. */
const HINT = 'hint';

interface Room {
  policy: Policy;
  workspace: WorkspacePolicy;
  compose: Composer;
  chat: Pick<ChatAdapter, 'fetchPerson'>;
  now: Date;
}

/**
 * How to be heard, for somebody who wrote to the bot about no case: in their language; to those who work on cases, how to act
 * on one. Says nothing of any case.
 */
export async function hintFor(place: Place, { workspace, chat, ...room }: Room): Promise<Content> {
  if (place.type !== 'dm') throw new AppError('WOULD_LEAK', 'A hint goes to one person.', 'never');
  const person = await chat.fetchPerson(workspace.id, place.userId);
  return {
    type: 'reply',
    blocks: worksHere(person, workspace)
      ? forStaff(textsIn(person.locale, workspace.language, room.policy.language))
      : forMember(person, { workspace, ...room }),
  };
}

function worksHere({ userId, groups, isMember }: Person, workspace: WorkspacePolicy): boolean {
  const standing = standingOf(workspace, { userId, groups, channelId: null });
  return isMember && (isStaff(standing) || standing.departments.size > 0);
}

function forStaff({ says }: Texts) {
  return [paragraph(says.flags.hintForStaff)];
}

function forMember({ name, locale }: Person, { workspace, policy, compose, now }: Omit<Room, 'chat'>) {
  const ours = [workspace.language ?? policy.language, policy.language];
  const { markdown } = compose.compose(
    [HINT],
    {
      member: { name },
      community: workspace,
      case: { name: '' },
      details: [],
      nextUpdate: { at: now, timeZone: workspace.timeZone ?? policy.timeZone },
    },
    locale === null ? ours : [locale, ...ours],
  );
  return compose.parse(markdown);
}
