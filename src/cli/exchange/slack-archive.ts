import { z } from 'zod';
import { NotPossible } from '../../errors.ts';
import { normaliseEmoji } from '../../policy/emoji.ts';
import type { Policy } from '../../policy/schema.ts';
import type { Archive } from './archive.ts';
import { readJson } from './read-json.ts';

/** A workspace export of Slack, as far as it is read. https://slack.com/help/articles/220556107 */
export interface SlackArchive {
  /** Of the workspace, when the file says so. */
  teamId: string | null;
  channels: { id: string; name: string; days: string[] }[];
  nameOf(userId: string): string;
  isBot(userId: string): boolean;
  /** The messages of one channel, oldest first, one day in memory. */
  messages(
    channel: SlackArchive['channels'][number],
  ): AsyncGenerator<{ message: SlackMessage; place: string }>;
}

/** In old archives what there is not may be null. */
const withoutNulls = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null))
    : value;

const user = z.looseObject({
  id: z.string(),
  team_id: z.string().optional(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  is_bot: z.boolean().optional(),
  profile: z
    .preprocess(
      withoutNulls,
      z.looseObject({ display_name: z.string().optional(), real_name: z.string().optional() }),
    )
    .optional(),
});

const file = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  url_private: z.string().nullish(),
});

const ts = z.string().regex(/^\d{1,11}\.\d{6}$/, 'is a time such as 1700000000.000100');

const message = z.looseObject({
  type: z.string().optional(),
  subtype: z.string().optional(),
  user: z.string().optional(),
  username: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  ts,
  thread_ts: z.string().optional(),
  edited: z.looseObject({ ts }).optional().catch(undefined),
  reactions: z.array(z.looseObject({ name: z.string(), users: z.array(z.string()).default([]) })).optional(),
  files: z.array(z.looseObject({}).pipe(file.catch({ id: '' }))).optional(),
});
export type SlackMessage = z.infer<typeof message>;

const channel = z.looseObject({ id: z.string(), name: z.string() });

/** Lists of channels an archive can have: public ones, and with the owners' leave private ones. Direct messages are left alone. */
const LISTS = ['channels.json', 'groups.json'];

/** @throws {NotPossible} with the place of what is not as Slack writes it */
export async function openSlackArchive(archive: Archive): Promise<SlackArchive> {
  const top = topOf(archive);
  const listed = [];
  for (const list of LISTS)
    if (archive.files.includes(top + list))
      listed.push(...(await readJson(archive, top + list, z.array(channel))));
  const users = archive.files.includes(`${top}users.json`)
    ? await readJson(archive, `${top}users.json`, z.array(z.preprocess(withoutNulls, user)))
    : [];
  const known = new Map(users.map((each) => [each.id, each]));
  return {
    teamId: users.find(({ team_id: team }) => team !== undefined)?.team_id ?? null,
    channels: listed.map(({ id, name }) => ({ id, name, days: daysOf(archive, `${top}${name}/`) })),
    nameOf: (userId) => nameOf(known.get(userId)) || userId,
    isBot: (userId) => known.get(userId)?.is_bot === true,
    messages: async function* ({ days }) {
      for (const day of days) {
        const found = await readJson(archive, day, z.array(z.preprocess(withoutNulls, message)));
        for (const [index, each] of found.entries())
          yield { message: each, place: `${archive.name}/${day}, message ${index + 1}` };
      }
    },
  };
}

function nameOf(found: z.infer<typeof user> | undefined): string {
  const names = [found?.profile?.display_name, found?.profile?.real_name, found?.real_name, found?.name];
  return names.find((each) => each !== undefined && each.trim() !== '') ?? '';
}

/** Some programs pack a folder around it. @throws {NotPossible} */
function topOf({ files, name }: Archive): string {
  const found = files
    .filter((each) => each === 'channels.json' || each.endsWith('/channels.json'))
    .toSorted((a, b) => a.length - b.length)[0];
  if (found === undefined)
    throw new NotPossible(
      `${name}: there is no channels.json in it, so it is no export of a Slack workspace.`,
    );
  return found.slice(0, -'channels.json'.length);
}

function daysOf({ files }: Archive, folder: string): string[] {
  return files
    .filter((each) => each.startsWith(folder) && /^\d{4}-\d{2}-\d{2}\.json$/.test(each.slice(folder.length)))
    .toSorted();
}

/** The kind of feedback the reactions of a message stand for, and who set them; null where none does. */
export function flagOf(
  { reactions = [] }: SlackMessage,
  { emojis }: Pick<Policy, 'emojis'>,
): { kind: string; by: string[] } | null {
  const flags = reactions.flatMap(({ name, users }) => {
    const kind = emojis[normaliseEmoji(`:${name}:`)];
    return kind === undefined ? [] : [{ kind, users }];
  });
  const [first] = flags;
  return first ? { kind: first.kind, by: [...new Set(flags.flatMap(({ users }) => users))] } : null;
}
