import type { Who } from './community.ts';
import type { Column } from './stage.ts';

// Who may do what: written down by hand, and compared with what the program does. Whatever people can use has a row here,
// or the matrix fails: commands, buttons, forms, pages, and the operator's commands.

const STAFF: Who[] = ['moderator', 'handler', 'lead', 'management', 'admin', 'accused', 'self'];
const DEPARTMENTS: Who[] = [...STAFF, 'department', 'otherDepartment'];
const FLAGGERS: Who[] = [...STAFF, 'flagger'];
const LEADS: Who[] = ['lead', 'management', 'admin', 'accused'];
const READERS: Who[] = [...DEPARTMENTS, 'reader'];
const EVERYBODY: Who[] = [...READERS, 'flagger', 'nobody', 'member'];

/** Whose words docs/access.md has for them. */
export const WHO = {
  everybody: EVERYBODY,
  flaggers: FLAGGERS,
  readers: READERS,
  departments: DEPARTMENTS,
  staff: STAFF,
  leads: LEADS,
};

/**
 * Who sees each sort of case. `said` is about what `self` said; `excluded` keeps out `accused`, `moderator`, `department` and `reader`,
 * who reads all of them along;
 * `leads` is for leads alone, keeps the accused admin out besides, and was in `department`'s department before.
 */
export const SEES: Record<Column, readonly Who[]> = {
  case: [...STAFF, 'department', 'reader'],
  closed: [...STAFF, 'department', 'reader'],
  excluded: ['handler', 'lead', 'management', 'admin', 'self'],
  said: ['moderator', 'handler', 'lead', 'management', 'admin', 'accused', 'department', 'reader'],
  leads: ['lead', 'management', 'admin'],
  elsewhere: [],
};

interface CommandRow {
  who: keyof typeof WHO;
  /** `case`: it names one case. `cases`: it tells of many. `none`: it tells of none. */
  about: 'case' | 'cases' | 'none';
  /** What a form sends besides what its button carried. */
  form: Record<string, string>;
}

const row = (
  who: CommandRow['who'],
  about: CommandRow['about'],
  form: Record<string, string> = {},
): CommandRow => ({ who, about, form });

export const COMMANDS: Record<string, CommandRow> = {
  flag: row('flaggers', 'none', { channel: 'C0OPEN', message: '1700000000.000100' }),
  new: row('staff', 'none', { text: 'The parcel came twice', from: 'Mrs Olsen', origin: 'phone' }),
  list: row('departments', 'cases'),
  mine: row('readers', 'cases'),
  show: row('readers', 'case'),
  dashboard: row('departments', 'none'),
  claim: row('staff', 'case'),
  assign: row('staff', 'case', { person: 'U0HANDLER', note: 'Please' }),
  route: row('staff', 'case', { department: 'support' }),
  severity: row('staff', 'case', { severity: 'high' }),
  kind: row('staff', 'case', { kind: 'refund' }),
  note: row('departments', 'case', { text: 'They called twice' }),
  reply: row('staff', 'case', { text: 'We found it.' }),
  snooze: row('staff', 'case', { for: '2h' }),
  remind: row('staff', 'case', { when: '2h' }),
  resolve: row('staff', 'case', { tell: 'no' }),
  reopen: row('staff', 'case', { reason: 'They wrote again' }),
  dismiss: row('staff', 'case', { reason: 'In jest' }),
  exclude: row('leads', 'case', { person: 'U0NOBODY' }),
  include: row('leads', 'case', { person: 'U0NOBODY' }),
  audience: row('leads', 'case', { who: 'staff' }),
  approve: row('leads', 'case'),
  credit: row('staff', 'case', { person: 'U0MEMBER' }),
  privacy: row('everybody', 'none'),
  help: row('everybody', 'none'),
  send: row('staff', 'case'),
  discard: row('staff', 'case'),
  done: row('staff', 'case'),
  tick: row('staff', 'case', { line: '1' }),
  recommend: row('staff', 'case', { choice: '1', reason: 'Paid twice' }),
  template: row('staff', 'case', { template: 'apologise' }),
  language: row('staff', 'case', { language: 'da' }),
  gift: row('staff', 'case', { gift: 'mug', note: 'With our best wishes' }),
  gifts: row('staff', 'cases'),
  refuse: row('leads', 'case', { reason: 'Too much' }),
  praise: row('staff', 'case', { person: 'U0NOBODY' }),
  consent: row('everybody', 'none', { case: 'FB-999', say: 'yes' }),
  solved: row('everybody', 'none', { case: 'FB-999', say: 'no', reason: 'It crashes' }),
  rate: row('everybody', 'none', { case: 'FB-999', rating: '4' }),
  comment: row('everybody', 'none', { case: 'FB-999', text: 'Kind' }),
  helpers: row('staff', 'cases'),
  promises: row('staff', 'cases'),
  timezone: row('departments', 'none', { zone: 'Lisbon' }),
  away: row('staff', 'none', { until: '3d', 'stand-in': 'U0HANDLER' }),
  next: row('staff', 'cases'),
  duty: row('staff', 'none'),
  digest: row('staff', 'cases'),
  meeting: row('staff', 'cases', { do: 'add', text: 'The export again' }),
  'to-do': row('staff', 'none', { at: '8:30' }),
  department: row('departments', 'case', { do: 'decline', text: 'Not ours', department: 'qa' }),
  issue: row('departments', 'case', {
    tracker: 'tools',
    title: 'It breaks',
    text: 'Each Monday',
    quote: 'no',
  }),
  identity: row('leads', 'none', { do: 'list' }),
  topic: row('departments', 'cases'),
  barometer: row('staff', 'none'),
  escalate: row('staff', 'case', { level: 'L2', reason: 'Twice now' }),
  cc: row('staff', 'case', { do: 'add', person: 'U0NOBODY' }),
  follow: row('readers', 'case'),
  unfollow: row('readers', 'case'),
  why: row('leads', 'case'),
  search: row('readers', 'cases', { query: 'refund' }),
  transcript: row('readers', 'case'),
  export: row('departments', 'none'),
};

