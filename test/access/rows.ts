import type { Who } from './community.ts';
import type { Column } from './stage.ts';

// Who may do what: written down by hand, and compared with what the program does. Whatever people can use has a row here,
// or the matrix fails: commands, buttons, forms, pages, and the operator's commands.

const STAFF: Who[] = ['moderator', 'handler', 'lead', 'admin', 'accused', 'self'];
const DEPARTMENTS: Who[] = [...STAFF, 'department', 'otherDepartment'];
const FLAGGERS: Who[] = [...STAFF, 'flagger'];
const LEADS: Who[] = ['lead', 'admin', 'accused'];
const EVERYBODY: Who[] = [...DEPARTMENTS, 'flagger', 'nobody', 'member'];

/** Whose words docs/access.md has for them. */
export const WHO = {
  everybody: EVERYBODY,
  flaggers: FLAGGERS,
  departments: DEPARTMENTS,
  staff: STAFF,
  leads: LEADS,
};

/** Who sees each sort of case. `said` is about what `self` said; `excluded` keeps out `accused`, `moderator` and `department`. */
export const SEES: Record<Column, readonly Who[]> = {
  case: [...STAFF, 'department'],
  closed: [...STAFF, 'department'],
  excluded: ['handler', 'lead', 'admin', 'self'],
  said: ['moderator', 'handler', 'lead', 'admin', 'accused', 'department'],
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
  mine: row('staff', 'cases'),
  show: row('departments', 'case'),
  dashboard: row('departments', 'none'),
  claim: row('staff', 'case'),
  assign: row('staff', 'case', { person: 'U0HANDLER', note: 'Please' }),
  route: row('staff', 'case', { department: 'support' }),
  severity: row('staff', 'case', { severity: 'high' }),
  note: row('departments', 'case', { text: 'They called twice' }),
  reply: row('staff', 'case', { text: 'We found it.' }),
  send: row('staff', 'case'),
  discard: row('staff', 'case'),
  snooze: row('staff', 'case', { for: '2h' }),
  remind: row('staff', 'case', { when: '2h' }),
  done: row('staff', 'case'),
  resolve: row('staff', 'case', { tell: 'no' }),
  reopen: row('staff', 'case', { reason: 'They wrote again' }),
  dismiss: row('staff', 'case', { reason: 'In jest' }),
  exclude: row('leads', 'case', { person: 'U0NOBODY' }),
  include: row('leads', 'case', { person: 'U0NOBODY' }),
  privacy: row('everybody', 'none'),
  help: row('everybody', 'none'),
};

/** What the buttons and selects of every card carry. A select adds what was chosen. */
export const BUTTONS: Record<string, string[]> = {
  assign: ['case in'],
  claim: ['case'],
  discard: ['case draft'],
  dismiss: ['case'],
  done: ['case in'],
  note: ['case'],
  privacy: ['do', 'do person'],
  reopen: ['case'],
  reply: ['case', 'case draft'],
  resolve: ['case'],
  route: ['case'],
  send: ['case draft'],
  severity: ['case'],
  show: ['case', 'case in'],
  snooze: ['case', 'case in'],
};

/** What every form carries besides what is filled in. */
export const FORMS: Record<string, string[]> = {
  assign: ['case', 'case in'],
  dismiss: ['case'],
  flag: ['channel message'],
  new: [''],
  note: ['case'],
  privacy: ['do', 'do person'],
  reply: ['case', 'case draft'],
  resolve: ['case'],
  snooze: ['case', 'case in'],
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
  'sign-out': { who: 'session', about: 'none' },
  download: { who: 'link', about: 'none' },
  'fetch-download': { who: 'link', about: 'none' },
};

/**
 * Commands of the operator, who has the machine and with it the database: no role is asked, and what they tell of cases is
 * everything there is.
 */
export const OPERATOR: readonly string[] = ['queue', 'keys', 'audit', 'export', 'erase', 'backup', 'restore'];
