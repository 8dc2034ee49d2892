import type { Choice } from '../../chat/card.ts';
import type { WorkspacePolicy } from '../../policy/schema.ts';
import type { Texts } from '../../texts/index.ts';
import { zoneNames, zonesOfLocale } from '../../time/zones.ts';

/** What opens a form for a zone that is not among the choices. */
export const ANOTHER_ZONE = 'another';

/** A select takes 25 choices; one is "Another". */
const LIKELY_MAX = 24;

/** Cities whose clocks many people live by, from west to east. */
const MANY_LIVE_BY = [
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Sao_Paulo',
  'UTC',
  'Europe/London',
  'Europe/Lisbon',
  'Africa/Lagos',
  'Europe/Paris',
  'Europe/Berlin',
  'Africa/Johannesburg',
  'Europe/Athens',
  'Europe/Moscow',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
];

/** Time zones with what the clock shows there, the community's first. */
export function zoneChoices(home: string, now: Date): Choice[] {
  const names = [home, ...zoneNames().filter((name) => name !== home)];
  return names.map((zone) => zoneChoice(zone, now));
}

/**
 * Where somebody of a community probably lives: the community's zone, those of its departments, of the country their app's
 * language is spoken in, and where many people live; and at last another one.
 */
export function likelyZones(
  workspace: WorkspacePolicy,
  home: string,
  locale: string | null,
  now: Date,
  { commands }: Texts,
): Choice[] {
  const departments = Object.values(workspace.departments).flatMap(({ timeZone }) => timeZone ?? []);
  const spoken = locale === null ? [] : zonesOfLocale(locale, MANY_LIVE_BY);
  const byClock = new Map<string, string>();
  for (const zone of [home, ...departments, ...spoken, ...MANY_LIVE_BY])
    if (!byClock.has(sameAs(zone))) byClock.set(sameAs(zone), zone);
  return [
    ...[...byClock.values()].slice(0, LIKELY_MAX).map((zone) => zoneChoice(zone, now)),
    { value: ANOTHER_ZONE, label: commands.waits.anotherZone },
  ];
}

/** `14:05`, by the clock of a zone. */
export function clockShows(now: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(now);
}

function zoneChoice(zone: string, now: Date): Choice {
  return { value: zone, label: `${zone.replaceAll('_', ' ')}, ${clockShows(now, zone)}` };
}

/** Some zones have two names. */
function sameAs(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}
