import { stringify } from 'yaml';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What a clock of each severity waits (ms). */
export interface Waits {
  firstResponse: number;
  nextResponse: number;
  updateDue: number;
  departmentAnswer: number;
  resolution: number;
}

export type Severity = 'low' | 'normal' | 'high' | 'urgent';
export const SEVERITIES: readonly Severity[] = ['low', 'normal', 'high', 'urgent'];

/** When people work: by the local clock, on these days of the week (0 is Sunday), never on these dates. */
export interface Week {
  zone: string;
  from: number;
  to: number;
  days: readonly number[];
  free: readonly string[];
}

export interface Community {
  id: string;
  name: string;
  open: string;
  triage: string;
  handler: string;
  handlers: readonly string[];
  moderators: readonly string[];
  leads: readonly string[];
  management: readonly string[];
  members: readonly string[];
  /** Who stands in by the policy. */
  standIns: Readonly<Record<string, string>>;
  week: Week;
  /** How the policy file says it. */
  written: { hours: Record<string, string>; holidays: object };
  department: {
    key: string;
    channel: string;
    people: readonly string[];
    week: Week;
    hours: Record<string, string>;
  };
}

export interface Kind {
  key: string;
  emoji: string;
  severity: Severity;
  answer: 'auto' | 'draft';
  routed: boolean;
}

/** The numbers of a policy, as the file says them and as the checker counts with them (ms). */
export interface Plan {
  waits: Record<Severity, Waits>;
  ladder: {
    again: number;
    standIn: number;
    lead: number;
    moderators: number;
    management: number;
    together: number;
  };
  remindBefore: number;
  silence: { nudges: readonly number[]; close: number; confirm: number };
}

/** Monday 16 March 2026, 08:00 in Copenhagen: four weeks with the summer time and with Easter in them. */
export const START = Date.UTC(2026, 2, 16, 7);

/** Denmark's public holidays from March to June 2026, written down by hand. */
const DANISH = [
  '2026-04-02',
  '2026-04-03',
  '2026-04-05',
  '2026-04-06',
  '2026-05-14',
  '2026-05-24',
  '2026-05-25',
];

const WORKDAYS = [1, 2, 3, 4, 5];
const copenhagen = { zone: 'Europe/Copenhagen', days: WORKDAYS, free: DANISH };

export const COMMUNITIES: readonly Community[] = [
  {
    id: 'slack:TNORTH',
    name: 'North',
    open: 'CNOPEN',
    triage: 'CNTRIAGE',
    handler: 'UN1',
    handlers: ['UN1', 'UN2', 'UN3'],
    moderators: ['UN4', 'UN5'],
    leads: ['UN6', 'UN7'],
    management: ['UN8'],
    members: ['UN20', 'UN21', 'UN22', 'UN23', 'UN24', 'UN25'],
    standIns: { UN1: 'UN4' },
    week: { ...copenhagen, from: 9 * 60, to: 17 * 60 },
    written: {
      hours: { 'mon-fri': '09:00-17:00' },
      holidays: { country: 'DK' },
    },
    department: {
      key: 'qa',
      channel: 'CNQA',
      people: ['UN9', 'UN10'],
      week: { ...copenhagen, from: 8 * 60, to: 15 * 60 + 30 },
      hours: { 'mon-fri': '08:00-15:30' },
    },
  },
  {
    id: 'slack:TSOUTH',
    name: 'South',
    open: 'CSOPEN',
    triage: 'CSTRIAGE',
    handler: 'US1',
    handlers: ['US1', 'US2'],
    moderators: ['US4'],
    leads: ['US6'],
    management: ['US8'],
    members: ['US20', 'US21', 'US22', 'US23'],
    standIns: {},
    week: {
      zone: 'America/Santiago',
      from: 10 * 60,
      to: 19 * 60,
      days: [1, 2, 3, 4, 5, 6],
      free: ['2026-03-27', '2026-04-10'],
    },
    written: {
      hours: { 'mon-sat': '10:00-19:00' },
      holidays: { dates: ['2026-03-27', '2026-04-10'] },
    },
    department: {
      key: 'qa',
      channel: 'CSQA',
      people: ['US9'],
      week: {
        zone: 'America/Santiago',
        from: 7 * 60,
        to: 12 * 60,
        days: [1, 2, 3, 4, 5, 6],
        free: ['2026-03-27', '2026-04-10'],
      },
      hours: { 'mon-sat': '07:00-12:00' },
    },
  },
];

