import { parse, type Spec, View } from 'vega';
import { nearness, type Result } from './results.ts';

const WIDTH = 420;
const BAR = 22;
/** On a scale of logarithms, so that half as good is as far from the line as twice as good. */
const ENDS = [0.1, 10] as const;
/** Of the palette of Okabe and Ito; both stand out on white and on black. */
const [MET, NOT_MET] = ['#0b8f68', '#d55e00'];
/** The reader's own choice decides, also where the picture stands alone. */
const STYLE =
  '<style>text{fill:#1d1c1d}.grid line,.line line{stroke:#8a8a8a}@media(prefers-color-scheme:dark){text{fill:#eeeeee}}</style>';

/** For each benchmark how near its worst figure is to what is wanted, as an SVG that can be read on white and on black. */
export async function drawChart(results: readonly Result[]): Promise<string> {
  const values = results.map(({ name, figures }) => {
    const worst = Math.min(...figures.map(nearness));
    const [least, most] = ENDS;
    const shown = Math.min(most, Math.max(least, worst));
    return {
      name,
      shown,
      // Where the bar ends: its label stands behind it.
      right: Math.max(1, shown),
      label: `${worst.toPrecision(2)} ×`,
      isMet: figures.every(({ isMet }) => isMet),
    };
  });
  const svg = await new View(parse(specOf(values)), { renderer: 'none' }).toSVG();
  return `${svg.replace(/(<svg [^>]*>)/, `$1${STYLE}`)}\n`;
}

function specOf(values: readonly object[]): Spec {
  return {
    $schema: 'https://vega.github.io/schema/vega/v6.json',
    width: WIDTH,
    height: values.length * BAR,
    padding: 8,
    title: { text: 'How near to what is wanted (1 × is just that)', anchor: 'start', fontSize: 14 },
    data: [{ name: 'values', values: [...values] }],
    scales: [
      { name: 'y', type: 'band', domain: { data: 'values', field: 'name' }, range: 'height', padding: 0.25 },
      { name: 'x', type: 'log', domain: [...ENDS], range: 'width' },
    ],
    axes: [
      { orient: 'left', scale: 'y', domain: false, ticks: false, labelFontSize: 13, labelPadding: 6 },
      {
        orient: 'bottom',
        scale: 'x',
        values: [0.1, 0.2, 0.5, 1, 2, 5, 10],
        format: '~g',
        grid: true,
        labelFontSize: 12,
        gridColor: '#8a8a8a',
        gridOpacity: 0.35,
        domainColor: '#8a8a8a',
        tickColor: '#8a8a8a',
      },
    ],
    marks: [
      {
        type: 'rect',
        from: { data: 'values' },
        encode: {
          enter: {
            y: { scale: 'y', field: 'name' },
            height: { scale: 'y', band: 1 },
            x: { scale: 'x', value: 1 },
            x2: { scale: 'x', field: 'shown' },
            fill: [{ test: 'datum.isMet', value: MET }, { value: NOT_MET }],
          },
        },
      },
      {
        type: 'text',
        from: { data: 'values' },
        encode: {
          enter: {
            y: { scale: 'y', field: 'name', band: 0.5 },
            x: { scale: 'x', field: 'right', offset: 4 },
            baseline: { value: 'middle' },
            fontSize: { value: 12 },
            text: { field: 'label' },
          },
        },
      },
    ],
  };
}
