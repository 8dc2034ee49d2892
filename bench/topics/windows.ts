import { measure, shuffled, type Enough, type Labelled, type Score } from './grown.ts';

/** A month of a community, as places in a file: what is compared with one another. */
export type Window = readonly number[];

/**
 * Windows of about so many complaints, from each topic on: with those that stand next to it in the file, and so are of the same field
 * and have the same words, and with others about which nobody else complains.
 * @param alone how many of them nobody else complains about (share)
 */
export function windowsOf(all: readonly Labelled[], size: number, alone: number): Window[] {
  const places = all.map((_, place) => place);
  const single = places.filter((place) => all[place]!.topic === '-');
  const topics = [...new Set(all.map(({ topic }) => topic))].filter((topic) => topic !== '-');
  return topics.map((_, start) => {
    const found = shuffled(single, start + 1).slice(0, Math.round(size * alone));
    for (let at = start; found.length < size; at = (at + 1) % topics.length)
      found.push(...places.filter((place) => all[place]!.topic === topics[at]));
    return found;
  });
}

/** All windows together: of what came together in any of them, and of what should have. */
export function pooled(
  all: readonly Labelled[],
  windows: readonly Window[],
  compared: (places: Window) => { score: Score; enough: Enough },
) {
  let [together, right, wanted] = [0, 0, 0];
  for (const places of windows) {
    const { score, enough } = compared(places);
    const found = measure(all, score, enough, { places, orders: 1 });
    together += found.together;
    right += found.right;
    wanted += found.pairs;
  }
  return { pairs: wanted, precision: together === 0 ? 1 : right / together, recall: right / wanted };
}
