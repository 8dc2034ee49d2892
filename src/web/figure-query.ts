import { DateTime } from 'luxon';
import { isStaff } from '../cases/access.ts';
import { departmentName, kindNames } from '../policy/lookup.ts';
import type { FigureScope, FigureTime } from '../store/figures-port.ts';
import { choice, type Choice } from './choices.ts';
import { addressOf, Reading, type Fault, type Query } from './filters.ts';
import type { Visitor } from './page.ts';
import { localeOf } from '../texts/locale.ts';

/** Times that are a click away (days), and the one that is shown first. */
const SPANS = ['7', '30', '90', '365'] as const;
const FIRST = '90';
/** Up to so many days are counted day by day, and up to so many week by week. */
const DAILY = 31;
const WEEKLY = 200;

const DAY_MS = 86_400_000;

/** What figures an address asks for. */
export interface FigureQuery {
  scope: FigureScope;
  time: FigureTime;
  /** The span of days that is chosen; null for a time by dates. */
  span: (typeof SPANS)[number] | null;
  faults: Fault[];
}

/** @param fields by what these figures can be narrowed, besides the time */
export function figureQuery(
  query: Query,
  visitor: Visitor,
  now: Date,
  fields: readonly ('department' | 'kind' | 'channel')[],
): FigureQuery {
  const reading = new Reading(query, visitor);
  const { policy, workspace, standing, timeZone } = visitor;
  const by = (field: (typeof fields)[number]) => fields.includes(field);
  const department = by('department') && reading.oneOf('department', departmentsOf(visitor));
  const kind = by('kind') && reading.oneOf('kind', Object.keys(policy.kinds));
  const channelId = by('channel') && reading.id('channel');
  const days = reading.oneOf('days', SPANS);
  const { from, until } = reading.time();
  const span = from || until ? null : (days ?? FIRST);
  const tomorrow = DateTime.fromJSDate(now, { zone: timeZone }).plus({ days: 1 }).startOf('day');
  const end = until ?? tomorrow.toJSDate();
  const start =
    from ??
    DateTime.fromJSDate(end, { zone: timeZone })
      .minus({ days: Number(span ?? FIRST) })
      .toJSDate();
  const length = (end.getTime() - start.getTime()) / DAY_MS;
  if (from && !until && (length <= 0 || length > 732))
    reading.fault('from', length <= 0 ? reading.words.order : reading.words.far);
  return {
    scope: {
      workspaceId: workspace.id,
      eyes: standing,
      ...(department && { department }),
      ...(kind && { kind }),
      ...(channelId && { channelId }),
    },
    time: {
      from: start,
      until: end,
      step: length <= DAILY + 1 ? 'day' : length <= WEEKLY ? 'week' : 'month',
      timeZone,
    },
    span,
    faults: reading.done(),
  };
}

/** The departments whose figures are theirs to see: all of the community for its staff, else their own. */
export function departmentsOf({ workspace, standing }: Visitor): string[] {
  return Object.keys(workspace.departments).filter(
    (key) => isStaff(standing) || standing.departments.has(key),
  );
}

/**
 * The frame of a page of figures: times to choose, and what else narrows them, with what was typed.
 * @param others what it offers besides these fields
 */
export function figureFrame(
  path: string,
  query: Query,
  { span, faults }: FigureQuery,
  visitor: Visitor,
  fields: readonly ('department' | 'kind')[],
  others: readonly Choice[] = [],
) {
  const { texts, policy, workspace } = visitor;
  const { dashboard, figures } = texts;
  const names = {
    department: departmentsOf(visitor).map(
      (key) => [key, departmentName(workspace, key, texts.common.code)] as const,
    ),
    kind: kindNames(policy, workspace, texts.common.code),
  };
  return {
    faults,
    path,
    tabs: SPANS.map((days) => ({
      label: days === '365' ? figures.months(12) : figures.days(Number(days)),
      url: addressOf(path, query, { days, from: undefined, to: undefined }),
      isCurrent: days === span,
    })),
    fields: [...fields.map((field) => choice(field, names[field], query)), ...others]
      .filter(({ options }) => options.length > 0)
      .map((field) => ({ ...field, label: dashboard.fields[field.name], any: dashboard.cases.any })),
    // Goes along with the form, so that another filter leaves the time as it is; dates that are typed in take its place.
    span: query['days'] === span ? span : null,
    days: (['from', 'to'] as const).map((name) => ({
      name,
      label: dashboard.fields[name],
      value: query[name] ?? '',
    })),
    isFiltered: Object.entries(query).some(([name, value]) => name !== 'days' && value !== ''),
  };
}

/** A step of a time: its beginning, and what it is called. */
export interface Step {
  ms: number;
  label: string;
  /** With the year. */
  long: string;
}

/** Every step of the time, also those in which nothing happened. */
export function stepsOf({ from, until, step, timeZone }: FigureTime, language: string): Step[] {
  const locale = localeOf(language);
  const short = new Intl.DateTimeFormat(locale, {
    timeZone,
    month: 'short',
    ...(step === 'month' ? { year: '2-digit' } : { day: 'numeric' }),
  });
  const long = new Intl.DateTimeFormat(locale, {
    timeZone,
    month: 'long',
    year: 'numeric',
    ...(step !== 'month' && { day: 'numeric' }),
  });
  const steps: Step[] = [];
  for (
    let at = DateTime.fromJSDate(from, { zone: timeZone }).startOf(step);
    at.toMillis() < until.getTime();
    at = at.plus({ [step]: 1 })
  )
    steps.push({ ms: at.toMillis(), label: short.format(at.toJSDate()), long: long.format(at.toJSDate()) });
  return steps;
}
