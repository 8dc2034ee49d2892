import { stringify } from 'yaml';
import { COMMUNITIES, type Community, type DigestPlan } from './communities.ts';

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

export interface Kind {
  key: string;
  emoji: string;
  severity: Severity;
  answer: 'auto' | 'draft' | 'private';
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
  /** Whether teams get their digests. */
  hasDigests: boolean;
}

export const KINDS: readonly Kind[] = [
  { key: 'plain', emoji: '🚩', severity: 'normal', answer: 'auto', routed: false },
  { key: 'weighed', emoji: '💸', severity: 'low', answer: 'draft', routed: false },
  { key: 'defect', emoji: '🐛', severity: 'high', answer: 'auto', routed: true },
  { key: 'quiet', emoji: '🤫', severity: 'normal', answer: 'private', routed: false },
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
  hasDigests: true,
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
    workspaces: COMMUNITIES.map((community) => workspace(community, plan)),
  });
}

function workspace(community: Community, { hasDigests }: Plan): object {
  const { id, name, open, triage, handler, standIns, written, week, department, duty, digests } = community;
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
    duty: { ...duty, people: [...duty.people] },
    digests: hasDigests ? digests.map(digest) : [],
  };
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function digest({ name, channel, departments, days, everyWeeks, weekOf, at }: DigestPlan): object {
  const two = (part: number) => String(part).padStart(2, '0');
  return {
    name,
    channel,
    on: everyWeeks === 1 ? days.map((day) => DAYS[day]) : { every: `${everyWeeks} weeks`, from: weekOf },
    at: `${two(Math.floor(at / 60))}:${two(at % 60)}`,
    ...(departments && { departments: [...departments] }),
  };
}

function lengths(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, ms]) => [name, length(Number(ms))]));
}

function length(ms: number): string {
  return `${ms / MINUTE}m`;
}
