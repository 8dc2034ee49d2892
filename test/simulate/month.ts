import { chanceOf } from '../faults/arena/chance.ts';
import type { DatabaseServer } from '../faults/arena/servers.ts';
import { Checker, type Finding } from './checker/checker.ts';
import { planLife } from './life.ts';
import { START } from './communities.ts';
import { FIRST } from './plan.ts';
import { openPrograms } from './programs.ts';
import { Stage } from './stage.ts';

const DAY = 86_400_000;

export interface MonthOptions {
  seed: number;
  days: number;
  cases: number;
  server: DatabaseServer;
  redis: string | null;
  /** Told what happens, for whoever watches. */
  say?: (line: string) => void;
}

export interface Totals {
  cases: number;
  due: number;
  fired: number;
  missed: number;
  twice: number;
  late_after_action: number;
}

/** Lives a month from moment to moment: the next thing in life, in the record or by the checker's reckoning, whichever is first. */
export async function liveMonth({
  seed,
  days,
  cases,
  server,
  redis,
  say = () => {},
}: MonthOptions): Promise<{ totals: Totals; findings: Finding[] }> {
  const programs = await openPrograms({ server, redis, startAt: START, plan: FIRST });
  try {
    const checker = new Checker(FIRST);
    const stage = new Stage(programs, checker, FIRST);
    await programs.startOne();
    await stage.look();
    const life = planLife(stage, { days, cases, chance: chanceOf(seed), instants: chanceOf(seed + 1) });
    const end = START + days * DAY;
    let day = 0;
    for (let told = 0; ;) {
      const due = await stage.next();
      const next = Math.min(life.next(), due);
      if (next >= end) break;
      if (next > programs.now()) programs.setNow(next);
      if (due <= programs.now()) {
        const reminded = due === programs.now() ? checker.remindedAt(due) : null;
        if (!reminded || !(await life.race(reminded))) await stage.look();
      }
      if (life.next() <= programs.now()) {
        const happening = life.take();
        try {
          await happening.run();
        } catch (error) {
          throw new Error(`${new Date(programs.now()).toISOString()}: ${happening.name}`, { cause: error });
        }
      }
      for (const { words } of checker.findings.slice(told)) say(words);
      told = checker.findings.length;
      const today = Math.floor((programs.now() - START) / DAY);
      if (today > day)
        say(`day ${today}: ${checker.cases.size} cases, ${checker.due} due, ${checker.fired} fired`);
      day = Math.max(day, today);
    }
    const count = (about: Finding['about']) => checker.findings.filter((each) => each.about === about).length;
    const totals = {
      cases: checker.cases.size,
      due: checker.due,
      fired: checker.fired,
      missed: count('missed'),
      twice: count('twice'),
      late_after_action: count('late_after_action'),
    };
    return { totals, findings: checker.findings };
  } finally {
    await programs.close();
  }
}
