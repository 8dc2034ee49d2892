/** The highest number up to `max` for which it holds, looked for from below; 0 when not even for one. */
export function longest(max: number, holds: (tried: number) => boolean): number {
  let [kept, tried] = [0, 1];
  while (tried <= max && holds(tried)) [kept, tried] = [tried, tried * 2];
  let [low, high] = [kept + 1, Math.min(max, tried - 1)];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) [kept, low] = [middle, middle + 1];
    else high = middle - 1;
  }
  return kept;
}
