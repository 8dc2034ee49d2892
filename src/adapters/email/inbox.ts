import type { ImapFlow } from 'imapflow';
import type { ArrivedLetter } from '../../chat/mail.ts';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Wording } from '../../texts/index.ts';
import { HEADER_BYTES_MAX, LETTER_MAX, readLetter } from './letter.ts';
import { clientOf, codeOf, folderOf, mailboxName, SEARCH_REFUSED, whyNot } from './mailbox.ts';

/** How far a mailbox has been read. */
export interface Bookmark {
  /** What the numbers hold for: another one, and they begin anew. */
  uidValidity: string;
  /** The last mail that was taken. */
  uid: number;
}

/** Where that is kept, for all processes together. */
export interface Bookmarks {
  /** Only one process reads a mailbox. @returns null while another one does */
  hold(mailbox: string, forMs: number): Promise<{ at: Bookmark | null } | null>;
  moveOn(mailbox: string, at: Bookmark): Promise<void>;
  release(mailbox: string): Promise<void>;
}

export interface InboxTimings {
  /** How often it is looked without a word from the server (ms). */
  pollMs: number;
  /** How long to wait after a failure at first, and at most (ms). */
  againMs: number;
  againMaxMs: number;
}

const TIMINGS: InboxTimings = { pollMs: 60_000, againMs: 5_000, againMaxMs: 300_000 };
/** Longer than a look and the largest mail take (ms). */
const HELD_MS = 240_000;
/** What came before the mailbox was first read is not for us (ms). */
const FIRST_LOOK_BACK_MS = 14 * 86_400_000;
/** After so many attempts at one mail the next ones are read. */
const ATTEMPTS = 5;

/** What a mailbox is read with. */
export interface InboxAround {
  take(letter: ArrivedLetter): Promise<void>;
  /** Whether a mail is for us; of others nothing but the header is read. */
  isOurs(recipients: readonly string[]): boolean;
  bookmarks: Bookmarks;
  log: Log;
  timings?: Partial<InboxTimings>;
}

export interface Inbox {
  /** Null while mail is read, here or by another process; else what is wrong, for people. */
  problem(): Wording | null;
  stop(): Promise<void>;
}

/**
 * Reads what arrives in a mailbox, in order, each mail once: a mail counts as read when `take` has resolved and that is written down.
 * The server's word of a new one comes at once (IDLE); besides it is looked every minute.
 */
export function watchInbox(url: string, around: InboxAround): Inbox {
  const timings = { ...TIMINGS, ...around.timings };
  const stopping = new AbortController();
  const state: { problem: Wording | null; waitMs: number } = { problem: null, waitMs: timings.againMs };
  const mailbox = mailboxName(url);
  const failed = new Map<number, number>();
  const round = async () => {
    const held = await around.bookmarks.hold(mailbox, HELD_MS);
    if (!held) return pause(timings.pollMs, stopping.signal);
    await readUntilStopped(url, mailbox, { ...around, timings, stopping: stopping.signal, failed }, () => {
      state.problem = null;
      state.waitMs = timings.againMs;
    });
  };
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await round();
      } catch (error) {
        if (stopping.signal.aborted) break;
        const why = whyNot(error);
        state.problem = (texts) => texts.says.undelivered.mailbox.unread(why(texts));
        around.log.warn({ code: codeOf(error), againInMs: state.waitMs }, 'the mailbox cannot be read');
        await around.bookmarks.release(mailbox).catch(() => null);
        await pause(state.waitMs, stopping.signal);
        state.waitMs = Math.min(timings.againMaxMs, state.waitMs * 2);
      }
    }
  })();
  return {
    problem: () => state.problem,
    async stop() {
      stopping.abort();
      await running;
      await around.bookmarks.release(mailbox).catch(() => null);
    },
  };
}

type Around = InboxAround & {
  timings: InboxTimings;
  stopping: AbortSignal;
  /** How often each mail could not be taken. */
  failed: Map<number, number>;
};

