import type { Axis, Mark, Scale, Spec } from 'vega';
import type { PageChart } from '../cases/figures/page-chart.ts';

/** In points; a phone shows them at about four fifths of their size. */
const WIDTH = 380;
const HEIGHT = 150;
const SMALL = 13;
/** About how many lines go across. */
const TICKS = 4;

/** The page's style sheet says which: light, dark and on paper they differ. */
const COLOURS = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)'];
const INK = 'currentColor';
const LINE = 'var(--chart-line)';

/** The chart as Vega draws it for a page: no inline styles, which no page of ours may have. */
export function pageChartSpec(chart: PageChart): Spec {
  const values = chart.series.flatMap(({ name, values: each }) =>
    each.flatMap((value, index) =>
      value === null ? [] : [{ label: chart.labels[index] ?? '', what: name, value }],
    ),
  );
  return {
    $schema: 'https://vega.github.io/schema/vega/v6.json',
    width: WIDTH,
    height: HEIGHT,
    padding: 2,
    autosize: { type: 'pad' },
    data: [{ name: 'values', values }],
    scales: scalesOf(chart),
    axes: [steps(chart.isOfNames === true), amounts()],
    ...(chart.series.length > 1 && { legends: [legend(chart.form)] }),
    marks: chart.form === 'bars' ? [bars()] : lines(chart),
  };
}

function scalesOf({ labels, series, domain }: PageChart): Scale[] {
  const most = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const names = series.map(({ name }) => name);
  return [
    { name: 'x', type: 'band', domain: [...labels], range: 'width', padding: 0.2 },
    {
      name: 'y',
      domain: domain ? [...domain] : [0, most],
      range: 'height',
      zero: domain === undefined,
      ...(domain === undefined && { nice: TICKS }),
    },
    { name: 'colour', type: 'ordinal', domain: names, range: COLOURS },
    {
      name: 'side',
      type: 'band',
      domain: names,
      range: { step: { signal: `bandwidth('x') / ${Math.max(1, names.length)}` } },
    },
  ];
}

function bars(): Mark {
  return {
    type: 'rect',
    from: { data: 'values' },
    encode: {
      enter: {
        x: { scale: 'x', field: 'label', offset: { scale: 'side', field: 'what' } },
        width: { scale: 'side', band: 0.92 },
        y: { scale: 'y', field: 'value' },
        y2: { scale: 'y', value: 0 },
        fill: { scale: 'colour', field: 'what' },
      },
    },
  };
}

/** A line for each part without a gap, and a dot for each value, so that one alone is seen. */
function lines({ series, labels }: PageChart): Mark[] {
  const x = { scale: 'x', field: 'label', band: 0.5 };
  const y = { scale: 'y', field: 'value' };
  return series.flatMap(({ name, values }, index): Mark[] => {
    const colour = { value: COLOURS[index] ?? INK };
    const parts = partsOf(values);
    return [
      ...parts.map((part): Mark => ({
        type: 'line',
        from: { data: 'values' },
        encode: {
          enter: {
            x,
            y,
            defined: {
              signal: `datum.what === ${JSON.stringify(name)} && indexof(${JSON.stringify(part.map((at) => labels[at] ?? ''))}, datum.label) >= 0`,
            },
            stroke: colour,
            strokeWidth: { value: 2 },
          },
        },
      })),
      {
        type: 'symbol',
        from: { data: 'values' },
        encode: {
          enter: { x, y, fill: colour, size: { signal: `datum.what === ${JSON.stringify(name)} ? 40 : 0` } },
        },
      },
    ];
  });
}

/** Places of values that follow one another. */
function partsOf(values: readonly (number | null)[]): number[][] {
  const parts: number[][] = [[]];
  values.forEach((value, at) => (value === null ? parts.push([]) : parts.at(-1)?.push(at)));
  return parts.filter(({ length }) => length > 1);
}

const LABELLED = { labelColor: INK, labelFontSize: SMALL, labelPadding: 6, ticks: false } as const;

/** Of times some labels can go; of names each is wanted, and they stand aslant. */
function steps(isOfNames: boolean): Axis {
  return {
    ...LABELLED,
    orient: 'bottom',
    scale: 'x',
    domainColor: LINE,
    // Below the lowest number of the other axis, which stands half beneath the line.
    labelPadding: 10,
    ...(isOfNames
      ? { labelAngle: -35, labelAlign: 'right', labelBaseline: 'middle', labelLimit: WIDTH }
      : { labelOverlap: 'parity', labelSeparation: 8 }),
  };
}

function amounts(): Axis {
  return {
    ...LABELLED,
    orient: 'left',
    scale: 'y',
    tickCount: TICKS,
    // There is no half of a case; and a whole number is written the same in every language.
    tickMinStep: 1,
    format: 'd',
    domain: false,
    grid: true,
    gridColor: LINE,
  };
}

function legend(form: PageChart['form']) {
  return {
    fill: 'colour',
    orient: 'top',
    direction: 'horizontal',
    symbolType: form === 'bars' ? 'square' : 'circle',
    labelFontSize: SMALL,
    labelLimit: WIDTH / 2,
    labelColor: INK,
    symbolSize: 130,
    columnPadding: 16,
    offset: 8,
  } as const;
}
