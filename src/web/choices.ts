import { departmentNames } from '../policy/lookup.ts';
import { ROLES, type WorkspacePolicy } from '../policy/schema.ts';
import type { Query } from './filters.ts';
import type { Visit, Visitor } from './page.ts';

/** People and channels a filter offers, at most: more are looked for by their id in the address. */
const OFFERED = 60;

/** A field of a filter: its name in an address, and what can be chosen. */
export interface Choice {
  name: 'department' | 'kind' | 'handler' | 'channel';
  options: { key: string; label: string; isChosen: boolean }[];
}

type Asking = Pick<Visit, 'query' | 'names' | 'channels'> & { visitor: Visitor };

/** What a filter of cases offers of this community: departments, whoever looks after cases, and the watched channels. */
export async function choices(asking: Asking, channelId: string | undefined): Promise<Choice[]> {
  const { workspace, texts } = asking.visitor;
  const departments = departmentNames(workspace, texts.common.code);
  const all = [
    choice('department', departments, asking.query),
    choice('handler', await handlers(asking), asking.query),
    await channelChoice(channelId, asking),
  ];
  return all.filter(({ options }) => options.length > 0);
}

export function choice(
  name: Choice['name'],
  options: readonly (readonly [string, string])[],
  query: Query,
): Choice {
  return {
    name,
    options: options.map(([key, label]) => ({ key, label, isChosen: (query[name] ?? '') === key })),
  };
}

/** Me, nobody, whoever can have cases, and who is asked for already. */
async function handlers({ visitor, query, names }: Asking): Promise<[string, string][]> {
  const { workspace, texts, userId } = visitor;
  const { me, nobody } = texts.dashboard.cases;
  const others = new Set([...handlersOf(workspace), query['handler'] ?? '']);
  for (const said of ['', 'me', 'nobody', userId]) others.delete(said);
  const offered = [...others].slice(0, OFFERED);
  const nameOf = await names(workspace.id, offered);
  return [['me', me], ['nobody', nobody], ...offered.map((each): [string, string] => [each, nameOf(each)])];
}

/** The channels the policy names, and the one that is asked for. */
export async function channelChoice(
  channelId: string | undefined,
  { visitor, channels, query }: Pick<Asking, 'visitor' | 'channels' | 'query'>,
): Promise<Choice> {
  const { watch } = visitor.workspace;
  const offered = [
    ...new Set([...(watch === 'all' ? [] : watch.slice(0, OFFERED)), ...(channelId ? [channelId] : [])]),
  ];
  const nameOf = await channels(offered, visitor);
  return choice(
    'channel',
    offered.map((each) => [each, nameOf(each)] as const),
    query,
  );
}

/** Whoever can have cases, as far as the policy names them. */
function handlersOf({ roles, handler, duty, standIns }: WorkspacePolicy): string[] {
  const named = ROLES.filter((role) => role !== 'flagger').flatMap((role) => roles[role].people);
  return [
    ...new Set([
      ...(handler === undefined ? [] : [handler]),
      ...named,
      ...(duty?.people ?? []),
      ...Object.values(standIns),
    ]),
  ];
}
