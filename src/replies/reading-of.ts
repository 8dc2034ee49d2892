import type { CaseFile } from '../cases/case.ts';
import { textsFor } from '../cases/cards/view.ts';
import { viewOf, type Sources } from '../cases/cards/view-of.ts';
import type { DeliveryBody } from '../cases/delivery.ts';
import { noticeIn } from '../cases/notice.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { Place } from '../chat/ref.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { localeAgain, localeAt } from './reader.ts';

/**
 * Who reads what is said somewhere, and what of the case goes along. The platform is only asked where it makes a difference.
 * @param isRetry it may have been said already
 * @returns `notice`: what is said, where that depends on who reads it
 */
export async function readingOf(
  { body, place }: { body: DeliveryBody; place: Place },
  file: CaseFile | null,
  isRetry: boolean,
  chat: Pick<ChatAdapter, 'fetchPerson'>,
  around: Sources & { workspace: WorkspacePolicy },
) {
  const { workspace, policy } = around;
  const about = file && (await viewOf(file, workspace, around));
  const inLanguages = body.type === 'notice' && body.inOthers !== undefined ? body : null;
  const isRead = body.type !== 'reply' && (about !== null || inLanguages !== null);
  const localeFor = isRetry ? localeAgain : localeAt;
  const locale = isRead ? await localeFor(place, { workspace, policy }, chat) : null;
  const notice = inLanguages && noticeIn(inLanguages, textsFor({ workspace, policy, locale }));
  return { view: about && { ...about, locale }, locale, notice };
}
