import type { MessageSnapshot } from '../../src/chat/message.ts';
import type { MessageRef, Place } from '../../src/chat/ref.ts';
import type { Chance } from '../faults/arena/chance.ts';
import { COMMUNITIES, type Community } from '../simulate/communities.ts';
import { platformName } from '../simulate/desk.ts';
import type { Programs } from '../simulate/programs.ts';
import { peopleOf, type Readers, type Worker } from './readers.ts';
import type { Meant, Secrets } from './secrets.ts';

/** Where people do things: who they are, where each of them is, and words nobody else has typed. */
export class Scene {
  readonly programs: Programs;
  readonly secrets: Secrets;
  readonly readers: Readers;
  readonly chance: Chance;
  private count = 0;

  constructor(
    programs: Programs,
    { secrets, readers, chance }: { secrets: Secrets; readers: Readers; chance: Chance },
  ) {
    this.programs = programs;
    this.secrets = secrets;
    this.readers = readers;
    this.chance = chance;
  }

  /** A number nothing else has. */
  next(): number {
    return (this.count += 1);
  }

  text(
    meant: Meant,
    about: { workspaceId: string; number: number } | null,
    by: Worker,
    where: string,
  ): string {
    return this.secrets.text({ meant, about, by: by.userId, where: `${where}, by ${by.userId}` });
  }

  said({ id, open }: Community, member: string): MessageSnapshot {
    const { platform } = this.programs;
    const messageId = `S${platform.messages.size + 1}`;
    const text = `Something is not as I would like it to be ${platform.messages.size % 7}`;
    const message = this.snapshot({ workspaceId: id, channelId: open, messageId }, member, text);
    platform.messages.set(messageId, message);
    return message;
  }

  snapshot(ref: MessageRef, userId: string, text: string): MessageSnapshot {
    return {
      ref,
      author: { userId, name: userId, isBot: false },
      text,
      postedAt: new Date(this.programs.now()),
      permalink: `https://example.com/${ref.messageId}`,
      files: [],
    };
  }

  numberIn({ id }: Community): number {
    const numbers = this.readers.numbers(id);
    return numbers.length === 0 ? 1 : this.chance.pick(numbers.slice(-25));
  }

  isIn(by: Worker, place: Place): boolean {
    if (place.workspaceId !== by.workspaceId) return false;
    if (this.readers.isOpen(place)) return true;
    const platform = platformName(by.workspaceId);
    return this.readers.at(place).includes(`${platform}/${by.userId}`);
  }

  everybody(): Worker[] {
    return this.chance.shuffle(
      COMMUNITIES.flatMap(({ id }) => {
        const { staff, leads, departments, members } = peopleOf(id);
        return [...staff, ...leads, ...departments, ...members];
      }),
    );
  }

  /** To name: mostly a colleague. */
  somebody(id: string): string {
    const { staff, leads, departments, members } = peopleOf(id);
    return this.chance.pick(this.chance.pick([staff, staff, leads, departments, members])).userId;
  }

  anybody({ id }: Community, isMember: boolean): Worker {
    const { staff, leads, departments, members } = peopleOf(id);
    if (isMember) return this.chance.pick(members);
    return this.chance.pick(
      this.chance.pick([staff, staff, staff, leads, leads, departments, departments, members]),
    );
  }
}
