import type { Place } from '../chat/ref.ts';
import type { Block } from '../chat/rich.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { SPOKEN_LANGUAGES, textsIn, textsOf, type Texts } from '../texts/index.ts';
import type { DeliveryBody, NoticeWords } from './delivery.ts';

type Notice = Extract<DeliveryBody, { type: 'notice' }>;

/** What somebody is told, in the language of these texts. */
export type Say = (texts: Texts) => { title: string; blocks: Block[] };

/**
 * A notice. What several people read is in the language of their community. What one person reads is written down in each language
 * the program speaks: which is theirs is only asked when it is sent (see replies/reader).
 */
export function noticeTo(
  { type }: Pick<Place, 'type'>,
  workspace: Pick<WorkspacePolicy, 'language' | 'languageOfAll'>,
  say: Say,
): Pick<Notice, 'type' | 'title' | 'blocks' | 'inOthers'> {
  const ours = textsOf(workspace);
  const said = { type: 'notice' as const, ...say(ours) };
  if (type !== 'dm') return said;
  const others = SPOKEN_LANGUAGES.filter((language) => language !== ours.common.code);
  return { ...said, inOthers: Object.fromEntries(others.map((each) => [each, say(textsIn(each))])) };
}

/** What it says in the language of these texts, else in that of its community. */
export function wordsIn({ title, blocks, inOthers }: Notice, { common }: Texts): NoticeWords {
  return inOthers?.[common.code] ?? { title, blocks };
}

/** As its one reader is told it, in the language of these texts; what was said is all that stays written down of it. */
export function noticeIn(notice: Notice, texts: Texts): Notice {
  return notice.inOthers ? { ...notice, ...wordsIn(notice, texts), inOthers: {} } : notice;
}
