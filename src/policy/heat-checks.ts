import type { Fault, Path, PolicyDocument } from './document.ts';
import { durationMs } from './duration.ts';
import { normaliseEmoji } from './emoji.ts';
import { pathName } from './faults.ts';
import { asList, asMap } from './loose.ts';
import { shown } from './secrets.ts';

/** A thread heats up within this time (ms). */
const [WITHIN_MIN_MS, WITHIN_MAX_MS] = [60_000, 86_400_000];

/** What can be wrong with hot threads: limits that would never count, and reactions that count for both. */
export function heatFaults(policy: Record<string, unknown>, document: PolicyDocument): Fault[] {
  return [
    ...withinFaults(policy, document),
    ...emojiFaults(policy, document),
    ...asList(policy['workspaces']).flatMap((workspace, index) =>
      channelFaults(asMap(workspace), ['workspaces', index], document),
    ),
  ];
}

/** Counts are kept for eight days, and compared with those of the week before. */
function withinFaults(policy: Record<string, unknown>, document: PolicyDocument): Fault[] {
  const { within } = asMap(policy['hotThreads']);
  const ms = typeof within === 'string' ? durationMs(within) : null;
  if (ms === null || (ms >= WITHIN_MIN_MS && ms <= WITHIN_MAX_MS)) return [];
  const place = ['hotThreads', 'within'];
  return [
    document.at(
      place,
      `${pathName(place)} is a time from 1m to 24h; write for example 1h, the time most use`,
    ),
  ];
}

/** Limits for a channel in which nothing is counted: it is not watched. */
function channelFaults(workspace: Record<string, unknown>, path: Path, document: PolicyDocument): Fault[] {
  const watched = workspace['watch'];
  if (!Array.isArray(watched)) return [];
  const channels = Object.keys(asMap(asMap(workspace['hotThreads'])['channels']));
  return channels
    .filter((channel) => !watched.map(String).includes(channel))
    .map((channel) => {
      const place = [...path, 'hotThreads', 'channels', channel];
      return document.at(
        place,
        `${pathName(place)} is not in watch, so nothing is counted there; add it to watch, or take this line away`,
      );
    });
}

/** A reaction cannot be upset and kind. */
function emojiFaults(policy: Record<string, unknown>, document: PolicyDocument): Fault[] {
  const emojis = asMap(asMap(policy['hotThreads'])['emojis']);
  const named = (list: string) =>
    asList(emojis[list]).map((each) => (typeof each === 'string' ? normaliseEmoji(each) : null));
  const upset = new Set(named('upset'));
  return named('praise').flatMap((emoji, index) => {
    if (emoji === null || !upset.has(emoji)) return [];
    const place = ['hotThreads', 'emojis', 'praise', index];
    return [
      document.at(
        place,
        `${pathName(place)} (${shown(emoji)}) is in upset as well; take it out of one of the two`,
      ),
    ];
  });
}
