import type { Chance } from '../faults/arena/chance.ts';
import { COMMUNITIES, KINDS, NEXT, SEVERITIES, START, type Community } from './plan.ts';
import type { WatchedCase } from './checker/case.ts';
import type { Stage } from './stage.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Something that happens at a moment. */
export interface Happening {
  at: number;
  name: string;
  run(): Promise<void>;
}

/** All that happens in the month, drawn from the seed: what people do, and what befalls the machine. */
export interface Life {
  /** When the next thing happens; infinite: nothing more. */
  next(): number;
  take(): Happening;
}

/** Things people do with a case, as often as they stand here. */
const DEEDS = [
  'note',
  'note',
  'note',
  'claim',
  'claim',
  'hand over',
  'reply',
  'reply',
  'reply',
  'ask',
  'ask',
  'send',
  'send',
  'send',
  'done',
  'done',
  'snooze',
  'snooze',
  'severity',
  'resolve',
  'resolve',
  'resolve',
  'resolve quietly',
  'dismiss',
  'reopen',
  'department',
  'department',
  'member writes',
  'member writes',
  'member writes',
  'member says solved',
  'member says solved',
] as const;
type Deed = (typeof DEEDS)[number];

export function planLife(
  stage: Stage,
  { days, cases, chance }: { days: number; cases: number; chance: Chance },
): Life {
  const waiting: Happening[] = [];
  const end = START + days * DAY;
  const add = (at: number, name: string, run: () => Promise<void>) => {
    if (at < end) waiting.push({ at: Math.round(at), name, run });
  };
  const within = (ms: number) => chance.below(ms);

  for (let index = 0; index < cases; index += 1) {
    const community = chance.pick(COMMUNITIES);
    add(START + within(days * DAY * 0.95), 'a flag', async () => {
      const found = await stage.flag(
        community,
        chance.pick(KINDS),
        chance.pick(community.members),
        flagger(community),
      );
      live(found, community);
    });
  }
  befall();

  /** Some cases are looked after at once, some late, and some by nobody. */
  function live(found: WatchedCase, community: Community): void {
    const temper = chance.pick([0, 1, 2, 3, 4, 6, 9]);
    let at = stage.now();
    for (let index = 0; index < temper; index += 1) {
      at += Math.round(10 * MINUTE + within(chance.pick([2 * HOUR, 10 * HOUR, 2 * DAY, 5 * DAY])));
      const deed = chance.pick(DEEDS);
      add(at, deed, () => act(deed, found, community));
    }
  }

  async function act(deed: Deed, found: WatchedCase, community: Community): Promise<void> {
    const by = someone(community);
    switch (deed) {
      case 'note':
        return stage.note(found, by);
      case 'claim':
        return stage.claim(found, by);
      case 'hand over':
        return stage.handOver(found, by, someone(community));
      case 'reply':
        return stage.reply(found, by, false);
      case 'ask':
        return stage.reply(found, by, true);
      case 'send':
        return stage.send(found, by);
      case 'done':
        return stage.done(found, by);
      case 'snooze':
        return stage.snooze(found, by, chance.pick([2, 26, 50, null]));
      case 'severity':
        return stage.severity(found, by, chance.pick(SEVERITIES));
      case 'resolve':
        return stage.resolve(found, by, true);
      case 'resolve quietly':
        return stage.resolve(found, by, false);
      case 'dismiss':
        return stage.dismiss(found, by);
      case 'reopen':
        return stage.reopen(found, by);
      case 'department':
        return stage.note(found, chance.pick(community.department.people));
      case 'member writes':
        return stage.memberWrites(found);
      case 'member says solved':
        return stage.memberSaysSolved(found);
    }
  }

  /** Restarts, lost queues, a second program, other policies and broken ones, clocks that jump, people who are away or leave. */
  function befall(): void {
    const often = (times: number, name: string, run: () => Promise<void>) => {
      for (let index = 0; index < times; index += 1) add(START + HOUR + within(days * DAY * 0.8), name, run);
    };
    often(Math.ceil(days / 3), 'a restart', () => stage.restart(within(3 * HOUR)));
    often(Math.ceil(days / 3) + 2, 'a kill and a lost queue', () => stage.loseJobs());
    often(Math.ceil(days / 2), 'an empty queue', () => stage.wipeQueue());
    often(Math.ceil(days / 4), 'a second program', () => stage.second());
    often(Math.ceil(days / 8), 'a clock that jumps', () => stage.jump(() => actAnyhow()));
    often(Math.ceil(days / 6), 'a broken policy', async () => {
      await stage.breakPolicy();
      add(stage.now() + HOUR + within(12 * HOUR), 'the policy mended', () => stage.mendPolicy());
    });
    NEXT.forEach((plan, index) =>
      add(START + ((index + 1) / (NEXT.length + 1)) * days * DAY, 'another policy', () =>
        stage.changePolicy(plan),
      ),
    );
    for (const community of COMMUNITIES) {
      often(Math.ceil(days / 4), 'somebody is away', () =>
        stage.away(
          community,
          someone(community),
          4 + within(80),
          chance.below(2) === 0 ? someone(community) : null,
        ),
      );
      often(Math.ceil(days / 10), 'somebody is back', () => stage.back(community, someone(community)));
    }
    if (days > 10) {
      add(START + 12 * DAY + within(DAY), 'somebody leaves', async () => stage.leave(COMMUNITIES[0]!, 'UN3'));
      add(START + 18 * DAY + within(DAY), 'somebody leaves', async () => stage.leave(COMMUNITIES[0]!, 'UN6'));
    }
  }

  async function actAnyhow(): Promise<void> {
    const open = [...stage.checker.cases.values()].filter(({ isOpen }) => isOpen);
    if (open.length === 0) return;
    const found = chance.pick(open);
    const community = COMMUNITIES.find(({ id }) => id === found.workspaceId)!;
    await act(chance.pick(['note', 'claim', 'done', 'reply']), found, community);
  }

  function someone({ handlers, moderators, leads }: Community): string {
    return chance.pick([...handlers, ...moderators, ...leads]);
  }

  function flagger({ handlers, moderators }: Community): string {
    return chance.pick([...handlers, ...moderators]);
  }

  return {
    next: () => waiting.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY),
    take() {
      waiting.sort((a, b) => a.at - b.at);
      return waiting.shift()!;
    },
  };
}
