import type { ArrivedLetter, PostOffice } from '../../chat/mail.ts';
import type { Pace } from '../../chat/pace.ts';
import type { Log } from '../../log.ts';
import { textsIn } from '../../texts/index.ts';
import { createReplyAddresses } from './address.ts';
import { type Bookmarks, type Inbox, type InboxTimings, watchInbox } from './inbox.ts';
import { LETTER_MAX, readLetter } from './letter.ts';
import { tryInbox, whyNot } from './mailbox.ts';
import { createPostOffice } from './send.ts';

export interface MailAccount {
  smtpUrl: string;
  from: string;
  /** With `{token}` in it; null: mail cannot be answered. */
  replyTo: string | null;
  imapUrl: string | null;
}

/** Mail out and in. */
export interface MailAdapter {
  office: PostOffice;
  /** The tokens in addresses of ours, each once. */
  tokensIn(recipients: readonly string[]): string[];
  /** A mail as its bytes say. @param size of all of it, where the bytes are only its beginning */
  read(raw: Uint8Array, size?: number, passedOn?: readonly string[]): Promise<ArrivedLetter>;
  /** Largest mail that is read (bytes). */
  maxBytes: number;
  /** Reads the mailbox until it is stopped; null where there is none to read. */
  watch(take: (letter: ArrivedLetter) => Promise<void>, bookmarks: Bookmarks): Inbox | null;
  /** Whether both servers let us in. @returns what is wrong, for people */
  verify(): Promise<string[]>;
}

export function createMailAdapter(
  account: MailAccount,
  { pace, log, timings = {} }: { pace: Pace; log: Log; timings?: Partial<InboxTimings> },
): MailAdapter {
  const addresses = createReplyAddresses(account.replyTo);
  const office = createPostOffice(account, addresses, pace);
  const tokensIn: MailAdapter['tokensIn'] = (recipients) => [
    ...new Set(recipients.flatMap((each) => addresses.tokenIn(each) ?? [])),
  ];
  const { imapUrl } = account;
  return {
    office,
    tokensIn,
    read: readLetter,
    maxBytes: LETTER_MAX,
    watch: (take, bookmarks) =>
      imapUrl === null
        ? null
        : watchInbox(imapUrl, { take, isOurs: (to) => tokensIn(to).length > 0, bookmarks, log, timings }),
    verify: async () => {
      const said = (error: unknown) => (error instanceof Error ? error.message : 'it failed');
      const smtp = await office.verify().then(
        () => null,
        (error: unknown) => `SMTP_URL: ${said(error)}`,
      );
      const imap = imapUrl === null ? null : await tryInbox(imapUrl).then(() => null, imapProblem);
      return [smtp, imap].filter((each) => each !== null);
    },
  };
}

function imapProblem(error: unknown): string {
  return `IMAP_URL: the mailbox cannot be opened (${whyNot(error)(textsIn('en'))}); look at host, user, password and folder`;
}
