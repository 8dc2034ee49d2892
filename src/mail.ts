import { randomUUID } from 'node:crypto';
import type { MailAdapter } from './adapters/email/index.ts';
import type { Inbox } from './adapters/email/inbox.ts';
import { programTrouble } from './cases/programs/program-trouble.ts';
import type { StreamRoute } from './chat/adapter.ts';
import type { ArrivedLetter } from './chat/mail.ts';
import type { Desk } from './commands/desk/run.ts';
import type { Config } from './config.ts';
import { createLetterHook } from './letter-hook.ts';
import type { Lifecycle } from './lifecycle.ts';
import { repeat } from './queue/repeat.ts';
import type { Post } from './replies/say-mail.ts';
import type { Texts } from './texts/index.ts';
import type { Record } from './store/index.ts';
import { createTakeLetter, mailCommunity, type Taken } from './take-letter.ts';

/** How often it is looked whether the mailbox can be read (ms), and how long it may not be before people hear of it. */
const LOOK_MS = 300_000;
const LONG_MS = 1_800_000;

/** Departments by e-mail, as the parts of the program need them. */
export interface Mail {
  /** For what goes out. */
  post: Post;
  /** Where a mail server hands over answers. */
  streams: readonly StreamRoute[];
}

/** Mail out and in; what works reads the mailbox, too. Without settings for it nothing goes out and nothing comes in. */
export async function createMail(config: Config, record: Record, desk: Desk, life: Lifecycle): Promise<Mail> {
  const { tokenOf, filesOf } = record.mail;
  if (config.mail === null) return { post: { office: null, tokenOf, filesOf }, streams: [] };
  const { webhookSecret } = config.mail;
  const log = desk.log.child({ platform: 'mail' });
  // Its packages are a tenth of what a start reads.
  const { createMailAdapter } = await import('./adapters/email/index.ts');
  const adapter = createMailAdapter(config.mail, { pace: record.pace, log });
  const { tokensIn, read, maxBytes, office } = adapter;
  const take = createTakeLetter({ ...record, ...desk, tokensIn });
  if (config.roles.has('worker')) readMailbox(adapter, take, { record, desk }, life);
  return {
    post: { office, tokenOf, filesOf },
    streams:
      webhookSecret === null ? [] : [createLetterHook({ secret: webhookSecret, take, read, maxBytes })],
  };
}

function readMailbox(
  adapter: MailAdapter,
  take: (letter: ArrivedLetter) => Promise<Taken>,
  { record, desk }: { record: Record; desk: Desk },
  life: Lifecycle,
): void {
  const holder = randomUUID();
  const inbox = adapter.watch(
    async (letter) => {
      await take(letter);
    },
    {
      hold: (mailbox, forMs) => record.mail.hold(mailbox, holder, forMs),
      moveOn: record.mail.moveOn,
      release: (mailbox) => record.mail.release(mailbox, holder),
    },
  );
  if (!inbox) return;
  life.add('mailbox', inbox.stop);
  const watching = repeat(LOOK_MS, createTellMailbox(inbox, desk));
  life.add('mailbox trouble', () => watching.stop());
}

/** Whoever runs Hearback hears of a mailbox that cannot be read for long, once for each time. */
function createTellMailbox(inbox: Inbox, { store, policies, now, log }: Desk): () => Promise<void> {
  let since: Date | null = null;
  return async () => {
    const problem = inbox.problem();
    since = problem === null ? null : (since ?? now());
    if (problem === null || !since || now().getTime() - since.getTime() < LONG_MS) return;
    const workspace = mailCommunity(policies());
    const key = `mailbox-${since.toISOString().slice(0, 13)}`;
    const say = (texts: Texts) => {
      const { title, waits } = texts.says.undelivered.mailbox;
      return { title, words: [problem(texts), waits] };
    };
    for (const each of workspace ? programTrouble({ key, say }, workspace) : [])
      await store
        .say(workspace!.id, each)
        .catch((error: unknown) => log.warn({ err: error }, 'trouble with the mailbox could not be told'));
  };
}
