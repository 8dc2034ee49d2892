import { caseName } from '../cases/case.ts';
import { departmentName, kindName } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { CaseRow } from '../store/digests-port.ts';
import { textsOf } from '../texts/index.ts';

/** By it spreadsheets know that the text is UTF-8. */
const BOM = '\uFEFF';

const COLUMNS: readonly { name: string; value: (row: CaseRow, about: About) => string | number | null }[] = [
  { name: 'case', value: ({ number }, { policy }) => caseName(policy.prefix, number) },
  { name: 'opened', value: ({ openedAt }) => openedAt.toISOString() },
  {
    name: 'kind',
    value: ({ kind }, { policy, workspace }) =>
      kindName(policy, { kind, workspaceId: workspace.id }, languageIn(workspace)),
  },
  { name: 'severity', value: ({ severity }) => severity },
  { name: 'state', value: ({ state }) => state },
  { name: 'member', value: ({ member }) => member },
  { name: 'handler', value: ({ handlerId }) => handlerId },
  {
    name: 'departments',
    value: ({ departments }, { workspace }) =>
      departments.map((key) => departmentName(workspace, key, languageIn(workspace))).join(', '),
  },
  { name: 'first answer', value: ({ answeredAt }) => answeredAt?.toISOString() ?? null },
  { name: 'closed', value: ({ closedAt }) => closedAt?.toISOString() ?? null },
  { name: 'rating', value: ({ rating }) => rating },
  { name: 'message', value: ({ permalink }) => permalink },
];

/** A table is for everybody in the community. */
function languageIn(workspace: WorkspacePolicy): string {
  return textsOf(workspace).common.code;
}

interface About {
  policy: Policy;
  workspace: WorkspacePolicy;
}

/** Cases as CSV (RFC 4180) for a spreadsheet, with a heading. What members wrote is not in it: the last column leads there. */
export function caseTable(rows: readonly CaseRow[], policy: Policy, workspace: WorkspacePolicy): string {
  return tableHead() + rows.map((row) => tableLine(row, { policy, workspace })).join('');
}

/** The first line. @param more names of columns behind those each table has */
export function tableHead(...more: string[]): string {
  return BOM + lineOf([...COLUMNS.map(({ name }) => name), ...more]);
}

/** One case. @param more what stands in the columns behind */
export function tableLine(row: CaseRow, about: About, ...more: string[]): string {
  return lineOf([...COLUMNS.map(({ value }) => value(row, about)), ...more]);
}

function lineOf(values: readonly (string | number | null)[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/**
 * A value in quotes. Names come from people, and a spreadsheet takes what begins with one of these signs for a formula: an
 * apostrophe in front makes it text. Where Excel writes decimals with a comma it breaks lines at semicolons, also within quotes
 * that it takes for words: there are none in a value. https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const whole = value.replaceAll(/[;\t]/g, ',');
  // Also behind what nobody sees, and as wide letters.
  const begins = /^[^\p{L}\p{N}"']*[=+\-@＝＋－＠]/u.test(whole) ? `'${whole}` : whole;
  const harmless = begins.replaceAll(/,[^\p{L}\p{N}']*?(?=[=+\-@＝＋－＠])/gu, "$&'");
  return `"${harmless.replaceAll('"', '""').replaceAll(/\r\n?|\n/g, ' ')}"`;
}
