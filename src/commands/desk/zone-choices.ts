import type { Choice } from '../../chat/card.ts';
import { zoneNames } from '../../time/zones.ts';

/** Time zones with what the clock shows there, the community's first. */
export function zoneChoices(home: string, now: Date): Choice[] {
  const names = [home, ...zoneNames().filter((name) => name !== home)];
  return names.map((value) => ({ value, label: `${value.replaceAll('_', ' ')}, ${clockShows(now, value)}` }));
}

/** `14:05`, by the clock of a zone. */
export function clockShows(now: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(now);
}
