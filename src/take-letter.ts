import { attendanceFor, type AttendanceSources } from './cases/attendance.ts';
import { caretakers } from './cases/caretakers.ts';
import type { CaseFile } from './cases/case.ts';
import {
  letterPlace,
  mailAuthor,
  mailForNobody,
  mailNote,
  returnedMail,
  saidByMail,
  unreadMail,
} from './cases/mail-note.ts';
import type { ChatAdapter } from './chat/adapter.ts';
import { MAIL, type ArrivedLetter } from './chat/mail.ts';
import type { WorkspaceId } from './chat/ref.ts';
import type { Log } from './log.ts';
import { departmentOf, eachCommunity, workspaceOf } from './policy/lookup.ts';
import type { Policy, WorkspacePolicy } from './policy/schema.ts';
import type { CaseMailbox, MailRoom } from './store/mail-port.ts';
import type { Store } from './store/store.ts';
import { textsOf } from './texts/index.ts';

interface Deps {
  store: Store;
  mail: Pick<MailRoom, 'meant'>;
  people: AttendanceSources['people'];
  policy(workspaceId: WorkspaceId): Policy;
  policies(): readonly Policy[];
  chat(workspaceId: WorkspaceId): ChatAdapter;
  now(): Date;
  log: Log;
  /** The tokens in addresses of ours. */
  tokensIn(recipients: readonly string[]): string[];
}

/** What became of a mail, for the log and for whoever handed it over. `unread`: somebody was told of it. */
export type Taken = 'noted' | 'known' | 'automatic' | 'returned' | 'unread' | 'nobody' | 'not_ours';

/**
 * A mail arrived. What a person wrote to the address of a case becomes a note of its department, in one transaction, and the same mail
 * by whatever way is the same note. To nobody is anything answered: whoever forges a sender makes us write to no stranger.
 * @throws {AppError} when the record cannot be reached: then it is to come again
 */
export function createTakeLetter(deps: Deps): (letter: ArrivedLetter) => Promise<Taken> {
  return async (letter) => {
    const tokens = deps.tokensIn(letter.recipients);
    let taken: Taken = 'not_ours';
    for (const token of tokens) taken = await takeFor(token, letter, deps);
    // Ids and no words.
    if (taken !== 'not_ours') deps.log.info({ taken }, 'a mail came in');
    return taken;
  };
}

async function takeFor(token: string, letter: ArrivedLetter, deps: Deps): Promise<Taken> {
  const { store, policy, mail } = deps;
  const meant = await mail.meant(token);
  const workspace = meant && workspaceOf(policy(meant.workspaceId), meant.workspaceId);
  const file = meant && (await store.read(meant));
  if (!meant || !workspace || !file) return forNobody(letter, meant?.workspaceId ?? null, deps);
  if (letter.sort === 'automatic') return 'automatic';
  if (letter.sort === 'failure') return returned(meant, workspace, deps);
  const attendance = await attendanceFor((known) => caretakers(file, workspace, known), {
    people: deps.people,
    chat: { fetchPerson: async (...asked) => deps.chat(workspace.id).fetchPerson(...asked) },
    workspace,
    now: deps.now(),
  });
  const { department } = meant;
  if (letter.unread !== null) {
    for (const each of unreadMail(file, letter, department, workspace, attendance))
      await store.say(workspace.id, each, meant.caseId);
    return 'unread';
  }
  const noted = await store.addNote(
    meant,
    noteOf(letter, meant, workspace, deps.now()),
    (current: CaseFile) => ({
      change: saidByMail(current, letter, department, workspace, attendance),
      answer: null,
    }),
  );
  if (!noted) return 'known';
  await store.endTrouble(workspace.id, [returnedFrom(department, workspace)]);
  return 'noted';
}

/** Where a note from a mail stands: unique for the case, its department and the mail. */
function noteOf(
  letter: ArrivedLetter,
  { caseId, department }: CaseMailbox,
  workspace: WorkspacePolicy,
  at: Date,
) {
  const { from, key, files } = letter;
  const texts = textsOf(workspace);
  const left = letter.left.map(({ name, why }) => ({ name, why: why(texts) }));
  return {
    message: {
      ref: { workspaceId: MAIL, ...letterPlace(caseId, department, key) },
      author: { userId: mailAuthor(MAIL, from), name: from, isBot: false },
      text: '',
      postedAt: at,
      permalink: '',
      files: [],
    },
    text: mailNote(letter, department, workspace),
    department,
    mailed: { files, left },
  };
}

async function returned(
  { department }: CaseMailbox,
  workspace: WorkspacePolicy,
  { store }: Deps,
): Promise<Taken> {
  const { troubleId, isNew } = await store.noteTrouble(
    workspace.id,
    returnedFrom(department, workspace),
    'It came back.',
  );
  // Also when it was noted and the word of it got lost: its key makes it one.
  if (isNew || troubleId > 0) await store.say(workspace.id, returnedMail(troubleId, department, workspace));
  return 'returned';
}

/** Another address is another trouble. */
function returnedFrom(department: string, workspace: WorkspacePolicy): string {
  return `mail from ${department} ${departmentOf(workspace, department)?.email ?? ''}`;
}

/**
 * The first community with a department by mail hears of it; the mail itself stays where it is. Communities of different policies see
 * nothing of each other: where there are several, only those of the community it was meant for hear of it.
 * @param about null where nothing in it says which
 */
async function forNobody(
  { from, sort }: ArrivedLetter,
  about: WorkspaceId | null,
  { store, policy, policies, now }: Deps,
): Promise<Taken> {
  if (sort !== 'words') return 'automatic';
  const all = policies();
  const theirs = about === null ? [] : [policy(about)];
  const workspace = mailCommunity(all.length === 1 ? all : theirs);
  const day = now().toISOString().slice(0, 10);
  if (workspace) await store.say(workspace.id, mailForNobody(from, day, workspace));
  return 'nobody';
}

/** The community whose people hear of what belongs to none: the first with a department by mail. */
export function mailCommunity(policies: readonly Policy[]): WorkspacePolicy | undefined {
  for (const [, workspace] of eachCommunity(policies))
    if (Object.values(workspace.departments).some(({ email }) => email !== undefined)) return workspace;
  return undefined;
}
