const UNIT_MS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** `90s`, `15m`, `1h 30m`, `3d`, `1w` as milliseconds; null for anything else, also for nothing, a minus or rubbish behind. */
export function durationMs(text: string): number | null {
  const parts = text.trim().split(/\s+/);
  let ms = 0;
  for (const part of parts) {
    const found = /^(\d{1,6})([smhdw])$/.exec(part);
    if (!found) return null;
    ms += Number(found[1]) * (UNIT_MS[found[2] ?? ''] ?? NaN);
  }
  return ms > 0 ? ms : null;
}

/** The same the other way: `90000` as `1m 30s`. */
export function durationText(ms: number): string {
  const units = Object.entries(UNIT_MS).toReversed();
  let left = ms;
  const parts = units.flatMap(([unit, unitMs]) => {
    const many = Math.floor(left / unitMs);
    left -= many * unitMs;
    return many > 0 ? [`${many}${unit}`] : [];
  });
  return parts.join(' ') || '0s';
}
