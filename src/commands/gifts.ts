import { caseName } from '../cases/case.ts';
import { holds, monthOf } from '../cases/gift.ts';
import { bold, paragraph, person, text, time, type Block, type Inline } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { giftName } from '../policy/lookup.ts';
import type { CodeCount, GiftRow, GiftSum } from '../store/gifts-port.ts';
import type { Command, CommandContext } from './desk/command.ts';

/** How many gifts one answer lists; more would not fit into one message on Discord. */
const LISTED = 10;

const STATES: Readonly<Record<GiftRow['state'], string>> = {
  proposed: 'waits for a yes',
  approved: 'not sent yet',
  given: 'given',
  refused: 'refused',
  withdrawn: 'taken back',
  failed: 'could not be delivered',
};

export const gifts: Command = {
  name: 'gifts',
  summary: 'What was given this month, what is left, and the last gifts',
  options: [
    { name: 'member', summary: 'Only what this member was given', required: false, type: 'person' },
    { name: 'month', summary: 'Another month, such as 2026-10', required: false, type: 'text' },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { command, standing, workspace } = context;
    const memberId = command.values['member'];
    const month = monthIn(context);
    // Of a member everything, of everybody a month.
    const where = { workspaceId: workspace.id, ...(memberId ? { memberId } : { month }) };
    const rows = await context.gifts.rows(where, standing, LISTED);
    await noteLooked(rows, context);
    // What others were given would say that they have a case; a month's sums are of nobody.
    const sums = memberId ? [] : await monthBlocks(month, context);
    return { type: 'say', blocks: [...sums, ...listBlocks(rows, memberId, context)] };
  },
};

function monthIn({ command, workspace, policy, now }: CommandContext): string {
  const typed = command.values['month']?.trim();
  if (!typed) return monthOf(now, workspace.timeZone ?? policy.timeZone);
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(typed)) return typed;
  throw new NotPossible(`"${typed.slice(0, 40)}" is not a month. Write it like 2026-10.`);
}

async function monthBlocks(
  month: string,
  { gifts: ledger, workspace, policy }: CommandContext,
): Promise<Block[]> {
  const sums = await ledger.sums(workspace.id, month);
  const codes = await ledger.codes(workspace.id);
  const keys = [...new Set([...Object.keys(policy.gifts), ...sums.map(({ gift }) => gift)])];
  if (keys.length === 0)
    return [
      paragraph('There are no gifts yet. Whoever runs Hearback adds them to hearback.yaml under gifts.'),
    ];
  const language = workspace.language ?? policy.language;
  const items = keys.map((key): Inline[] => [
    bold(giftName(policy, key, language)),
    text(`: ${sumWords(sums.find(({ gift }) => gift === key))}`),
    text(
      codeWords(
        policy.gifts[key]?.type === 'codes',
        codes.find(({ gift }) => gift === key),
      ),
    ),
  ]);
  return [
    paragraph(bold(`Gifts in ${month}`)),
    { type: 'list', ordered: false, items },
    paragraph(limitWords(sums, policy.giftLimits)),
  ];
}

function sumWords(sum: GiftSum | undefined): string {
  if (!sum) return 'none given';
  const parts = [
    `${sum.given} given`,
    sum.waiting > 0 && `${sum.waiting} on the way`,
    sum.failed > 0 && `${sum.failed} not delivered`,
    sum.value > 0 && `value ${sum.value}`,
  ];
  return parts.filter(Boolean).join(', ');
}

function codeWords(hasCodes: boolean, count: CodeCount | undefined): string {
  if (!hasCodes && !count) return '';
  const { left = 0, uncertain = 0 } = count ?? {};
  const held = uncertain > 0 ? `, ${uncertain} held back since a backup was restored` : '';
  return `; ${left} ${left === 1 ? 'code' : 'codes'} left${held}`;
}

function limitWords(
  sums: readonly GiftSum[],
  { perMonth, budget }: CommandContext['policy']['giftLimits'],
): string {
  const count = sums.reduce((all, { given, waiting, failed }) => all + given + waiting + failed, 0);
  const value = sums.reduce((all, each) => all + each.value, 0);
  return `Together ${count} of ${perMonth} a month${budget === null ? `, value ${value}` : `, value ${value} of ${budget}`}.`;
}

function listBlocks(
  rows: readonly GiftRow[],
  memberId: string | undefined,
  { policy, workspace }: CommandContext,
): Block[] {
  if (rows.length === 0)
    return memberId ? [paragraph('You can see no gifts to this member.')] : [paragraph('None to list.')];
  const language = workspace.language ?? policy.language;
  const items = rows.map((row): Inline[] => [
    bold(row.caseNumber === null ? '(removed)' : caseName(policy.prefix, row.caseNumber)),
    text(
      ` ${giftName(policy, row.key, language)} · ${row.member?.name ?? 'erased member'} · ${STATES[row.state]} · `,
    ),
    time(row.at),
    ...(row.proposedBy ? [text(' · by '), person(row.proposedBy)] : []),
    ...(row.decidedBy
      ? [text(row.state === 'refused' ? ' · refused by ' : ' · approved by '), person(row.decidedBy)]
      : []),
  ]);
  const count = rows.filter(holds).length;
  const title = memberId
    ? `What they were given: ${count === LISTED ? `the last ${count}` : count}`
    : 'The last ones';
  return [paragraph(bold(title)), { type: 'list', ordered: false, items }];
}

/** Nothing is shown when this fails. */
async function noteLooked(
  rows: readonly GiftRow[],
  { audit, command, workspace }: CommandContext,
): Promise<void> {
  const numbers = rows.flatMap(({ caseNumber }) => (caseNumber === null ? [] : [caseNumber]));
  if (numbers.length === 0) return;
  await audit.note({
    workspaceId: workspace.id,
    actorId: command.by.userId,
    action: 'gifts_listed',
    detail: { cases: [...new Set(numbers)].join(' ') },
  });
}
