import { afterEach, expect, it } from '@jest/globals';
import { type Bookmark, type Inbox, watchInbox } from '../../../src/adapters/email/inbox.ts';
import type { ArrivedLetter } from '../../../src/chat/mail.ts';
import { PlatformUnavailable } from '../../../src/errors.ts';
import { createLog } from '../../../src/log.ts';
import { textsIn } from '../../../src/texts/index.ts';
import { startMailServer, written, type MailServer } from '../../support/mail.ts';
import { eventually } from '../../support/eventually.ts';

const SEEN = String.raw`\Seen`;
let server: MailServer;
let inbox: Inbox | undefined;
afterEach(async () => {
  await inbox?.stop();
  await server?.close();
});

/** Where a mailbox has been read to, for one program or several. */
function bookmark() {
  const state: { at: Bookmark | null } = { at: null };
  return {
    state,
    bookmarks: {
      hold: async () => ({ at: state.at }),
      moveOn: async (_: string, at: Bookmark) => {
        state.at = at;
      },
      release: async () => {},
    },
  };
}

function watch(
  take: (letter: ArrivedLetter) => Promise<void>,
  { bookmarks } = bookmark(),
  url = server.imapUrl,
) {
  inbox = watchInbox(url, {
    take,
    isOurs: (recipients) => recipients.includes('feedback@x.example'),
    bookmarks,
    log: createLog('silent'),
    timings: { pollMs: 50, againMs: 5, againMaxMs: 20 },
  });
  return inbox;
}

const arrive = (text: string, to = 'feedback@x.example') =>
  server.arrive(written({ to, text, id: `${text}@x` }));

/** Until it is so. */
const comes = (look: () => unknown, wanted: unknown) =>
  eventually(() => JSON.stringify(look()) === JSON.stringify(wanted));
const seen = () => server.flags().map((each) => each.includes(SEEN));

it('takes what is for us in order, reads nothing else, and goes on where the one before stopped', async () => {
  server = await startMailServer();
  const mark = bookmark();
  const taken: string[] = [];
  const take = async ({ text }: ArrivedLetter) => void taken.push(text);
  arrive('one');
  arrive('private', 'somebody@x.example');
  arrive('two');
  watch(take, mark);
  await comes(() => taken, ['one', 'two']);
  arrive('three');
  await comes(() => taken, ['one', 'two', 'three']);
  await comes(seen, [true, false, true, true]);
  await inbox!.stop();
  arrive('four');
  watch(take, mark);
  await comes(() => taken, ['one', 'two', 'three', 'four']);
});

it('an outage loses nothing and passes over nothing; a mail that cannot be taken at all holds up no other for good', async () => {
  server = await startMailServer();
  const taken: string[] = [];
  let attempts = 0;
  for (const text of ['one', 'broken', 'two']) arrive(text);
  watch(async ({ text }) => {
    attempts += 1;
    if (text === 'broken') throw new Error('a fault of ours');
    if (text === 'one' && attempts < 4) throw new PlatformUnavailable('The record', 'down', null);
    taken.push(text);
  });
  await comes(() => taken, ['one', 'two']);
  await comes(seen, [true, false, true]);
  await eventually(() => inbox!.problem() === null);
});

it('of a mail that is too large only the header is fetched', async () => {
  server = await startMailServer();
  const taken: ArrivedLetter[] = [];
  watch(async (letter) => void taken.push(letter));
  server.arrive(written({ to: 'feedback@x.example', text: 'x'.repeat(27_000_000) }));
  await comes(() => taken.length, 1);
  expect(taken[0]).toMatchObject({ text: '', unread: expect.any(Function) });
  expect(taken[0]?.unread?.(textsIn('en'))).toContain('27 MB');
});

it('says what is wrong while nobody lets it in, without the password', async () => {
  server = await startMailServer();
  watch(async () => {}, bookmark(), server.imapUrl.replace('testpass', 'hunter22'));
  const problem = (await eventually(() => inbox!.problem()))(textsIn('da'));
  expect(problem).toContain('brugernavnet eller adgangskoden er forkert');
  expect(problem).not.toContain('hunter22');
});

it('takes a mailbox that does not say what is in it for no empty one', async () => {
  server = await startMailServer();
  server.refuseSearch();
  watch(async () => {});
  const problem = await eventually(() => inbox!.problem());
  expect(problem(textsIn('en'))).toContain('refuses to search');
});
