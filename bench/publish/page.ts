import { nearness, type Result, type SavedFigure } from './results.ts';

/** So many figures of one benchmark are shown; where there are more, those that are furthest from what is wanted. */
const SHOWN = 16;
const [BEGIN, END] = ['<!-- figures: made by npm run bench -- report -->', '<!-- end of figures -->'];

/**
 * The page with the tables of the latest figures in the place of those it has; its prose stays.
 * @param chart where the chart stands, as the page links to it
 * @throws {Error} when the page has no place for them
 */
export function withFigures(page: string, results: readonly Result[], chart: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from === -1 || to < from) throw new Error(`The page has no lines "${BEGIN}" and "${END}".`);
  const all = results.flatMap(({ figures }) => figures);
  if (results.length === 0)
    return `${page.slice(0, from)}${BEGIN}\n\nNone are saved yet.\n\n${page.slice(to)}`;
  const made = [
    BEGIN,
    '',
    `![How near each benchmark is to what is wanted; the tables below say the same in numbers](${chart})`,
    '',
    `${all.filter(({ isMet }) => isMet).length} of ${all.length} figures are as wanted.`,
    '',
    ...results.flatMap(section),
    '',
  ];
  return page.slice(0, from) + made.join('\n') + page.slice(to);
}

function section({ name, database, environment, figures }: Result): string[] {
  const { on, node, cores, cpu, memoryMb } = environment;
  const shown =
    figures.length <= SHOWN ? figures : figures.toSorted((a, b) => nearness(a) - nearness(b)).slice(0, SHOWN);
  const isPart = shown.length < figures.length;
  return [
    `### \`${name}\``,
    '',
    [
      on,
      `${cores} cores${cpu ? ` (${cpu})` : ''}`,
      `${Math.round(memoryMb / 1024)} GB`,
      `Node ${node.replace(/^v/, '')}`,
      ...(database ? [`database: ${database}`] : []),
    ].join(', ') + '.',
    ...(isPart
      ? [
          '',
          `${figures.filter(({ isMet }) => isMet).length} of ${figures.length} are as wanted; these ${SHOWN} are furthest from it.`,
        ]
      : []),
    '',
    '| what | Hearback | beside | ratio | wanted | |',
    '|---|---|---|---|---|---|',
    ...shown.map(row),
    '',
  ];
}

function row({ what, value, yardstick, ratio, unit, target, isMet }: SavedFigure): string {
  const wanted = 'atLeast' in target ? `at least ${target.atLeast}` : `at most ${target.atMost}`;
  const cells = [what.replaceAll('|', '\\|'), `${number(value)} ${unit}`, number(yardstick), ratio, wanted];
  return `| ${cells.join(' | ')} | ${isMet ? '' : '**not met**'} |`;
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}
