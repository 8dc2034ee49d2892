import type { CardFile, Content } from '../../chat/card.ts';
import { filesOf, hasMarkInName, markedName, takesFilesAway, withoutFiles } from '../../chat/files.ts';
import type { MessageRef, Place } from '../../chat/ref.ts';
import { PermissionMissing, PlatformRefused, type AppError } from '../../errors.ts';
import type { Wording } from '../../texts/index.ts';
import type { Clients } from './clients.ts';
import { asking, slackCode, translated } from './errors.ts';
import { uploadBytes } from './upload-bytes.ts';

/** Messages of a thread that are looked through for files of ours: pages of 200. */
const PAGE = 200;
const PAGES_MAX = 5;
/** What is gone already needs no deleting. */
const GONE = new Set(['file_not_found', 'file_deleted']);

/** Files that come with a card. Slack has none in a message of an app: they stand above it in its thread or channel. */
export interface CardFiles {
  /**
   * Shares the files of a card, if it has any, and says the card with their ids. Shared by an earlier attempt, they are found by their
   * names and not shared again. Where Slack takes no files from us, the card says so.
   */
  shared<T>(
    place: Place,
    channel: string,
    content: Content,
    mark: string,
    say: (content: Content, fileIds: readonly string[]) => Promise<T>,
  ): Promise<T>;
  /**
   * Redraws a card, and takes away the files that came with it where its new form has none any more. One that Slack does not let us
   * take away keeps neither the others nor the words from going: that is said at the end.
   * @throws {AppError} the first that was in the way
   */
  takenAway(ref: MessageRef, content: Content, redraw: () => Promise<unknown>): Promise<void>;
}

export function createCardFiles(clients: Clients): CardFiles {
  return {
    shared: async (place, channel, content, mark, say) => {
      const files = filesOf(content);
      if (files.length === 0) return say(content, []);
      const thread = place.type === 'thread' ? place.messageId : null;
      const known = place.type === 'channel' ? [] : await sharedBefore(channel, thread, mark, clients);
      if (known.length > 0) return say(content, known);
      let ids: string[];
      try {
        ids = await share(files, channel, thread, mark, clients);
      } catch (error) {
        const why = adviceFor(error);
        if (why === null) throw error;
        return say(withoutFiles(content, why), []);
      }
      return say(content, ids);
    },
    takenAway: async (ref, content, redraw) => {
      // Asked first: the redrawn card may tell no more of them.
      const ids = takesFilesAway(content) ? await filesWith(ref, clients) : [];
      const refused: AppError[] = [];
      for (const id of ids) {
        const error = await remove(id, clients);
        if (error) refused.push(error);
      }
      await redraw();
      if (refused[0]) throw refused[0];
    },
  };
}

function adviceFor(error: unknown): Wording | null {
  if (error instanceof PermissionMissing)
    return (texts) => texts.says.advice.filesOnce(error.neededIn(texts));
  return error instanceof PlatformRefused ? ({ says }) => says.advice.filesRefused : null;
}

/** https://docs.slack.dev/messaging/working-with-files#upload : all of them in one message. */
async function share(
  files: readonly CardFile[],
  channel: string,
  thread: string | null,
  mark: string,
  clients: Clients,
): Promise<string[]> {
  const listed: { id: string; title: string }[] = [];
  for (const [index, file] of files.entries()) {
    const id = await uploadBytes({ filename: markedName(file, index, mark), bytes: file.bytes }, clients);
    listed.push({ id, title: file.name });
  }
  const [first, ...more] = listed;
  if (!first) return [];
  const where = thread === null ? { channel_id: channel } : { channel_id: channel, thread_ts: thread };
  await asking('write', () =>
    clients.post.files.completeUploadExternal({ files: [first, ...more], ...where }),
  );
  return listed.map(({ id }) => id);
}

async function sharedBefore(
  channel: string,
  ts: string | null,
  mark: string,
  { read }: Clients,
): Promise<string[]> {
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const query = { channel, limit: PAGE, ...(cursor && { cursor }) };
    const found = await asking('read', () =>
      ts === null ? read.conversations.history(query) : read.conversations.replies({ ...query, ts }),
    );
    const ids = (found.messages ?? []).flatMap(({ files = [] }) =>
      files.flatMap(({ id, name }) => (id && hasMarkInName(name, mark) ? [id] : [])),
    );
    if (ids.length > 0) return ids;
    cursor = found.response_metadata?.next_cursor;
    // A conversation with one person begins with the newest: what was shared a moment ago stands on its first page.
    if (!cursor || ts === null) return [];
  }
  return [];
}

/** Their ids travel with the card, unseen. */
async function filesWith({ channelId, messageId }: MessageRef, { read }: Clients): Promise<string[]> {
  const found = await asking('read', () =>
    read.conversations.replies({
      channel: channelId,
      ts: messageId,
      limit: PAGE,
      include_all_metadata: true,
    }),
  );
  const message: { metadata?: { event_payload?: unknown } } | undefined = found.messages?.find(
    ({ ts }) => ts === messageId,
  );
  const payload = message?.metadata?.event_payload;
  const listed = typeof payload === 'object' && payload !== null && 'files' in payload ? payload.files : '';
  return typeof listed === 'string' ? listed.split(',').filter(Boolean) : [];
}

/** @returns what Slack has against it for good. @throws {AppError} what may be over soon */
async function remove(file: string, { post }: Clients): Promise<AppError | null> {
  try {
    await post.files.delete({ file });
    return null;
  } catch (error) {
    if (GONE.has(slackCode(error) ?? '')) return null;
    const refusal = translated(error, 'write');
    if (refusal.retry === 'never') return refusal;
    throw refusal;
  }
}
