import { caseName } from '../../cases/case.ts';
import type { GiftRow, Gifts } from '../../store/gifts-port.ts';
import type { PrefixOf } from '../frame/case-prefix.ts';
import { count, table, time } from '../frame/table.ts';

/** Most gifts a ledger shows. */
const LEDGER_MAX = 100_000;

/** What one community gave in one month. */
export interface Ledger {
  workspaceId: string;
  month: string;
  sums: Awaited<ReturnType<Gifts['sums']>>;
  codes: Awaited<ReturnType<Gifts['codes']>>;
  gifts: GiftRow[];
}

export async function ledgerOf(record: Gifts, workspaceId: string, month: string): Promise<Ledger> {
  return {
    workspaceId,
    month,
    sums: await record.sums(workspaceId, month),
    codes: await record.codes(workspaceId),
    gifts: (await record.rows({ workspaceId, month }, 'program', LEDGER_MAX)).toReversed(),
  };
}

/** For people: the sums, then one line a gift. */
export function asText(
  { workspaceId, month, sums, codes, gifts: rows }: Ledger,
  prefixOf: PrefixOf,
): string[] {
  const keys = [...new Set([...sums, ...codes].map(({ gift }) => gift))].toSorted();
  const perGift = keys.map((key) => {
    const sum = sums.find(({ gift }) => gift === key);
    const left = codes.find(({ gift }) => gift === key);
    return [
      key,
      sum?.given ?? 0,
      sum?.waiting ?? 0,
      sum?.failed ?? 0,
      sum?.value ?? 0,
      left?.left ?? '',
      left?.uncertain ?? '',
    ].map(String);
  });
  const listed = rows.map((row) => [
    time(row.at),
    row.caseNumber === null ? '' : caseName(prefixOf(workspaceId), row.caseNumber),
    row.key,
    String(row.value),
    row.state,
    row.member?.name ?? '',
  ]);
  return [
    `${workspaceId}, ${month}: ${count(
      sums.reduce((all, { given }) => all + given, 0),
      'gift',
    )} given.`,
    ...(perGift.length > 0
      ? table([
          ['GIFT', 'GIVEN', 'ON THE WAY', 'NOT DELIVERED', 'VALUE', 'CODES LEFT', 'HELD BACK'],
          ...perGift,
        ])
      : []),
    ...(listed.length > 0
      ? ['', ...table([['AT', 'CASE', 'GIFT', 'VALUE', 'STATE', 'MEMBER'], ...listed])]
      : []),
  ];
}

const COLUMNS = [
  'month',
  'community',
  'case',
  'gift',
  'value',
  'state',
  'member',
  'member id',
  'proposed by',
  'decided by',
  'at',
];

/** For spreadsheets: one row a gift, the first one with what each column is. */
export function asRows(ledgers: readonly Ledger[], prefixOf: PrefixOf): (string | number | null)[][] {
  const rows = ledgers.flatMap(({ gifts: given }) => given);
  return [
    COLUMNS,
    ...rows.map((row) => [
      row.month,
      row.workspaceId,
      row.caseNumber === null ? null : caseName(prefixOf(row.workspaceId), row.caseNumber),
      row.key,
      row.value,
      row.state,
      row.member?.name ?? null,
      row.member?.userId ?? null,
      row.proposedBy,
      row.decidedBy,
      row.at.toISOString(),
    ]),
  ];
}
