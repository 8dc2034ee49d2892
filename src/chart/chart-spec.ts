import type { Axis, GroupMark, Legend, Mark, Spec } from 'vega';
import type { Chart } from '../cases/digest/chart.ts';

/** In points; a phone shows them at about three quarters of their size, so that no text is smaller than 13. */
const WIDTH = 440;
const BARS_HEIGHT = 170;
const LINE_HEIGHT = 80;
const TEXT = 14;
const SMALL = 13;

/** Of the palette of Okabe and Ito, which people with any colour blindness can tell apart. */
const FIRST = '#0072b2';
const SECOND = '#e69f00';
const INK = '#1d1c1d';
const LINE = '#e0e0e0';

/** The chart as Vega draws it: on white, labelled with its numbers, without a second scale on one axis. */
export function chartSpec(chart: Chart): Spec {
  const isRated = chart.points.some(({ third }) => third !== null);
  return {
    $schema: 'https://vega.github.io/schema/vega/v6.json',
    background: '#ffffff',
    padding: 16,
    autosize: { type: 'pad' },
    title: { text: chart.title, anchor: 'start', fontSize: 17, fontWeight: 'bold', color: INK, offset: 12 },
    config: { axis: { labelColor: INK, titleColor: INK }, text: { fill: INK } },
    data: [
      {
        name: 'bars',
        values: chart.points.flatMap(({ label, first, second }) => [
          { label, what: chart.first, count: first },
          { label, what: chart.second, count: second },
        ]),
      },
      {
        name: 'rated',
        values: chart.points.map(({ label, third }) => ({
          label,
          third: third ?? 1,
          isRated: third !== null,
        })),
      },
    ],
    scales: [
      {
        name: 'x',
        type: 'band',
        domain: chart.points.map(({ label }) => label),
        range: [0, WIDTH],
        padding: 0.15,
      },
      { name: 'colour', type: 'ordinal', domain: [chart.first, chart.second], range: [FIRST, SECOND] },
    ],
    layout: { columns: 1, padding: 26, bounds: 'full', align: 'all' },
    legends: [legend()],
    marks: [barsGroup(chart), ...(isRated ? [lineGroup(chart.third)] : [])],
  };
}

function legend(): Legend {
  return {
    fill: 'colour',
    orient: 'top',
    direction: 'horizontal',
    symbolType: 'square',
    labelFontSize: TEXT,
    symbolSize: 160,
    columnPadding: 18,
    offset: 4,
  };
}

function barsGroup({ points }: Chart): GroupMark {
  const most = Math.max(1, ...points.flatMap(({ first, second }) => [first, second]));
  return {
    type: 'group',
    encode: { enter: { width: { value: WIDTH }, height: { value: BARS_HEIGHT } } },
    scales: [
      { name: 'y', domain: [0, most], range: [BARS_HEIGHT, 14], nice: true },
      {
        name: 'side',
        type: 'band',
        domain: { data: 'bars', field: 'what' },
        range: { step: { signal: "bandwidth('x') / 2" } },
      },
    ],
    axes: [days(), { ...across(3), format: 'd', tickMinStep: 1 }],
    marks: [
      {
        type: 'rect',
        from: { data: 'bars' },
        encode: {
          enter: {
            ...barX(0),
            width: { scale: 'side', band: 0.9 },
            y: { scale: 'y', field: 'count' },
            y2: { scale: 'y', value: 0 },
            fill: { scale: 'colour', field: 'what' },
          },
        },
      },
      numbers('bars', 'count', "datum.count > 0 ? datum.count : ''", barX(0.45)),
    ],
  };
}

function lineGroup(title: string): GroupMark {
  const place = { x: { scale: 'x', field: 'label', band: 0.5 }, y: { scale: 'y', field: 'third' } };
  return {
    type: 'group',
    title: { text: title, anchor: 'start', fontSize: TEXT, fontWeight: 'normal', color: INK, offset: 8 },
    encode: { enter: { width: { value: WIDTH }, height: { value: LINE_HEIGHT } } },
    scales: [{ name: 'y', domain: [1, 5.4], range: [LINE_HEIGHT, 0] }],
    axes: [days(), { ...across(5), values: [1, 3, 5], format: 'd' }],
    marks: [
      {
        type: 'line',
        from: { data: 'rated' },
        encode: {
          enter: {
            ...place,
            defined: { field: 'isRated' },
            stroke: { value: INK },
            strokeWidth: { value: 2 },
          },
        },
      },
      {
        type: 'symbol',
        from: { data: 'rated' },
        encode: { enter: { ...place, size: { signal: 'datum.isRated ? 60 : 0' }, fill: { value: INK } } },
      },
      numbers('rated', 'third', "datum.isRated ? format(datum.third, '.1f') : ''", place),
    ],
  };
}

/** Where a bar stands, `band` of its own width to the right. */
function barX(band: number) {
  return { x: { scale: 'x', field: 'label', offset: { scale: 'side', field: 'what', band } } };
}

/** The number above what it counts. */
function numbers(data: string, field: string, signal: string, place: { x: object }): Mark {
  return {
    type: 'text',
    from: { data },
    encode: {
      enter: {
        ...place,
        y: { scale: 'y', field, offset: -8 },
        text: { signal },
        fontSize: { value: SMALL },
        align: { value: 'center' },
        baseline: { value: 'alphabetic' },
      },
    },
  };
}

function days(): Axis {
  return {
    orient: 'bottom',
    scale: 'x',
    labelFontSize: SMALL,
    ticks: false,
    domainColor: LINE,
    labelPadding: 6,
    labelOverlap: false,
  };
}

function across(ticks: number): Axis {
  return {
    orient: 'left',
    scale: 'y',
    tickCount: ticks,
    domain: false,
    ticks: false,
    labelFontSize: SMALL,
    labelPadding: 6,
  };
}
