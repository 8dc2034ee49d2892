import { textsFor, type View } from '../cases/cards/view.ts';
import { comesTooLate } from '../cases/comes-too-late.ts';
import { evidenceFiles, evidenceOf, type Evidence, type EvidenceSource } from '../cases/evidence.ts';
import { isRestricted } from '../cases/exclude.ts';
import { caseName, type CaseFile } from '../cases/case.ts';
import type { DeliveryBody } from '../cases/delivery.ts';
import type { Card, CardFile } from '../chat/card.ts';
import { isMail, MAIL, type Letter, type PostOffice } from '../chat/mail.ts';
import type { MessageRef, Place, ThreadRoot, WorkspaceId } from '../chat/ref.ts';
import { AppError, NotYet, PlatformUnavailable, TargetGone } from '../errors.ts';
import { textsIn, type Texts } from '../texts/index.ts';
import { inLanguage } from '../policy/localized-text.ts';
import { departmentName, departmentOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { mailContent } from './mail-content.ts';
import { contentAcross, type Naming } from './named-across.ts';
import { fewAtOnce } from './say-evidence.ts';

/** Mail as far as it is needed to say something. */
export interface Post {
  /** Null: no mail is sent from here. */
  office: PostOffice | null;
  /** What stands in the address for answers of a department about a case. */
  tokenOf(mailbox: { workspaceId: WorkspaceId; caseId: number; number: number; department: string }): string;
  /** What came with a mail, as far as it is kept. */
  filesOf(letter: ThreadRoot): Promise<CardFile[]>;
}

interface MailRoom extends Pick<Naming, 'chat'> {
  policy: Policy;
  workspace: WorkspacePolicy;
  post: Post;
  store: EvidenceSource & { read: Parameters<typeof comesTooLate>[3]['read'] };
  now(): Date;
}

/** Whose mail it is, and what it is written in. */
interface Written {
  workspace: WorkspacePolicy;
  policy: Policy;
  texts: Texts;
}

/** What of a delivery is needed. */
interface MailDelivery {
  workspaceId: WorkspaceId;
  body: DeliveryBody;
  place: Place;
  mark: string;
  firstTriedAt: Date | null;
}

/** How long the mail of a case waits for a mail server that does not take it (ms): asked each minute it would take us for a nuisance. */
export const MAIL_AGAIN_AFTER_MS = 3_600_000;

/** How soon a mail is drawn again (ms). */
const DRAWN_ANEW_MS = 1_000;

const NONE: Evidence = { files: [], left: [] };

/**
 * Sends something to the mailbox of a department. Nobody can look into that whether an earlier attempt arrived: it is sent once more
 * with the same Message-ID, so that whoever receives both can tell.
 * @param ofMany what it says, where it is of no single case
 */
export async function sayMail(
  delivery: MailDelivery,
  view: View | null,
  ofMany: Card | null,
  room: MailRoom,
): Promise<{ posted: MessageRef | null; of: number }> {
  const { place, body, mark } = delivery;
  const department = place.type === 'channel' ? place.channelId : '';
  const { policy, workspace, post } = room;
  const target = departmentOf(workspace, department);
  if (target?.email === undefined)
    throw new TargetGone(
      'E-mail',
      ({ says, common }) => says.advice.noAddress(departmentName(workspace, department, common.code)),
      null,
    );
  if (!post.office) throw new PlatformUnavailable('E-mail', ({ says }) => says.advice.noMailSet, null);
  if (view && !view.file.departments.includes(department))
    throw new AppError('WOULD_LEAK', ({ says }) => says.leaks.notBrought, 'never');
  return fewAtOnce(room.store, async () => {
    const card = view ? await cardOf(delivery, view, room) : ofMany;
    if (!card || (view && (await comesTooLate(body, place, view.file, room.store))))
      return { posted: null, of: 1 };
    const way = { home: workspace.id, where: MAIL };
    const content = await contentAcross({ type: 'card', card }, way, { chat: room.chat, policy });
    if (content.type !== 'card') return { posted: null, of: 1 };
    const thread = view && (await threadOf(view.file, department, body, room));
    if (view) await assertStillSo(view, department, room.store);
    const answerable = thread ?? { first: null, replyTo: null };
    await post.office?.send({
      ...answerable,
      ...letterOf(content.card, view, target, answerable, room),
      mark,
    });
    return { posted: { workspaceId: MAIL, channelId: department, messageId: mark }, of: 1 };
  });
}

/** What it says, in the language of the community. */
function letterOf(
  card: Card,
  view: View | null,
  { name, email = '', timeZone }: WorkspacePolicy['departments'][string],
  { replyTo }: { replyTo: string | null },
  { workspace, policy }: Pick<MailRoom, 'workspace' | 'policy'>,
): Pick<Letter, 'to' | 'subject' | 'card' | 'closing' | 'timeZone' | 'language'> {
  const written = { workspace, policy, texts: textsIn(workspace.language, policy.language) };
  const { code } = written.texts.common;
  return {
    to: email,
    subject: subjectOf(view, inLanguage(name, code, workspace), written),
    card,
    closing: closingOf(view, replyTo, written),
    timeZone: timeZone ?? workspace.timeZone ?? policy.timeZone,
    language: code,
  };
}

/** A mail cannot be taken back: asked of the record right before it goes, after names and files were gathered. */
async function assertStillSo({ file }: View, department: string, store: MailRoom['store']): Promise<void> {
  const { workspaceId, caseId } = file.case;
  const current = await store.read({ workspaceId, caseId });
  const isSame = current?.departments.includes(department) && isRestricted(current) === isRestricted(file);
  if (!isSame)
    throw new NotYet('Who may see the case has changed, so the mail is written anew.', DRAWN_ANEW_MS);
}

async function cardOf(
  { body, firstTriedAt }: MailDelivery,
  view: View,
  { store, now }: MailRoom,
): Promise<Card | null> {
  const { file } = view;
  const which =
    body.type === 'escalation' && file.lastFileId !== null
      ? { type: 'evidence' as const, department: body.department, upTo: file.lastFileId }
      : body.type === 'evidence'
        ? body
        : null;
  if (which === null || isRestricted(file)) return mailContent(body, view, NONE);
  const { caseId, workspaceId } = file.case;
  const waitedMs = firstTriedAt ? now().getTime() - firstTriedAt.getTime() : 0;
  const all = await evidenceFiles(which, caseId, store, waitedMs);
  if (all.length === 0 && body.type === 'evidence') return null;
  return mailContent(body, view, await evidenceOf(all, workspaceId, store, textsFor(view)));
}

/** The mail everything else about the case hangs from, and where answers go. */
async function threadOf(
  { case: { workspaceId, caseId, number } }: CaseFile,
  department: string,
  body: DeliveryBody,
  { store, post }: MailRoom,
): Promise<{ first: string | null; replyTo: string | null }> {
  const first =
    body.type === 'escalation' ? null : await store.postedEscalation(caseId, department, department);
  return {
    first: first?.messageId ?? null,
    replyTo: post.office?.replyAddress(post.tokenOf({ workspaceId, caseId, number, department })) ?? null,
  };
}

/** The same for all mail about a case, so that it stands in one thread; nothing of what it is about. */
function subjectOf(
  view: View | null,
  department: string,
  { workspace, policy, texts: { says } }: Written,
): string {
  const name = view ? `[${caseName(policy.prefix, view.file.case.number)}] ` : '';
  return `${name}${says.mail.subject(department, workspace.name)}`;
}

function closingOf(
  view: View | null,
  replyTo: string | null,
  { workspace, policy, texts: { says } }: Written,
): string[] {
  const from = says.mail.sentBy(workspace.name);
  if (!view || replyTo === null) return [says.mail.notRead, from];
  return [says.mail.isRead(caseName(policy.prefix, view.file.case.number)), from];
}

/** A mail server that says "later", or nothing, for so long: people are told, as when it says no. Elsewhere they would see it themselves. */
export function isLateByMail(
  { place, body, firstTriedAt }: Pick<MailDelivery, 'place' | 'body' | 'firstTriedAt'>,
  { retry }: AppError,
  now: Date,
): boolean {
  const isOurs = retry === 'backoff' && isMail(place.workspaceId) && body.type === 'escalation';
  return isOurs && firstTriedAt !== null && now.getTime() - firstTriedAt.getTime() > MAIL_AGAIN_AFTER_MS;
}
