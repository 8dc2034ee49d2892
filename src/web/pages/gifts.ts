import { DateTime } from 'luxon';
import { caseName } from '../../cases/case.ts';
import { monthOf } from '../../cases/gift.ts';
import { giftName } from '../../policy/lookup.ts';
import type { GiftMonth } from '../../store/figures-port.ts';
import type { GiftRow } from '../../store/gifts-port.ts';
import { figurePage } from '../figure-page.ts';
import { Reading, addressOf } from '../filters.ts';
import { NONE, sayIn, unbroken, type Table } from '../figure-words.ts';
import type { Page, Visit, Visitor } from '../page.ts';
import { pictures } from '../pictures.ts';
import { localeOf } from '../../texts/locale.ts';
import { clockIn } from '../times.ts';

/** Months that are shown, and gifts of one of them. */
const MONTHS = 12;
const LISTED = 200;

/** What was given, month by month: amounts and never codes. Of cases this person may see, as if there were no others. */
export const gifts: Page = {
  name: 'gifts',
  method: 'GET',
  path: '/gifts',
  allow: 'staff',
  async handle(parts) {
    const { visitor, rooms, query, names } = parts;
    const { texts, workspace, policy, standing } = visitor;
    const thisMonth = monthOf(rooms.now(), workspace.timeZone ?? policy.timeZone);
    const reading = new Reading(query, visitor);
    const month = monthIn(reading) ?? thisMonth;
    const months = monthsUntil(thisMonth);
    const frame = {
      faults: reading.done(),
      path: '/gifts',
      tabs: [],
      fields: [monthField(months.includes(month) ? months : [month, ...months], month, visitor)],
      days: [],
      span: null,
      isFiltered: Boolean(query['month']),
      title: texts.dashboard.pages.gifts,
      intro: texts.figures.gifts.intro,
    };
    return figurePage(parts, frame, {
      name: 'gifts',
      read: async () => ({
        month,
        sums: await rooms.figures.gifts(
          { workspaceId: workspace.id, eyes: standing },
          months[0] ?? thisMonth,
        ),
        rows: await rooms.gifts.rows({ workspaceId: workspace.id, month }, standing, LISTED),
      }),
      named: ({ rows }) =>
        rows.flatMap(({ caseNumber }) => (caseNumber === null ? [] : { number: caseNumber })),
      draw: async ({ sums, rows }) => ({
        pictures: await pictures(chartsOf(sums, months, visitor), rooms),
        tables: [...monthTable(sums, visitor), ...(await listTable(rows, month, visitor, names))],
        note: sums.length > 0 && rows.length === 0 ? noneIn(month, visitor) : null,
        isEmpty: sums.length === 0 && rows.length === 0,
      }),
    });
  },
};

function monthIn(reading: Reading): string | undefined {
  const typed = reading.text('month');
  if (typed === undefined || /^20\d\d-(?:0[1-9]|1[0-2])$/.test(typed)) return typed;
  return reading.fault('month', reading.words.month(typed.slice(0, 40)));
}

/** The months to choose from, the latest first. */
function monthField(months: readonly string[], chosen: string, { texts }: Visitor) {
  return {
    name: 'month',
    label: texts.dashboard.fields.month,
    any: null,
    options: months
      .toSorted()
      .toReversed()
      .map((key) => ({ key, label: monthName(key, texts.common.code), isChosen: key === chosen })),
  };
}

/** The last months, oldest first. */
function monthsUntil(last: string): string[] {
  const end = DateTime.fromISO(`${last}-01`, { zone: 'UTC' });
  return Array.from({ length: MONTHS }, (_each, back) =>
    end.minus({ months: MONTHS - 1 - back }).toFormat('yyyy-MM'),
  );
}

function chartsOf(sums: readonly GiftMonth[], months: readonly string[], { texts }: Visitor) {
  if (sums.length === 0) return [];
  const { given, value } = texts.figures.gifts;
  const label = new Intl.DateTimeFormat(localeOf(texts.common.code), {
    timeZone: 'UTC',
    month: 'short',
    year: '2-digit',
  });
  const labels = months.map((month) => label.format(new Date(`${month}-01T00:00:00Z`)));
  const of = (count: (sum: GiftMonth) => number) =>
    months.map((month) =>
      sums.filter((sum) => sum.month === month).reduce((all, sum) => all + count(sum), 0),
    );
  return [
    {
      title: given,
      labels,
      form: 'bars' as const,
      series: [{ name: given, values: of((sum) => sum.given) }],
    },
    {
      title: value,
      labels,
      form: 'bars' as const,
      series: [{ name: value, values: of((sum) => sum.value) }],
    },
  ];
}

/** November 2026 */
function monthName(month: string, language: string): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

function noneIn(month: string, { texts }: Visitor): string {
  return texts.figures.gifts.noneIn(monthName(month, texts.common.code));
}

function monthTable(sums: readonly GiftMonth[], { texts, policy, workspace }: Visitor): Table[] {
  if (sums.length === 0) return [];
  const words = texts.figures.gifts;
  const say = sayIn(texts);
  return [
    {
      caption: texts.figures.numbers,
      head: [words.month, words.gift, words.given, words.waiting, words.failed, words.value],
      rows: sums.map(({ month, gift, given, waiting, failed, value }) => ({
        cells: [
          monthName(month, texts.common.code),
          giftName(policy, workspace, gift, texts.common.code),
          ...[given, waiting, failed, value].map(say.number),
        ],
        url: addressOf('/gifts', {}, { month }),
      })),
    },
  ];
}

async function listTable(
  rows: readonly GiftRow[],
  month: string,
  visitor: Visitor,
  names: Visit['names'],
): Promise<Table[]> {
  if (rows.length === 0) return [];
  const { texts, policy, workspace, timeZone } = visitor;
  const words = texts.figures.gifts;
  const nameOf = await names(
    workspace.id,
    rows.flatMap(({ proposedBy }) => proposedBy ?? []),
  );
  const clock = clockIn(timeZone, texts.common.code);
  return [
    {
      caption: words.list(monthName(month, texts.common.code)),
      isList: true,
      head: [
        words.case,
        words.gift,
        texts.dashboard.fields.member,
        words.state,
        words.value,
        words.by,
        words.at,
      ],
      rows: rows.map(({ caseNumber, key, member, state, value, proposedBy, at }) => ({
        cells: [
          caseNumber === null ? words.removed : caseName(policy.prefix, caseNumber),
          giftName(policy, workspace, key, texts.common.code),
          member?.name ?? words.erased,
          words.states[state],
          sayIn(texts).number(value),
          proposedBy === null ? NONE : nameOf(proposedBy),
          unbroken(clock(at).text),
        ],
        url: caseNumber === null ? null : `/cases/${caseNumber}`,
      })),
    },
  ];
}
