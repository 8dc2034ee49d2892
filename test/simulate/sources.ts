import type { MessageSnapshot } from '../../src/chat/message.ts';
import type { Place } from '../../src/chat/ref.ts';
import type { WatchedCase } from './checker/case.ts';

/** Where a case came from. */
export interface Source {
  message: MessageSnapshot;
  /** The message that is its card. */
  card: string;
  /** Its member is answered by direct message, and writes there; each such member has one case. */
  isDirect: boolean;
  /** Set for what came by phone: whether its member has an account here. */
  told?: { hasAccount: boolean };
}

/** Which message is which case, and which conversation. */
export class Sources {
  private readonly sources = new Map<WatchedCase, Source>();
  private readonly byThread = new Map<string, number>();
  private readonly byMember = new Map<string, number>();

  add(watched: WatchedCase, source: Source): void {
    this.sources.set(watched, source);
    const { ref, author } = source.message;
    this.byThread.set(ref.messageId, watched.number);
    if (source.isDirect) this.byMember.set(author.userId, watched.number);
  }

  of(watched: WatchedCase): Source {
    return this.sources.get(watched)!;
  }

  /** The case to whose member words in this place are said. */
  caseIn(place: Place): number | undefined {
    if (place.type === 'thread') return this.byThread.get(place.messageId);
    return place.type === 'dm' ? this.byMember.get(place.userId) : undefined;
  }

  /** So many messages have been flagged. */
  get size(): number {
    return this.byThread.size;
  }
}
