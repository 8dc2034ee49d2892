import { EVERYBODY, type Who } from './community.ts';
import { BUTTONS, COMMANDS, SEES, WHO } from './rows.ts';
import type { Ask, Column, Outcome } from './stage.ts';

// Whom the rows let in where, case by case.

export const WAYS = ['typed', 'button', 'form'] as const;
export const COLUMNS = Object.keys(SEES) as Column[];

/** What a person is told when they use a command on a case. */
export function expected(name: string, who: Who, column: Column): Outcome {
  const { who: allowed } = COMMANDS[name]!;
  if (who === 'foreigner') return 'not yours';
  if (!WHO[allowed].includes(who)) return 'no right';
  if (SEES[column].includes(who)) return 'let in';
  return column === 'said' && who === 'self' ? 'own' : 'unknown';
}

/** How somebody uses it, with what its row says. */
export function askOf(name: string, as: Who, from: Ask['from'], number: number): Ask {
  const { about, form } = COMMANDS[name]!;
  // A button carries only its case; one of a command that has none can only be forged, and carries everything.
  const isBare = from === 'button' && name in BUTTONS;
  const values = { ...(about === 'case' && { case: `FB-${number}` }), ...(!isBare && form) };
  return { as, name, from, values };
}

/** Each command about a case, for each person and each case. */
export const CELLS = Object.entries(COMMANDS)
  .filter(([, { about }]) => about === 'case')
  .flatMap(([name]) => EVERYBODY.flatMap((who) => COLUMNS.map((column) => ({ name, who, column }))));

/** What docs/access.md says in words. */
export const SITUATIONS: Record<string, [Who, Column][]> = {
  'a moderator, handler, lead, one of management or admin of its community': [
    ['moderator', 'case'],
    ['handler', 'excluded'],
    ['lead', 'excluded'],
    ['management', 'case'],
    ['admin', 'closed'],
  ],
  'one of a department it was brought to': [
    ['department', 'case'],
    ['department', 'closed'],
  ],
  'a lead, one of management or admin, when it is for leads alone': [
    ['lead', 'leads'],
    ['management', 'leads'],
    ['admin', 'leads'],
  ],
  'a moderator, handler, or one of a department, when it is for leads alone': [
    ['moderator', 'leads'],
    ['handler', 'leads'],
    ['self', 'leads'],
    ['department', 'leads'],
  ],
  'somebody who was added to read it': [
    ['reader', 'case'],
    ['reader', 'closed'],
  ],
  'somebody who was added to read it, when it is for leads alone': [['reader', 'leads']],
  'one of another department': [['otherDepartment', 'case']],
  'a flagger, a member, or anybody else without a role': [
    ['flagger', 'case'],
    ['member', 'case'],
    ['nobody', 'case'],
  ],
  'somebody of another community, whatever they are there': [['foreigner', 'case']],
  'whoever is kept out of it, were they admin or of its department': [
    ['accused', 'excluded'],
    ['moderator', 'excluded'],
    ['department', 'excluded'],
    ['reader', 'excluded'],
    ['accused', 'leads'],
  ],
  'whoever said what it is about, were they moderator': [['self', 'said']],
};
