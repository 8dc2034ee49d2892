/** Where a line through the samples begins and ends. Of all pairs the middle slope, so that single peaks do not count (Theil–Sen). */
export function trend(samples: readonly { at: number; value: number }[]): { start: number; end: number } {
  const slopes = samples.flatMap((one, nth) =>
    samples.slice(nth + 1).map((other) => (other.value - one.value) / (other.at - one.at)),
  );
  const slope = middle(slopes);
  const base = middle(samples.map(({ at, value }) => value - slope * at));
  return { start: base + slope * (samples[0]?.at ?? 0), end: base + slope * (samples.at(-1)?.at ?? 0) };
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}
