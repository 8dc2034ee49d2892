import { caseName } from '../cases/case.ts';
import { holds, monthOf } from '../cases/gift.ts';
import { bold, inlines, paragraph, person, text, time, type Block, type Inline } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { giftName } from '../policy/lookup.ts';
import type { CodeCount, GiftRow, GiftSum } from '../store/gifts-port.ts';
import type { Texts } from '../texts/index.ts';
import type { Command, CommandContext } from './desk/command.ts';

/** How many gifts one answer lists; more would not fit into one message on Discord. */
const LISTED = 10;

type Words = Texts['commands']['gifts'];

export const gifts: Command = {
  name: 'gifts',
  summary: (texts) => texts.commands.gifts.summary,
  options: [
    {
      name: 'member',
      summary: (texts) => texts.commands.gifts.options.member,
      required: false,
      type: 'person',
    },
    { name: 'month', summary: (texts) => texts.commands.gifts.options.month, required: false, type: 'text' },
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
  throw new NotPossible((texts) => texts.commands.gifts.notAMonth(typed.slice(0, 40)));
}

async function monthBlocks(
  month: string,
  { gifts: ledger, workspace, policy, texts }: CommandContext,
): Promise<Block[]> {
  const words = texts.commands.gifts;
  const sums = await ledger.sums(workspace.id, month);
  const codes = await ledger.codes(workspace.id);
  const keys = [...new Set([...Object.keys(policy.gifts), ...sums.map(({ gift }) => gift)])];
  if (keys.length === 0) return [paragraph(words.noneThere)];
  const items = keys.map((key) => {
    const hasCodes = policy.gifts[key]?.type === 'codes';
    const sum = sums.find(({ gift }) => gift === key);
    const left = codes.find(({ gift }) => gift === key);
    const name = bold(giftName(policy, workspace, key, texts.common.code));
    return inlines(...words.sum(name, sumWords(sum, words), codeWords(hasCodes, left, words)));
  });
  return [
    paragraph(bold(words.ofMonth(month))),
    { type: 'list', ordered: false, items },
    paragraph(limitWords(sums, policy.giftLimits, words)),
  ];
}

function sumWords(sum: GiftSum | undefined, words: Words): string {
  if (!sum) return words.noneGiven;
  const parts = [
    words.given(sum.given),
    sum.waiting > 0 && words.onTheWay(sum.waiting),
    sum.failed > 0 && words.notDelivered(sum.failed),
    sum.value > 0 && words.value(sum.value),
  ];
  return parts.filter(Boolean).join(', ');
}

function codeWords(hasCodes: boolean, count: CodeCount | undefined, words: Words): string {
  if (!hasCodes && !count) return '';
  const { left = 0, uncertain = 0 } = count ?? {};
  const held = uncertain > 0 ? [words.heldBack(uncertain)] : [];
  return [words.codesLeft(left), ...held].join(', ');
}

function limitWords(
  sums: readonly GiftSum[],
  { perMonth, budget }: CommandContext['policy']['giftLimits'],
  words: Words,
): string {
  const count = sums.reduce((all, { given, waiting, failed }) => all + given + waiting + failed, 0);
  const value = sums.reduce((all, each) => all + each.value, 0);
  return words.together(count, perMonth, value, budget);
}

function listBlocks(
  rows: readonly GiftRow[],
  memberId: string | undefined,
  { policy, workspace, texts }: CommandContext,
): Block[] {
  const words = texts.commands.gifts;
  if (rows.length === 0) return [paragraph(memberId ? words.noneSeen : words.noneListed)];
  const items = rows.map((row): Inline[] => [
    bold(row.caseNumber === null ? words.removed : caseName(policy.prefix, row.caseNumber)),
    text(
      ` ${giftName(policy, workspace, row.key, texts.common.code)} · ${row.member?.name ?? words.erased} · ${words.states[row.state]} · `,
    ),
    time(row.at),
    ...(row.proposedBy ? [text(words.by), person(row.proposedBy)] : []),
    ...(row.decidedBy
      ? [text(row.state === 'refused' ? words.refusedBy : words.approvedBy), person(row.decidedBy)]
      : []),
  ]);
  const count = rows.filter(holds).length;
  const title = memberId ? words.ofMember(count, count < LISTED) : words.last;
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
