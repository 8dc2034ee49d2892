import type { Chance } from '../faults/arena/chance.ts';
import { COMMUNITIES, START, type Community } from './communities.ts';
import { KINDS, NEXT, SEVERITIES } from './plan.ts';
import type { WatchedCase } from './checker/case.ts';
import type { Stage } from './stage.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When people want their list of the day (minutes since midnight). */
const MORNINGS = [8 * 60, 8 * 60 + 30];

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
  /** In the very instant in which a case is due: often nobody, and sometimes somebody acts. @returns false: nobody */
  race(found: WatchedCase): Promise<boolean>;
}

/** What somebody may do in the very instant of a ring. */
const RACES = ['note', 'claim', 'done', 'snooze', 'severity', 'dismiss'] as const;
/** One in so many rings is raced, and so long after it at most (ms of real time). */
const RACED = 12;
const RACE_MS = 40;

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
  'member edits',
  'member says solved',
  'member says solved',
  'member says not yet',
  'member says not yet',
  'member rates',
  'member rates',
] as const;
type Deed = (typeof DEEDS)[number];
/** Of somebody without an account nobody here hears or is told anything. */
const UNHEARD = DEEDS.filter((deed) => !deed.startsWith('member') && deed !== 'resolve');

/** @param instants what races are drawn from: how they end hangs on the machine, and the rest of life must not hang on them */
export function planLife(
  stage: Stage,
  { days, cases, chance, instants }: { days: number; cases: number; chance: Chance; instants: Chance },
): Life {
  const { intake, casework, staff, member } = stage;
  const waiting: Happening[] = [];
  const end = START + days * DAY;
  const add = (at: number, name: string, run: () => Promise<void>) => {
    if (at < end) waiting.push({ at: Math.round(at), name, run });
  };
  const within = (ms: number) => chance.below(ms);

  for (let index = 0; index < cases; index += 1) {
    const community = chance.pick(COMMUNITIES);
    add(START + within(days * DAY * 0.95), 'a flag', async () => {
      const kind = chance.pick(KINDS);
      const by = flagger(community);
      const found =
        chance.below(6) === 0
          ? await intake.tell(community, kind, {
              by,
              hasAccount: chance.below(3) > 0,
              file: chance.pick([null, 'kept', 'lost']),
            })
          : await intake.flag(community, kind, chance.pick(community.members), by);
      live(found, community);
    });
  }
  befall();

  /** Some cases are looked after at once, some late, and some by nobody. */
  function live(found: WatchedCase, community: Community): void {
    const temper = chance.pick([0, 1, 2, 3, 4, 6, 9]);
    const deeds = stage.sources.of(found).told?.hasAccount === false ? UNHEARD : DEEDS;
    let at = stage.now();
    for (let index = 0; index < temper; index += 1) {
      at += Math.round(10 * MINUTE + within(chance.pick([2 * HOUR, 10 * HOUR, 2 * DAY, 5 * DAY])));
      const deed = chance.pick(deeds);
      add(at, deed, () => act(deed, found, community));
    }
  }

  async function act(deed: Deed, found: WatchedCase, community: Community): Promise<void> {
    const by = someone(community);
    switch (deed) {
      case 'note':
        return casework.note(found, by);
      case 'claim':
        return casework.claim(found, by);
      case 'hand over':
        return casework.handOver(found, by, someone(community));
      case 'reply':
        return casework.reply(found, by, false);
      case 'ask':
        return casework.reply(found, by, true);
      case 'send':
        return casework.send(found, by);
      case 'done':
        return casework.done(found, by);
      case 'snooze':
        return casework.snooze(found, by, chance.pick([2, 26, 50, null]));
      case 'severity':
        return casework.severity(found, by, chance.pick(SEVERITIES));
      case 'resolve':
        return casework.resolve(found, by, true);
      case 'resolve quietly':
        return casework.resolve(found, by, false);
      case 'dismiss':
        return casework.dismiss(found, by);
      case 'reopen':
        return casework.reopen(found, by);
      case 'department':
        return casework.note(found, chance.pick(community.department.people));
      case 'member writes':
        return member.writes(found);
      case 'member edits':
        return member.edits(found);
      case 'member says solved':
        return member.saysSolved(found);
      case 'member says not yet':
        return member.saysNotYet(found);
      case 'member rates':
        return member.rates(found, 1 + chance.below(5));
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
        staff.away(
          community,
          someone(community),
          4 + within(80),
          chance.below(2) === 0 ? someone(community) : null,
        ),
      );
      often(days, 'a quarter of an hour', () =>
        staff.next(community, someone(community), chance.pick([null, null, 'another'])),
      );
      for (let index = 0; index < 3; index += 1)
        add(START + within(2 * DAY), 'a list of the day', () =>
          staff.toDo(community, someone(community), chance.pick(MORNINGS)),
        );
      often(Math.ceil(days / 4), 'a list of the day', () =>
        staff.toDo(community, someone(community), chance.pick([null, ...MORNINGS])),
      );
      often(Math.ceil(days / 10), 'somebody is back', () => staff.back(community, someone(community)));
    }
    if (days > 10) {
      add(START + 12 * DAY + within(DAY), 'somebody leaves', async () => staff.leave(COMMUNITIES[0]!, 'UN3'));
      add(START + 18 * DAY + within(DAY), 'somebody leaves', async () => staff.leave(COMMUNITIES[0]!, 'UN6'));
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

  async function race(found: WatchedCase): Promise<boolean> {
    if (instants.below(RACED) > 0) return false;
    const { handlers, moderators, leads } = COMMUNITIES.find(({ id }) => id === found.workspaceId)!;
    const by = instants.pick([...handlers, ...moderators, ...leads]);
    // A ring knows who is there as of the moment before: somebody away who claims in that instant may hear of it.
    const { away } = stage.checker.staff.get(found.workspaceId)!;
    if ((away.get(by) ?? 0) > stage.now()) return false;
    const deed = instants.pick(RACES);
    const waitMs = instants.below(RACE_MS);
    if (deed === 'snooze') await casework.snooze(found, by, 26, waitMs);
    else if (deed === 'severity') await casework.severity(found, by, instants.pick(SEVERITIES), waitMs);
    else await casework[deed](found, by, waitMs);
    return true;
  }

  return {
    race,
    next: () => waiting.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY),
    take() {
      waiting.sort((a, b) => a.at - b.at);
      return waiting.shift()!;
    },
  };
}
