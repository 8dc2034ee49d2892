import type { Answer, ChatCommand } from '../../src/chat/command.ts';
import type { FileRef } from '../../src/chat/message.ts';
import { platformOf } from '../../src/chat/ref.ts';
import { NotPossible } from '../../src/errors.ts';
import type { PlatformName } from './platform.ts';
import type { Programs } from './programs.ts';

/** The platform a community is on. */
export function platformName(workspaceId: string): PlatformName {
  return platformOf(workspaceId) === 'discord' ? 'discord' : 'slack';
}

/** Types commands, as people do. */
export class Desk {
  private readonly programs: Programs;
  private asked = 0;

  constructor(programs: Programs) {
    this.programs = programs;
  }

  /** @returns null where the program refuses it in a sentence */
  async ask(
    { workspaceId, channelId, userId }: { workspaceId: string; channelId: string; userId: string },
    name: string,
    values: Record<string, string>,
    files: FileRef[] = [],
  ): Promise<Answer | null> {
    const typed: ChatCommand = {
      interactionId: `I${(this.asked += 1)}`,
      workspaceId,
      channelId,
      threadRoot: null,
      by: { userId, name: userId, groups: [], locale: null },
      from: 'typed',
      name,
      values,
      target: null,
      ...(files.length > 0 && { files }),
    };
    try {
      return await this.programs.inbound(platformName(workspaceId)).onCommand(typed);
    } catch (error) {
      if (error instanceof NotPossible) return null;
      throw error;
    }
  }
}

/** A card in the place of a sentence asks whether it is really meant; only words for a member are shown as one. */
export function isDone(answer: Answer | null, name: string): boolean {
  if (!answer || answer.type === 'form') return false;
  return answer.type !== 'card' || name === 'reply' || name === 'send';
}
