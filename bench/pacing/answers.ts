import { setTimeout as pause } from 'node:timers/promises';
import type { CallView, MessageView, SandboxPlatform } from '../../sandbox/platform.ts';
import type { Seed } from '../../sandbox/seed.ts';
import { type Flagged, triageOf } from '../pipeline/flags.ts';

/** Of so many people at once. */
const AT_ONCE = 4;
/** Who is not answered in time presses again, so often in all. */
const PRESSES = 5;
const LOOK_EVERY_MS = 50;
/** Nothing has been said for so long: it will not be (ms). */
const HUNG_MS = 120_000;

/** Presses "Send answer" on the card of each case, as a handler would. @throws when there are not so many to press, or one is refused */
export async function sendAll(people: SandboxPlatform, seed: Seed, count: number): Promise<void> {
  const as = seed.people[2]!.id;
  const channel = triageOf(seed);
  const waiting = people
    .messages({ as, channel })
    .flatMap(({ id, actions }) =>
      actions.filter(({ label }) => label === 'Send answer').map((action) => ({ id, action: action.id })),
    );
  if (waiting.length !== count) throw new Error(`${waiting.length} answers of ${count} wait to be sent.`);
  const press = async ({ id, action }: (typeof waiting)[number], presses = PRESSES): Promise<void> => {
    const { error } = await people.press({ as, channel, message: id, action });
    if (error && presses === 1) throw new Error(error);
    if (error) await press({ id, action }, presses - 1);
  };
  for (let from = 0; from < count; from += AT_ONCE)
    await Promise.all(waiting.slice(from, from + AT_ONCE).map((each) => press(each)));
}

/** How the answers came. */
export interface Said {
  /** From the first to the last (ms). */
  tookMs: number;
  /** How often the platform said "too many". */
  refused: number;
}

/** Waits until each message has an answer. @throws when one has two */
export async function allSaid(
  people: SandboxPlatform,
  seed: Seed,
  flagged: readonly Flagged[],
): Promise<Said> {
  const as = seed.people[0]!.id;
  const refused = refusalsOf(people);
  const answers = ({ channel, message }: Flagged) =>
    people.messages({ as, channel, thread: message }).filter(isFromBot).length;
  let left = [...flagged];
  let first: number | null = null;
  let last = performance.now();
  while (left.length > 0) {
    await pause(LOOK_EVERY_MS);
    refused();
    const silent = left.filter((each) => answers(each) === 0);
    const now = performance.now();
    if (silent.length < left.length) {
      first ??= now;
      last = now;
    } else if (now - last > HUNG_MS) throw new Error(`${left.length} answers never came.`);
    left = silent;
  }
  if (flagged.some((each) => answers(each) !== 1)) throw new Error('Something was answered twice.');
  return { tookMs: last - first!, refused: refused() };
}

/** Counts what is refused because there were too many calls. The sandbox keeps the last thousands: look often. */
function refusalsOf(people: SandboxPlatform): () => number {
  const toldApart = (call: CallView) => JSON.stringify(call);
  let before = new Set(people.calls().map(toldApart));
  let count = 0;
  return () => {
    const all = people.calls();
    count += all.filter((call) => call.status === 429 && !before.has(toldApart(call))).length;
    before = new Set(all.map(toldApart));
    return count;
  };
}

const isFromBot = ({ author }: MessageView) => author.isBot;