async function readUntilStopped(
  url: string,
  mailbox: string,
  around: Around,
  onRead: () => void,
): Promise<void> {
  const { bookmarks, stopping, timings } = around;
  const client = clientOf(url);
  const gone = new Promise<never>((_, reject) => {
    client.on('error', (error) => reject(error));
    client.on('close', () => reject(Object.assign(new Error('closed'), { code: 'EConnectionClosed' })));
  });
  gone.catch(() => null);
  let wake = () => {};
  client.on('exists', () => wake());
  const onStop = () => client.close();
  stopping.addEventListener('abort', onStop, { once: true });
  try {
    // It may have been stopped while it was asked whose turn it is: then nobody would end the connecting.
    if (stopping.aborted) return;
    await client.connect();
    await client.mailboxOpen(folderOf(url));
    while (!stopping.aborted) {
      const held = await bookmarks.hold(mailbox, HELD_MS);
      if (!held) return;
      const news = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await readNew(client, mailbox, held.at, around);
      onRead();
      client.idle().catch(() => null);
      await Promise.race([news, gone, pause(timings.pollMs, stopping)]);
    }
  } finally {
    stopping.removeEventListener('abort', onStop);
    client.close();
  }
}

async function readNew(
  client: ImapFlow,
  mailbox: string,
  known: Bookmark | null,
  { take, isOurs, bookmarks, log, failed }: Around,
): Promise<void> {
  if (!client.mailbox) return;
  const uidValidity = String(client.mailbox.uidValidity);
  const isKnown = known?.uidValidity === uidValidity;
  const query = isKnown
    ? { uid: `${known.uid + 1}:*` }
    : { since: new Date(Date.now() - FIRST_LOOK_BACK_MS) };
  const found = await client.search(query, { uid: true });
  // What the server refuses to say is not "nothing new".
  if (!found) throw Object.assign(new Error('refused'), { code: SEARCH_REFUSED });
  // `5:*` is never empty: where there is none from 5 on, it is the last one there is.
  const uids = found.filter((uid) => !isKnown || uid > known.uid).toSorted((a, b) => a - b);
  for (const uid of uids) {
    let isTaken = false;
    try {
      const letter = await fetchLetter(client, uid, isOurs);
      if (letter) await take(letter);
      isTaken = letter !== null;
    } catch (error) {
      // Outages end, and the mail waits.
      if (!client.usable || (error instanceof AppError && error.retry !== 'never')) throw error;
      const times = (failed.get(uid) ?? 0) + 1;
      failed.set(uid, times);
      if (times < ATTEMPTS) throw error;
      log.error(
        { code: codeOf(error), uid },
        'a mail cannot be taken and is passed over; it stays in the mailbox',
      );
    }
    await bookmarks.moveOn(mailbox, { uidValidity, uid });
    // Many mails take longer than a mailbox is held for at a time.
    if (!(await bookmarks.hold(mailbox, HELD_MS))) return;
    if (isTaken) await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true }).catch(() => false);
  }
}

/** Its header first: what is not for us, or too large, is read no further. */
async function fetchLetter(
  client: ImapFlow,
  uid: number,
  isOurs: (recipients: readonly string[]) => boolean,
): Promise<ArrivedLetter | null> {
  const part = { key: 'HEADER', start: 0, maxLength: HEADER_BYTES_MAX };
  const found = await client.fetchOne(
    String(uid),
    { uid: true, size: true, bodyParts: [part] },
    { uid: true },
  );
  if (!found) return null;
  const size = found.size ?? 0;
  const header = found.headers ?? Buffer.alloc(0);
  const letter = await readLetter(header, Math.max(size, header.byteLength + 1));
  if (!isOurs(letter.recipients)) return null;
  if (size > LETTER_MAX) return letter;
  const whole = await client.fetchOne(String(uid), { source: { maxLength: LETTER_MAX + 1 } }, { uid: true });
  return whole && whole.source ? readLetter(whole.source) : null;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
  });
}
