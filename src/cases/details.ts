import type { MessageSnapshot } from '../chat/message.ts';
import { wordings, type LocalizedText } from '../policy/localized-text.ts';
import type { CaseFile, Purpose } from './case.ts';
import {
  BEFORE,
  DEVICE,
  EXPECTED,
  HAPPENED_BY,
  HAPPENED_WHAT,
  MESSAGE_LINK,
  ORDER,
  ORDER_LINK,
  PICTURE_LINK,
  PURCHASED,
  REMEDY,
  WHERE,
} from './details/words.ts';
import { plainWords, withoutDates } from './details/plain-words.ts';
import { saysVersion } from './details/says-version.ts';
import { WHEN } from './details/when.ts';

/** What a member has said so far: their words, and the files that came with them. */
export interface Said {
  text: string;
  files: readonly { name: string; mime: string }[];
}

/** For words that ask nothing. */
export const NOTHING_SAID: Said = { text: '', files: [] };

/** What a recogniser looks at. */
interface Evidence {
  /** Small letters, without accents, without addresses. */
  words: string;
  /** The addresses in it, in small letters; jokes that move are none. */
  links: readonly string[];
  hasPicture: boolean;
}

/** How long before a message what the same person wrote still belongs to it (ms). */
export const SAME_BREATH_MS = 5 * 60_000;

const PICTURE_FILE = /\.(?:png|jpe?g|gif|webp|heic|bmp|mp4|mov|webm|mkv)$/i;

/**
 * Whether a detail has been said. A wrong yes loses a question for good, a wrong no asks for something twice: so each wants
 * a sign that hardly means anything else.
 */
const RECOGNISERS: ReadonlyMap<string, (said: Evidence) => boolean> = new Map([
  [
    'where',
    ({ words, links }) =>
      WHERE.test(words) || links.some((link) => !PICTURE_LINK.test(link) && !MESSAGE_LINK.test(link)),
  ],
  ['what-happened', ({ words }) => HAPPENED_BY.test(words) && HAPPENED_WHAT.test(words)],
  ['expected', ({ words }) => EXPECTED.test(words)],
  ['when', ({ words }) => WHEN.test(words)],
  ['version', ({ words }) => saysVersion(withoutDates(words))],
  ['device', ({ words }) => DEVICE.test(words)],
  ['screenshot', hasPicture],
  ['link', ({ links }) => links.length > 0],
  ['order-number', ({ words, links }) => ORDER.test(words) || links.some((link) => ORDER_LINK.test(link))],
  ['purchase', ({ words }) => PURCHASED.test(words) && WHEN.test(words)],
  ['remedy', ({ words }) => REMEDY.test(words)],
  ['messages', (said) => hasPicture(said) || said.links.some((link) => MESSAGE_LINK.test(link))],
  ['before', ({ words }) => BEFORE.test(words)],
]);

/**
 * The details that are still worth asking for, in their order. One that nothing recognises, such as a whole sentence of the
 * policy, is always asked for.
 * @param keys of templates/<language>/details.yaml, or sentences
 */
export function missingDetails<T extends LocalizedText>(keys: readonly T[], { text, files }: Said): T[] {
  const { words, links } = plainWords(text);
  const evidence = { words, links, hasPicture: files.some(isPicture) };
  return keys.filter((key) => !(typeof key === 'string' && RECOGNISERS.get(key)?.(evidence)));
}

/** What was asked for already, in replies that went out or are about to. */
export function askedFor({ replies }: Pick<CaseFile, 'replies'>): Set<string> {
  const gone = replies.filter(
    ({ state, purpose }) => isToMember(purpose) && ['queued', 'sent'].includes(state),
  );
  return new Set(gone.flatMap(({ asks }) => asks));
}

/** What an answer may ask for: what the member has not said and was not asked for. */
export function detailsToAsk<T extends LocalizedText>(
  keys: readonly T[],
  file: Pick<CaseFile, 'replies'>,
  said: Said,
): T[] {
  const asked = askedFor(file);
  return missingDetails(keys, said).filter((key) => !wordings(key).some((words) => asked.has(words)));
}

/** What a member said with the message: its own words and files, and what they wrote right before it. */
export function saidWith(message: MessageSnapshot, before: readonly MessageSnapshot[]): Said {
  const earliest = message.postedAt.getTime() - SAME_BREATH_MS;
  const own = before.filter(
    ({ author, postedAt }) => author.userId === message.author.userId && postedAt.getTime() >= earliest,
  );
  // The newest first: of very much only the beginning is looked through.
  const all = [message, ...own.toReversed()];
  return { text: all.map(({ text }) => text).join('\n'), files: all.flatMap(({ files }) => files) };
}

/** Words to somebody else than the member. */
function isToMember(purpose: Purpose): boolean {
  return purpose !== 'community' && purpose !== 'thanks';
}

function hasPicture({ hasPicture: isAttached, links }: Evidence): boolean {
  return isAttached || links.some((link) => PICTURE_LINK.test(link));
}

/** Some clients send pictures as "octet-stream": then the name tells. */
function isPicture({ name, mime }: Said['files'][number]): boolean {
  return /^(?:image|video)\//i.test(mime) || PICTURE_FILE.test(name);
}
