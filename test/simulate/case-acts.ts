import { setTimeout as pause } from 'node:timers/promises';
import type { Raced } from './checker/checker.ts';
import type { WatchedCase, Clock, Times } from './checker/case.ts';
import { isDone } from './desk.ts';
import type { Severity } from './plan.ts';
import type { Scene } from './scene.ts';

const HOUR = 3_600_000;
/** A case that rests until its member writes comes back by then (ms). */
const FORGOTTEN_MS = 90 * 24 * HOUR;

/** Something somebody does with a case. */
interface Deed {
  found: WatchedCase;
  by: string;
  name: string;
  values?: Record<string, string>;
  /** What it changes. @returns the clocks it is about */
  change(times: Times): readonly Clock[];
  /** It says nothing of the case. */
  isOnlyLater?: boolean;
  /** What it brings with it once words have arrived. */
  afterwards?(): void;
  /** Set: somebody does it so soon after a clock rang, in that very moment (ms of real time). */
  raceMs?: number | undefined;
}

/** What staff and departments do with a case, each for real, told to the checker and looked at. */
export class CaseActs {
  private readonly scene: Scene;

  constructor(scene: Scene) {
    this.scene = scene;
  }

  note(found: WatchedCase, by: string, raceMs?: number): Promise<void> {
    return this.act({ found, by, raceMs, name: 'note', values: { text: 'looked at it' }, change: () => [] });
  }

  claim(found: WatchedCase, by: string, raceMs?: number): Promise<void> {
    return this.act({
      found,
      by,
      raceMs,
      name: 'claim',
      change: () => {
        found.handler = by;
        found.handled(by, this.scene.now());
        return [];
      },
    });
  }

  handOver(found: WatchedCase, by: string, to: string): Promise<void> {
    return this.act({
      found,
      by,
      name: 'assign',
      values: { person: to, sure: 'yes' },
      change: () => {
        if (found.excluded.has(to)) throw new Error(`FB-${found.number} went to somebody it is kept from`);
        found.handler = to;
        found.handled(to, this.scene.now());
        return [];
      },
    });
  }

  async reply(found: WatchedCase, by: string, asks: boolean): Promise<void> {
    const text = asks ? 'Would a call help you?' : 'It is being looked at.';
    let isWritten = false;
    await this.act({
      found,
      by,
      name: 'reply',
      values: { text },
      change: () => {
        isWritten = true;
        found.drafts.push({ promises: null, asks, author: by });
        return [];
      },
    });
    if (isWritten) await this.send(found, by);
  }

  send(found: WatchedCase, by: string): Promise<void> {
    const { checker } = this.scene;
    const now = this.scene.now();
    const deed: Deed = {
      found,
      by,
      name: 'send',
      change: (times) => {
        const draft = found.drafts.at(-1);
        if (!draft)
          throw new Error(`FB-${found.number}: something was sent that the checker knows nothing of`);
        // The moment it names is over: it is written anew, and shown before it is sent.
        if (found.isStale(draft, now)) {
          draft.promises = found.promisedNow(now, times);
          return [];
        }
        found.drafts.pop();
        found.handled(by, now);
        checker.expectWords(found);
        // Words that arrive start and stop clocks after the act itself.
        deed.afterwards = () => found.answered(draft, now, times);
        return [];
      },
    };
    return this.act(deed);
  }

  done(found: WatchedCase, by: string, raceMs?: number): Promise<void> {
    return this.act({
      found,
      by,
      raceMs,
      name: 'done',
      change: (times) => found.done(this.scene.now(), times, this.scene.sources.of(found).told !== undefined),
    });
  }

  snooze(found: WatchedCase, by: string, hours: number | null, raceMs?: number): Promise<void> {
    return this.act({
      found,
      by,
      raceMs,
      name: 'snooze',
      values: { for: hours === null ? 'member' : `${hours}h` },
      change: (times) => {
        const now = this.scene.now();
        found.snoozed(now + (hours === null ? FORGOTTEN_MS : hours * HOUR), now, times);
        return found.clocks;
      },
      isOnlyLater: true,
    });
  }