export const KINDS: readonly Kind[] = [
  { key: 'plain', emoji: '🚩', severity: 'normal', answer: 'auto', routed: false },
  { key: 'weighed', emoji: '💸', severity: 'low', answer: 'draft', routed: false },
  { key: 'defect', emoji: '🐛', severity: 'high', answer: 'auto', routed: true },
  { key: 'alarm', emoji: '🔥', severity: 'urgent', answer: 'draft', routed: true },
];

/** The policy of the first day. */
export const FIRST: Plan = {
  waits: {
    low: {
      firstResponse: 16 * HOUR,
      nextResponse: 12 * HOUR,
      updateDue: 5 * DAY,
      departmentAnswer: 24 * HOUR,
      resolution: 120 * HOUR,
    },
    normal: {
      firstResponse: 8 * HOUR,
      nextResponse: 6 * HOUR,
      updateDue: 3 * DAY,
      departmentAnswer: 16 * HOUR,
      resolution: 80 * HOUR,
    },
    high: {
      firstResponse: 4 * HOUR,
      nextResponse: 3 * HOUR,
      updateDue: 2 * DAY,
      departmentAnswer: 8 * HOUR,
      resolution: 40 * HOUR,
    },
    urgent: {
      firstResponse: 30 * MINUTE,
      nextResponse: HOUR,
      updateDue: DAY,
      departmentAnswer: 2 * HOUR,
      resolution: 8 * HOUR,
    },
  },
  ladder: {
    again: 4 * HOUR,
    standIn: 6 * HOUR,
    lead: 8 * HOUR,
    moderators: 12 * HOUR,
    management: 24 * HOUR,
    together: 15 * MINUTE,
  },
  remindBefore: 8 * HOUR,
  silence: { nudges: [3 * DAY, 4 * DAY], close: 7 * DAY, confirm: 7 * DAY },
};

/** Other policies, taken in turn when somebody edits the file: shorter, longer, and with other waits of the ladder. */
export const NEXT: readonly Plan[] = [
  {
    ...FIRST,
    waits: {
      ...FIRST.waits,
      low: { ...FIRST.waits.low, firstResponse: 6 * HOUR, resolution: 60 * HOUR },
      normal: {
        ...FIRST.waits.normal,
        firstResponse: 12 * HOUR,
        updateDue: 2 * DAY,
        departmentAnswer: 6 * HOUR,
      },
    },
    remindBefore: 6 * HOUR,
  },
  {
    ...FIRST,
    waits: {
      ...FIRST.waits,
      high: { ...FIRST.waits.high, firstResponse: 2 * HOUR, nextResponse: 5 * HOUR, resolution: 56 * HOUR },
    },
    ladder: { ...FIRST.ladder, again: 6 * HOUR, lead: 5 * HOUR },
    silence: { ...FIRST.silence, nudges: [2 * DAY, 3 * DAY], close: 5 * DAY },
  },
];

/** `hearback.yaml` with these numbers. */
export function writePolicy(plan: Plan): string {
  const { silence } = plan;
  return stringify({
    timeZone: 'UTC',
    emojis: Object.fromEntries(KINDS.map(({ emoji, key }) => [emoji, key])),
    kinds: Object.fromEntries(
      KINDS.map(({ key, severity, answer, routed }) => [
        key,
        {
          name: key,
          severity,
          answer,
          steps: ['next-step', 'thank'],
          route: routed ? ['qa'] : [],
          next: routed ? [] : ['qa'],
        },
      ]),
    ),
    severities: Object.fromEntries(SEVERITIES.map((severity) => [severity, lengths(plan.waits[severity])])),
    ladder: lengths(plan.ladder),
    updates: lengths({ remindBefore: plan.remindBefore }),
    silence: {
      nudges: silence.nudges.map(length),
      ...lengths({ close: silence.close, confirm: silence.confirm }),
    },
    undoWindow: '1m',
    workspaces: COMMUNITIES.map(workspace),
  });
}

function workspace(community: Community): object {
  const { id, name, open, triage, handler, standIns, written, week, department } = community;
  return {
    id,
    name,
    watch: [open],
    triage,
    handler,
    timeZone: week.zone,
    ...written,
    standIns,
    roles: {
      flagger: { people: [...community.moderators, ...community.handlers] },
      moderator: { people: [...community.moderators] },
      handler: { people: [...community.handlers] },
      lead: { people: [...community.leads] },
      management: { people: [...community.management] },
    },
    departments: {
      [department.key]: {
        name: 'QA',
        channel: department.channel,
        people: [...department.people],
        hours: department.hours,
      },
    },
    digests: [],
  };
}

function lengths(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, ms]) => [name, length(Number(ms))]));
}

function length(ms: number): string {
  return `${ms / MINUTE}m`;
}
