/** When people work: by the local clock, on these days of the week (0 is Sunday), never on these dates. */
export interface Week {
  zone: string;
  from: number;
  to: number;
  days: readonly number[];
  free: readonly string[];
}

/** A digest: on these days of the week (0 is Sunday), in weeks that are so many away from that of `weekOf`, at a time (minutes). */
export interface DigestPlan {
  name: string;
  channel: string;
  departments: readonly string[] | null;
  days: readonly number[];
  everyWeeks: number;
  /** A day of one of its weeks: `2026-03-17`. */
  weekOf: string;
  at: number;
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
  /** Who takes turns at what nobody has claimed. */
  duty: { people: readonly string[]; every: 'day' | 'week' };
  /** The zones that people's profiles name; who is not here lives by the community's clock. On Discord profiles name none. */
  zones: Readonly<Record<string, string>>;
  digests: readonly DigestPlan[];
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
    duty: { people: ['UN2', 'UN4', 'UN5'], every: 'week' },
    zones: { UN2: 'Europe/Lisbon', UN4: 'America/New_York' },
    digests: [
      {
        name: 'Before the Monday meeting',
        channel: 'CNTRIAGE',
        departments: null,
        days: [1],
        everyWeeks: 1,
        weekOf: '2026-03-16',
        at: 9 * 60,
      },
      {
        name: 'QA',
        channel: 'CNQA',
        departments: ['qa'],
        days: [4],
        everyWeeks: 1,
        weekOf: '2026-03-19',
        at: 8 * 60 + 45,
      },
    ],
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
    id: 'discord:2201',
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
    duty: { people: ['US2', 'US4'], every: 'day' },
    zones: {},
    digests: [
      {
        name: 'Every other Tuesday',
        channel: 'CSTRIAGE',
        departments: null,
        days: [2],
        everyWeeks: 2,
        weekOf: '2026-03-17',
        at: 10 * 60 + 30,
      },
    ],
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
