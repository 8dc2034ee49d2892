import type { PageChart } from '../cases/figures/page-chart.ts';
import { NO_FIGURES, type Figures } from '../store/figures-port.ts';
import type { Read } from './barometer-tables.ts';
import type { Step } from './figure-query.ts';
import { sayIn } from './figure-words.ts';
import type { Moods } from './moods.ts';
import type { Visitor } from './page.ts';

/** The whole time in a few numbers. */
export function tilesOf(whole: Figures, { texts }: Visitor) {
  const { barometer: words } = texts.figures;
  const say = sayIn(texts);
  return [
    { label: words.opened, value: say.number(whole.opened), note: null },
    { label: words.closed, value: say.number(whole.closed), note: null },
    {
      label: words.firstAnswer,
      value: say.length(whole.waitedS),
      note: whole.waitedS === null ? null : words.half,
    },
    { label: words.rated, value: say.mean(whole.rated), note: words.ratings(whole.ratings) },
    { label: words.said, value: say.percent(whole.solved, whole.solved + whole.notYet), note: null },
  ];
}

/** What happened over time, in pictures; those in which there is anything. */
export function chartsOf(read: Read, steps: readonly Step[], visitor: Visitor): PageChart[] {
  return [...happened(read, steps, visitor), mood(read.moods, steps, visitor)].filter(({ series }) =>
    series.some(({ values }) => values.some((value) => value !== null && value !== 0)),
  );
}

function happened(read: Read, steps: readonly Step[], { texts }: Visitor): PageChart[] {
  const { barometer: words } = texts.figures;
  const at = new Map(read.steps.map((each) => [each.at.getTime(), each]));
  const of = (value: (figures: Figures) => number | null) =>
    steps.map(({ ms }) => value(at.get(ms) ?? NO_FIGURES));
  const labels = steps.map(({ label }) => label);
  const hours = (seconds: number | null) => (seconds === null ? null : Math.round(seconds / 360) / 10);
  return [
    {
      title: words.volume,
      labels,
      form: 'bars',
      series: [
        { name: words.opened, values: of(({ opened }) => opened) },
        { name: words.closed, values: of(({ closed }) => closed) },
      ],
    },
    {
      title: words.waited,
      labels,
      form: 'line',
      series: [{ name: words.waited, values: of(({ waitedS }) => hours(waitedS)) }],
    },
    {
      title: words.satisfaction,
      labels,
      form: 'line',
      domain: [1, 5],
      series: [{ name: words.satisfaction, values: of(({ rated }) => rated) }],
    },
  ];
}

function mood({ steps: moods }: Moods, steps: readonly Step[], { texts }: Visitor): PageChart {
  const { barometer: words } = texts.figures;
  return {
    title: words.mood,
    labels: steps.map(({ label }) => label),
    form: 'line',
    domain: [0, 100],
    series: [{ name: words.mood, values: steps.map(({ ms }) => moods.get(ms) ?? null) }],
  };
}
