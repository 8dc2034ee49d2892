import { isLead, isStaff } from '../cases/access.ts';
import { visibleTo } from './eyes.ts';
import type { FigureScope } from './figures-port.ts';

/** What a page's figures are of, as the beginning of a statement; its placeholders begin at $1, where the workspace stands. */
export interface Sight {
  /**
   * `groups`: of cases alike, with what figures are told apart by. `is_open`: whoever asks sees all of their cases, unless one is
   * among the `special` ones. `special`: cases of which groups alone do not tell whether they may be seen, and whether they may.
   */
  tables: string;
  values: unknown[];
  /** The same for everybody to whom the same groups are open. */
  key: string;
}

/**
 * Who may see a case hangs on its group (audience and departments), and on whom it is kept from, whose words it is about and who reads
 * it along. The latter are few cases, so that those are asked of `visibleTo` one by one, and all others by their group.
 */
export function sightOf({ workspaceId, eyes, department, kind, channelId }: FigureScope): Sight {
  const values: unknown[] = [workspaceId];
  const put = (value: unknown) => `$${values.push(value)}`;
  const narrowed = [
    'workspace_id = $1',
    ...(kind === undefined ? [] : [`kind = ${put(kind)}`]),
    ...(channelId === undefined ? [] : [`channel_id = ${put(channelId)}`]),
    ...(department === undefined ? [] : [`${put(department)} = any(departments)`]),
  ].join(' and ');
  const isOpen = openTo(eyes, put);
  const key = JSON.stringify([narrowed, isOpen, values]);
  const { keptFrom, single } = specialFor(eyes, put);
  const visible = visibleTo(eyes, values.length + 1);
  values.push(...visible.values);
  return {
    tables: `groups as materialized (
        select group_id, kind, place, ${isOpen} as is_open from hearback.figure_group where ${narrowed}),
      special as materialized (
        ${keptFrom} union all select c.case_id, ${visible.where} from hearback.cases c where c.workspace_id = $1 and c.case_id in (${single}))`,
    values,
    key,
  };
}

/** Whether somebody sees the cases of a group, as far as it is not about a single one. */
function openTo(eyes: FigureScope['eyes'], put: (value: unknown) => string): string {
  if (eyes === 'program') return 'true';
  if (eyes === 'channel') return "audience = 'staff'";
  const audience = `workspace_id = ${put(eyes.workspaceId)}${isLead(eyes) ? '' : " and audience = 'staff'"}`;
  return isStaff(eyes)
    ? `(${audience})`
    : `(${audience} and departments && ${put([...eyes.departments])}::text[])`;
}

/** The cases that are kept from somebody, whatever else is true of them; and those that are to be asked for one by one. */
function specialFor(eyes: FigureScope['eyes'], put: (value: unknown) => string) {
  const keptFrom = 'select case_id, false as seen from hearback.case_exclusion';
  const none = 'select null::bigint where false';
  if (eyes === 'program') return { keptFrom: `${keptFrom} where false`, single: none };
  if (eyes === 'channel') return { keptFrom, single: none };
  const person = put(eyes.userId);
  const own = `any(array(select hearback.account_keys($1, ${person})))`;
  return {
    keptFrom: `${keptFrom} where hearback.person_key($1, user_id) = ${own}`,
    single: `select case_id from hearback.cases where hearback.person_key(workspace_id, member_id) = ${own}
      union all select case_id from hearback.case_cc where hearback.person_key($1, user_id) = hearback.person_key($1, ${person})`,
  };
}
