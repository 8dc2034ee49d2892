import type { Packet } from './gateway-client.ts';
import { createProgress, type Progress } from './progress.ts';

/** Events on their way, and how far they have been dealt with. */
export interface Inbox {
  take: (packet: Packet) => void;
  /** Deals with what has waited. */
  flush: () => void;
  /** Of a new session, which counts anew. What waited is older, and looked for with all that was missed. */
  begin: () => void;
  upTo: () => number;
  idle: () => Promise<void>;
  /** What comes from now on is not dealt with. */
  close: () => void;
}

export interface InboxOptions {
  /** Deals with an event. @returns false when it has to come once more */
  onPacket: (packet: Packet) => Promise<boolean>;
  /** Whether what comes in is ours to deal with; else it waits for `flush`. */
  mayAct: () => boolean;
}

/** @param from number of the last event that was dealt with before */
export function createInbox({ onPacket, mayAct }: InboxOptions, from: number): Inbox {
  let progress: Progress = createProgress(from);
  let isClosed = false;
  let waiting: (() => void)[] = [];

  const handle = (packet: Packet) => {
    progress.follow(packet.s, isClosed ? Promise.resolve(false) : onPacket(packet));
  };
  const flush = () => {
    const waited = waiting;
    waiting = [];
    for (const deal of waited) deal();
  };
  return {
    take: (packet: Packet) => {
      if (waiting.length === 0 && mayAct()) handle(packet);
      else waiting.push(() => handle(packet));
    },
    flush,
    begin: () => {
      progress = createProgress(0);
      waiting = [];
    },
    upTo: () => progress.upTo(),
    idle: () => progress.idle(),
    close: () => {
      isClosed = true;
      // What waited counts as not dealt with: whoever comes next begins before it.
      flush();
    },
  };
}