/** What the buttons and selects of every card carry. A select adds what was chosen. */
export const BUTTONS: Record<string, string[]> = {
  approve: ['case gift in'],
  assign: [
    'case',
    'case in',
    'case noted person',
    'case noted person sure',
    'case person',
    'case person sure',
  ],
  barometer: ['thread'],
  claim: ['back case tell', 'case', 'case tell'],
  comment: ['case reply'],
  consent: ['case reply say'],
  credit: ['case'],
  department: ['case department do', 'case department do in'],
  discard: ['case draft', 'case draft in'],
  digest: ['csv'],
  dismiss: ['case'],
  done: ['back case', 'case', 'case in'],
  escalate: ['case'],
  follow: ['case in'],
  flag: ['channel message'],
  gift: ['again case', 'another case', 'case'],
  issue: ['case', 'case do draft', 'case do draft in'],
  kind: ['case'],
  language: ['case'],
  meeting: ['case do', 'do'],
  mine: [''],
  next: ['', 'case wish'],
  note: ['case'],
  praise: ['case'],
  privacy: ['do', 'do person'],
  rate: ['case rating reply'],
  recommend: ['case'],
  refuse: ['case gift in'],
  reopen: ['case', 'case in', 'case tell'],
  reply: ['back case', 'case', 'case draft', 'case draft in'],
  resolve: ['case'],
  route: ['case', 'case tell'],
  send: [
    'back case draft',
    'case confirm draft',
    'case confirm draft in',
    'case draft',
    'case draft in',
    'case draft in wait',
    'case draft wait',
  ],
  severity: ['case', 'case tell'],
  show: ['back case', 'case', 'case in'],
  snooze: ['back case', 'case', 'case in'],
  solved: ['case reply say'],
  template: ['case draft'],
  tick: ['case', 'case tell'],
  timezone: ['in'],
  unfollow: ['case in'],
};

/** What every form carries besides what is filled in. */
export const FORMS: Record<string, string[]> = {
  assign: ['case', 'case in'],
  away: [''],
  comment: ['case reply'],
  credit: ['case'],
  department: ['case department do', 'case department do in'],
  dismiss: ['case'],
  escalate: ['case from'],
  flag: ['channel message'],
  gift: ['case'],
  issue: ['case do tracker'],
  kind: ['case'],
  new: [''],
  meeting: ['case do', 'do'],
  note: ['case'],
  praise: ['case'],
  privacy: ['do', 'do person'],
  recommend: ['case'],
  refuse: ['case', 'case gift in'],
  reply: ['case', 'case draft', 'case draft in'],
  resolve: ['case'],
  snooze: ['case', 'case in'],
  solved: ['case reply say'],
  template: ['case', 'case draft'],
  tick: ['case', 'case tell'],
  timezone: ['in'],
};

/** Pages by name. `link`: whoever holds a one-time link made for them; it tells nothing of a case. */
export const PAGES: Record<
  string,
  { who: keyof typeof WHO | 'link' | 'session'; about: CommandRow['about'] }
> = {
  'sign-in': { who: 'link', about: 'none' },
  enter: { who: 'link', about: 'none' },
  cases: { who: 'departments', about: 'cases' },
  case: { who: 'departments', about: 'case' },
  file: { who: 'departments', about: 'case' },
  search: { who: 'departments', about: 'cases' },
  barometer: { who: 'departments', about: 'cases' },
  topics: { who: 'departments', about: 'cases' },
  promises: { who: 'staff', about: 'cases' },
  gifts: { who: 'staff', about: 'cases' },
  playbooks: { who: 'staff', about: 'cases' },
  'sign-out': { who: 'session', about: 'none' },
  download: { who: 'link', about: 'none' },
  'fetch-download': { who: 'link', about: 'none' },
};

/**
 * Commands of the operator, who has the machine and with it the database: no role is asked, and what they tell of cases is
 * everything there is.
 */
export const OPERATOR: readonly string[] = [
  'queue',
  'keys',
  'audit',
  'export',
  'import',
  'transcript',
  'erase',
  'backup',
  'restore',
  'init',
  'check',
  'templates',
  'gifts',
  'webhooks',
];
