/** A chart of a page: something over time, as bars side by side or as a line. Numbers and words of ours, nobody's names. */
export interface PageChart {
  /** What a screen reader says of it; its numbers are in a table beneath. */
  title: string;
  /** One for each step, oldest first. */
  labels: readonly string[];
  /** The labels are names rather than times: each is wanted. */
  isOfNames?: boolean;
  form: 'bars' | 'line';
  /** At most three. A null has no bar, and interrupts the line. */
  series: readonly { name: string; values: readonly (number | null)[] }[];
  /** The ends of the scale; without it from 0 to the greatest. */
  domain?: readonly [number, number];
}

/** A chart as SVG that was drawn by us: the one thing a page shows without escaping it. */
export class DrawnChart {
  readonly svg: string;
  constructor(svg: string) {
    this.svg = svg;
  }
}

/**
 * Draws charts as SVG without a background, in colours that the page's style sheet says (`--chart-1` …), which may stand in a page.
 * @throws {Error} when it takes too long or the libraries fail: the tables say the same
 */
export type DrawPageCharts = (charts: readonly PageChart[]) => Promise<DrawnChart[]>;
