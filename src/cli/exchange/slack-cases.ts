import { mentionedIn, plainText } from '../../adapters/slack/text.ts';
import { NotPossible } from '../../errors.ts';
import { normaliseEmoji } from '../../policy/emoji.ts';
import type { Policy } from '../../policy/schema.ts';
import type { ExportLine } from '../../store/exchange/lines.ts';
import type { PlacedLine } from '../../store/imports-port.ts';
import { lineWith, NEW_CASE } from './blank.ts';
import { flagOf, type SlackArchive, type SlackMessage } from './slack-archive.ts';

/** Longest quote a case keeps of its message (characters); the message itself is kept whole. */
const QUOTE_MAX = 3_000;

export interface SlackWish {
  workspaceId: string;
  /** Names or ids; null takes all. */
  channels: readonly string[] | null;
  language: string;
}

type Channel = SlackArchive['channels'][number];

/** Flagged messages of the chosen channels as cases, each with its thread, as lines of an export. @throws {NotPossible} */
export async function* slackCases(
  archive: SlackArchive,
  policy: Pick<Policy, 'emojis'>,
  wish: SlackWish,
): AsyncGenerator<PlacedLine> {
  let number = 0;
  for (const channel of chosen(archive, wish)) {
    const flagged = new Map<string, Flagged>();
    // First which messages are cases, then what was said in their threads: a channel is read twice, and never held.
    for await (const { message, place } of archive.messages(channel)) {
      const flag = isSaid(message) ? flagOf(message, policy) : null;
      if (flag) flagged.set(message.ts, { ...flag, message, place, number: (number += 1), said: new Map() });
    }
    const threads = new Map<string, Flagged[]>();
    for (const each of flagged.values()) {
      const root = each.message.thread_ts ?? each.message.ts;
      threads.set(root, [...(threads.get(root) ?? []), each]);
    }
    for await (const { message } of archive.messages(channel))
      if (isSaid(message))
        for (const each of threads.get(message.thread_ts ?? message.ts) ?? [])
          each.said.set(message.ts, message);
    for (const each of flagged.values()) yield* caseOf(each, archive, channel, wish);
  }
}

interface Flagged {
  kind: string;
  by: string[];
  message: SlackMessage;
  place: string;
  number: number;
  /** What stands in its thread, the message itself among it; by its ts, since archives that were put together have some twice. */
  said: Map<string, SlackMessage>;
}

function chosen({ channels }: SlackArchive, { channels: wanted }: SlackWish): Channel[] {
  if (wanted === null) return channels;
  const missing = wanted.find((each) => !channels.some(({ id, name }) => each === id || each === name));
  if (missing !== undefined)
    throw new NotPossible(
      `There is no channel "${missing.slice(0, 60)}" in this archive. There is: ${channels
        .map(({ name }) => name)
        .slice(0, 40)
        .join(', ')}.`,
    );
  return channels.filter(({ id, name }) => wanted.includes(id) || wanted.includes(name));
}

/** Somebody's words: no joining, no renaming, nothing deleted. */
function isSaid({ subtype, user, bot_id: bot }: SlackMessage): boolean {
  const isPlain =
    subtype === undefined ||
    ['thread_broadcast', 'file_share', 'bot_message', 'me_message'].includes(subtype);
  return isPlain && (user !== undefined || bot !== undefined);
}

function* caseOf(
  { kind, by, message, place, number, said }: Flagged,
  archive: SlackArchive,
  channel: Channel,
  { workspaceId, language }: SlackWish,
): Generator<PlacedLine> {
  const at = momentOf(message.ts);
  const author = authorOf(message, archive);
  const put = (line: ExportLine) => ({ line, place });
  const key = `${workspaceId}/${number}`;
  yield put(
    lineWith('case', {
      ...NEW_CASE,
      workspace: workspaceId,
      number,
      // What was taken from one channel is known when another one is taken.
      foreignKey: `${workspaceId}/${channel.id}/${message.ts}`,
      kind,
      state: 'closed',
      memberId: author.authorId,
      memberName: author.authorName,
      sourceChannel: channel.id,
      sourceMessage: message.ts,
      threadChannel: channel.id,
      threadMessage: message.thread_ts ?? message.ts,
      quote: wordsOf(message, archive).slice(0, QUOTE_MAX),
      language,
      openedAt: at,
      closedAt: momentOf([...said.keys()].at(-1) ?? message.ts),
    }),
  );
  for (const userId of by) yield put(lineWith('reporter', { case: key, userId, joinedAt: at }));
  for (const each of said.values()) yield* messageOf(each, message, archive, channel, key, place);
  yield put(lineWith('history', { case: key, action: 'opened', actorId: by[0] ?? null, at }));
}

function* messageOf(
  each: SlackMessage,
  source: SlackMessage,
  archive: SlackArchive,
  channel: Channel,
  key: string,
  place: string,
): Generator<PlacedLine> {
  const ref = { case: key, channelId: channel.id, messageId: each.ts };
  const isThreaded = each.thread_ts !== undefined && each.thread_ts !== each.ts;
  const { authorId } = authorOf(each, archive);
  yield {
    place,
    line: lineWith('message', {
      ...ref,
      role: roleOf(each, source, authorId === authorOf(source, archive).authorId),
      threadChannel: isThreaded ? channel.id : null,
      threadMessage: isThreaded ? each.thread_ts : null,
      ...authorOf(each, archive),
      postedAt: momentOf(each.ts),
      mentions: mentionedIn(each.text),
      versions: [{ text: wordsOf(each, archive), at: momentOf(each.edited?.ts ?? each.ts) }],
    }),
  };
  for (const { id, name, mimetype, size, url_private: url } of each.files ?? [])
    if (id !== '')
      yield {
        place,
        line: lineWith('file', {
          ...ref,
          fileId: id,
          name: name ?? 'file',
          mime: mimetype ?? 'application/octet-stream',
          size: Math.max(0, Math.round(size ?? 0)),
          url: url ?? '',
          state: 'problem',
          problem: 'A Slack export has the link of a file, and not the file.',
        }),
      };
}

function roleOf(each: SlackMessage, source: SlackMessage, isMember: boolean): string {
  if (each.ts === source.ts) return 'source';
  if (Number(each.ts) < Number(source.ts)) return 'context';
  return isMember ? 'member' : 'thread';
}

function wordsOf({ text }: SlackMessage, { nameOf }: SlackArchive): string {
  return plainText(text, nameOf, (name) => normaliseEmoji(`:${name}:`));
}

function authorOf({ user, username, bot_id: bot }: SlackMessage, archive: SlackArchive) {
  const authorId = user ?? bot ?? '';
  return {
    authorId,
    authorName: user === undefined ? (username ?? authorId) : archive.nameOf(user),
    authorIsBot: user === undefined || archive.isBot(user),
  };
}

/** Slack's ts is seconds and a counter, which stands as microseconds. */
function momentOf(ts: string): string {
  const [seconds = '0', micros = '000000'] = ts.split('.');
  return new Date(Number(seconds) * 1_000)
    .toISOString()
    .replace(/\.000Z$/, `.${micros.slice(0, 6).padEnd(6, '0')}Z`);
}
