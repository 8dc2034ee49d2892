import { caseName } from '../../cases/case.ts';
import type { PageChart } from '../../cases/figures/page-chart.ts';
import { figurePage } from '../figure-page.ts';
import { figureFrame, figureQuery, stepsOf, type Step } from '../figure-query.ts';
import { NONE, sayIn, unbroken, type Table } from '../figure-words.ts';
import type { OpenPromise } from '../../store/figures-port.ts';
import type { Page, Rooms, Visit, Visitor } from '../page.ts';
import { pictures } from '../pictures.ts';
import { clockIn } from '../times.ts';

/** Promises that are still to be kept, the earliest. */
const OPEN = 50;
const FIELDS = ['department', 'kind'] as const;

/** Whether members heard from us by when they were promised to, and what is due next. */
export const promises: Page = {
  name: 'promises',
  method: 'GET',
  path: '/promises',
  allow: 'staff',
  async handle(parts) {
    const { visitor, rooms, query, names } = parts;
    const { texts } = visitor;
    const asked = figureQuery(query, visitor, rooms.now(), FIELDS);
    const frame = {
      ...figureFrame('/promises', query, asked, visitor, FIELDS),
      title: texts.dashboard.pages.promises,
      intro: texts.figures.promises.intro,
    };
    return figurePage(parts, frame, {
      name: 'promises',
      read: async () => ({
        steps: await rooms.figures.promises(asked.scope, asked.time, rooms.now()),
        open: await rooms.figures.openPromises(asked.scope, OPEN),
      }),
      named: ({ open }) => open,
      async draw({ steps: found, open }) {
        const at = new Map(found.map((each) => [each.at.getTime(), each]));
        const steps = stepsOf(asked.time, texts.common.code).map((step) => ({
          ...step,
          kept: at.get(step.ms)?.kept ?? 0,
          broken: at.get(step.ms)?.broken ?? 0,
        }));
        return {
          tiles: tilesOf(steps, visitor),
          pictures: found.length > 0 ? await pictures([chartOf(steps, visitor)], rooms) : [],
          tables: [
            ...(await openTable(open, visitor, rooms, names)),
            ...(found.length > 0 ? [stepTable(steps, texts.figures.step[asked.time.step], visitor)] : []),
          ],
          note: open.length === 0 ? texts.figures.promises.noneOpen : null,
        };
      },
    });
  },
};

type KeptStep = Step & { kept: number; broken: number };

function tilesOf(steps: readonly KeptStep[], { texts }: Visitor) {
  const words = texts.figures.promises;
  const say = sayIn(texts);
  const kept = steps.reduce((sum, each) => sum + each.kept, 0);
  const broken = steps.reduce((sum, each) => sum + each.broken, 0);
  return [
    { label: words.share, value: say.percent(kept, kept + broken), note: null },
    { label: words.kept, value: say.number(kept), note: null },
    { label: words.broken, value: say.number(broken), note: null },
  ];
}

function chartOf(steps: readonly KeptStep[], { texts }: Visitor): PageChart {
  const words = texts.figures.promises;
  return {
    title: texts.dashboard.pages.promises,
    labels: steps.map(({ label }) => label),
    form: 'bars',
    series: [
      { name: words.kept, values: steps.map(({ kept }) => kept) },
      { name: words.broken, values: steps.map(({ broken }) => broken) },
    ],
  };
}

function stepTable(steps: readonly KeptStep[], stepName: string, { texts }: Visitor): Table {
  const words = texts.figures.promises;
  const say = sayIn(texts);
  return {
    caption: texts.figures.numbers,
    head: [stepName, words.kept, words.broken, words.share],
    rows: steps.toReversed().map(({ long, kept, broken }) => ({
      cells: [long, say.number(kept), say.number(broken), say.percent(kept, kept + broken)],
      url: null,
    })),
  };
}

async function openTable(
  open: readonly OpenPromise[],
  visitor: Visitor,
  { now }: Rooms,
  names: Visit['names'],
): Promise<Table[]> {
  if (open.length === 0) return [];
  const { texts, policy, workspace, timeZone } = visitor;
  const words = texts.figures.promises;
  const nameOf = await names(
    workspace.id,
    open.flatMap(({ handlerId }) => handlerId ?? []),
  );
  const clock = clockIn(timeZone, texts.common.code);
  const late = now();
  return [
    {
      caption: words.open,
      isList: true,
      head: [
        texts.figures.gifts.case,
        texts.dashboard.fields.member,
        texts.dashboard.fields.handler,
        words.due,
      ],
      rows: open.map(({ number, member, handlerId, deadline }) => ({
        cells: [
          caseName(policy.prefix, number),
          member,
          handlerId === null ? NONE : nameOf(handlerId),
          `${unbroken(clock(deadline).text)}${deadline < late ? ` (${words.late})` : ''}`,
        ],
        url: `/cases/${number}`,
      })),
    },
  ];
}