  severity(found: WatchedCase, by: string, severity: Severity, raceMs?: number): Promise<void> {
    return this.act({
      found,
      by,
      raceMs,
      name: 'severity',
      values: { severity },
      change: (times) => {
        const before = new Map(found.clocks.map((clock) => [clock, `${clock.dueAt} ${clock.deadline}`]));
        found.severity = severity;
        found.moved(this.scene.now(), times, true);
        return found.clocks.filter((clock) => before.get(clock) !== `${clock.dueAt} ${clock.deadline}`);
      },
    });
  }

  resolve(found: WatchedCase, by: string, isTold: boolean): Promise<void> {
    return this.act({
      found,
      by,
      name: 'resolve',
      values: { tell: isTold ? 'yes' : 'no' },
      change: (times) => {
        found.resolved(isTold, this.scene.now(), times);
        found.handled(by, this.scene.now());
        if (isTold) this.scene.checker.expectWords(found);
        return [];
      },
    });
  }

  dismiss(found: WatchedCase, by: string, raceMs?: number): Promise<void> {
    return this.act({
      found,
      by,
      raceMs,
      name: 'dismiss',
      values: { reason: 'nothing to do' },
      change: () => {
        found.ended('dismissed');
        found.handled(by, this.scene.now());
        return [];
      },
    });
  }

  reopen(found: WatchedCase, by: string): Promise<void> {
    return this.act({
      found,
      by,
      name: 'reopen',
      change: (times) => {
        found.reopened(this.scene.now(), times);
        return [];
      },
    });
  }

  private async act(deed: Deed): Promise<void> {
    const { found, by, name, values = {}, raceMs } = deed;
    const { programs, checker, desk } = this.scene;
    if (programs.platform.gone.has(by)) return raceMs === undefined ? undefined : this.scene.look();
    const { department, triage } = checker.communityOf(found);
    const channelId = department.people.includes(by) ? department.channel : triage;
    if (raceMs !== undefined) {
      await programs.hurry();
      await pause(raceMs);
    }
    const answer = await desk.ask({ workspaceId: found.workspaceId, channelId, userId: by }, name, {
      case: `FB-${found.number}`,
      ...values,
    });
    if (!isDone(answer, name)) {
      checker.tell(found, this.scene.now(), `${by}: ${name} refused`);
      return raceMs === undefined ? undefined : this.scene.look();
    }
    if (found.excluded.has(by)) throw new Error(`${by} acted on FB-${found.number}, which is kept from them`);
    if (raceMs !== undefined) return this.scene.look(() => this.raced(deed));
    this.carriedOut(deed);
    await this.scene.look();
  }

  /** What the act changes, by the checker's reckoning. */
  private carriedOut(deed: Deed): void {
    const { found, by, name, values = {}, isOnlyLater } = deed;
    const { checker } = this.scene;
    const now = this.scene.now();
    const isOfDepartment = checker.communityOf(found).department.people.includes(by);
    const times = checker.timesFor(found.workspaceId);
    const rang = found.clocks.filter(({ step }) => step > 0);
    const touched = deed.change(times);
    found.acted(isOfDepartment && !isOnlyLater, touched, rang, now, times);
    deed.afterwards?.();
    checker.offers.acted(found, by);
    checker.noteAct(found, now);
    checker.tell(found, now, `${by}: ${name} ${Object.values(values).join(' ')}`);
  }

  /** Which of the two came first is for the record to say. */
  private async raced(deed: Deed): Promise<Raced> {
    const { found, by } = deed;
    const history = await this.scene.programs.historyNow(found.workspaceId, found.number);
    const order: Raced['order'] = [];
    for (const { action, by: actor, detail } of history) {
      if (action === 'reminded') order.push((detail?.['clock'] ?? null) as Clock['kind'] | null);
      else if (actor === by && !order.includes(null)) order.push(null);
    }
    if (!order.includes(null)) order.push(null);
    return { watched: found, order, act: () => this.carriedOut(deed) };
  }
}
