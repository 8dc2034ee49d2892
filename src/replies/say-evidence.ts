import { evidenceCard } from '../cases/cards/evidence.ts';
import { textsFor, type View } from '../cases/cards/view.ts';
import {
  evidenceFiles,
  evidenceOf,
  evidencePlace,
  type Evidence,
  type EvidenceBody,
  type EvidenceSource,
} from '../cases/evidence.ts';
import { isRestricted } from '../cases/exclude.ts';
import { assertInternal } from '../cases/leaks.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { Content } from '../chat/card.ts';
import type { MessageRef, Place } from '../chat/ref.ts';
import { AppError, NotYet } from '../errors.ts';
import { languageAt } from './reader.ts';

/** What of a delivery is needed. */
interface EvidenceDelivery {
  body: EvidenceBody;
  place: Place;
  mark: string;
  firstTriedAt: Date | null;
}

/** So many posts with files are under way at a time in one process: each holds some 20 MB, and what is made of them on the way. */
const AT_ONCE = 2;
/** How long to wait while others are (ms). */
const WAIT_FOR_OTHERS_MS = 3_000;

/** How many are, by the record their bytes come from. */
const underWay = new WeakMap<EvidenceSource, number>();

/**
 * Posts the files of a case below its card. Of a case that not everybody there may see nothing is posted; what an earlier attempt may
 * have posted is looked for, so that it is taken away.
 * @param isRetry it was tried before, and the end of that is not known
 * @throws {NotYet} while the card or the bytes are not there, or others post files
 */
export async function sayEvidence(
  { body, place: channel, mark, firstTriedAt }: EvidenceDelivery,
  isRetry: boolean,
  about: View | null,
  chat: Pick<ChatAdapter, 'awaitTurn' | 'post' | 'findPosted' | 'postedAt' | 'fetchPerson' | 'fetchChannel'>,
  { store: source, now }: { store: EvidenceSource; now(): Date },
): Promise<{ posted: MessageRef | null; of: number; foundAt?: Date }> {
  if (!about) throw new AppError('TARGET_GONE', ({ says }) => says.reasons.noCase, 'never');
  const view = { ...about, locale: languageAt(channel, about) };
  const { file, workspace } = view;
  const { caseId, workspaceId } = file.case;
  const waitedMs = firstTriedAt ? now().getTime() - firstTriedAt.getTime() : 0;
  const isKept = isRestricted(file);
  const all = isKept && !isRetry ? [] : await evidenceFiles(body, caseId, source, waitedMs);
  if (all.length === 0) return { posted: null, of: 1 };
  const place = await evidencePlace(channel, body, caseId, source, waitedMs);
  const before = async (content: Content) =>
    isRetry && firstTriedAt ? chat.findPosted(place, content, mark, firstTriedAt) : null;
  if (isKept) {
    const names = all.map(({ name }) => ({ name, bytes: new Uint8Array() }));
    return { posted: await before(cardOf(view, { files: names, left: [] })), of: 1 };
  }
  await chat.awaitTurn(place, mark);
  await assertInternal(place, file, workspace, chat);
  return fewAtOnce(source, async () => {
    const content = cardOf(view, await evidenceOf(all, workspaceId, source, textsFor(view)));
    const found = await before(content);
    if (found) return { posted: found, of: 1, foundAt: chat.postedAt(found) };
    return { posted: await chat.post(place, content, mark), of: 1 };
  });
}

function cardOf(view: View, evidence: Evidence): Content {
  return { type: 'card', card: evidenceCard(view, evidence) };
}

/** Whatever holds the files of a case in memory. @throws {NotYet} while others do */
export async function fewAtOnce<T>(source: EvidenceSource, work: () => Promise<T>): Promise<T> {
  const others = underWay.get(source) ?? 0;
  if (others >= AT_ONCE) throw new NotYet('Files of other cases are being posted.', WAIT_FOR_OTHERS_MS);
  underWay.set(source, others + 1);
  try {
    return await work();
  } finally {
    underWay.set(source, (underWay.get(source) ?? 1) - 1);
  }
}
