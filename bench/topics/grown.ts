/** What is compared: `-` is about nothing that anybody else said. */
export interface Labelled {
  topic: string;
}

export type Score = (a: number, b: number) => number;
/** By how much an average likeness of so many pairs is more than it has to be; below 0 it is not enough. */
export type Enough = (likeness: number, pairs: number) => number;

/** Orders in which they come in: the figures are of all of them together. */
const ORDERS = 5;

export const belong = (all: readonly Labelled[]) => (a: number, b: number) =>
  all[a]!.topic !== '-' && all[a]!.topic === all[b]!.topic;

/** All orders together: what came together, and what should have. @param places which of them come in @param counts of which pairs the figures are */
export function measure(
  all: readonly Labelled[],
  score: Score,
  enough: Enough,
  {
    places = all.map((_, place) => place),
    orders = ORDERS,
    counts = () => true,
  }: { places?: readonly number[]; orders?: number; counts?: (a: number, b: number) => boolean } = {},
) {
  const belongs = belong(all);
  const pairs = places.flatMap((a) => places.filter((b) => a < b && belongs(a, b) && counts(a, b))).length;
  let [together, right] = [0, 0];
  for (let order = 1; order <= orders; order += 1)
    for (const topic of grown(shuffled(places, order), score, enough))
      for (const [index, a] of topic.entries())
        for (const b of topic.slice(index + 1)) {
          if (!counts(a, b)) continue;
          together += 1;
          if (belongs(a, b)) right += 1;
        }
  return {
    pairs,
    together,
    right,
    precision: together === 0 ? 1 : right / together,
    recall: right / (pairs * orders),
  };
}

/**
 * One after the other, each to the topic to which it belongs most surely; what is alone and near is then looked at again, as the
 * program does.
 */
function grown(order: readonly number[], score: Score, enough: Enough): number[][] {
  const topics: number[][] = [];
  const placeOf = (each: number, others: readonly number[][]) =>
    others
      .map((topic) => ({
        topic,
        enough: enough(
          topic.reduce((sum, other) => sum + score(each, other), 0) / topic.length,
          topic.length,
        ),
      }))
      .reduce<{ topic: number[]; enough: number } | null>(
        (a, b) => (a && a.enough >= b.enough ? a : b),
        null,
      );
  const join = (each: number, own: number[] | null): boolean => {
    const best = placeOf(
      each,
      topics.filter((topic) => topic !== own),
    );
    if (!best || best.enough < 0) return false;
    best.topic.push(each);
    if (own) topics.splice(topics.indexOf(own), 1);
    const alone = topics.filter(
      (topic) => topic.length === 1 && enough(score(each, topic[0]!), Infinity) >= 0,
    );
    for (const topic of alone.toSorted((a, b) => score(each, b[0]!) - score(each, a[0]!)))
      if (topics.includes(topic) && topic.length === 1) join(topic[0]!, topic);
    return true;
  };
  for (const each of order) if (!join(each, null)) topics.push([each]);
  return topics;
}

/** Always the same for the same number. */
export function shuffled(places: readonly number[], seed: number): number[] {
  const order = [...places];
  let chance = seed;
  for (let at = order.length - 1; at > 0; at -= 1) {
    chance = (chance * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = chance % (at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

export function remembered(score: Score): Score {
  const known = new Map<number, number>();
  return (a, b) => {
    const key = Math.min(a, b) * 100_000 + Math.max(a, b);
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = score(a, b);
    known.set(key, found);
    return found;
  };
}
