import type { Place } from '../../src/chat/ref.ts';
import { chanceOf } from '../faults/arena/chance.ts';
import type { DatabaseServer } from '../faults/arena/servers.ts';
import { START } from '../simulate/communities.ts';
import { FIRST } from '../simulate/plan.ts';
import { openPrograms, type Programs } from '../simulate/programs.ts';
import { CommandActs } from './command-acts.ts';
import { Desk } from './desk.ts';
import { MessageActs } from './message-acts.ts';
import { writeWholePolicy } from './policy.ts';
import { Readers } from './readers.ts';
import { Scene } from './scene.ts';
import { Secrets, type Secret } from './secrets.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

export interface LeakOptions {
  seed: number;
  days: number;
  acts: number;
  server: DatabaseServer;
  redis: string | null;
  say?: (line: string) => void;
}

export interface LeakTotals {
  acts: number;
  cases: number;
  /** Texts that were typed, each with a word of its own. */
  texts: number;
  /** Messages, drawings and answers that were read. */
  read: number;
  /** Words of ours found in them by those who may read them. */
  found: number;
  leaked: number;
}

/** A month in which people do whatever can be done. Everything that can be read is read, by everybody who can. */
export async function liveAndRead({
  seed,
  days,
  acts,
  server,
  redis,
  say = () => {},
}: LeakOptions): Promise<{ totals: LeakTotals; leaks: string[]; done: Desk['done'] }> {
  const leaks = new Set<string>();
  const totals = { acts: 0, cases: 0, texts: 0, read: 0, found: 0, leaked: 0 };
  const secrets = new Secrets();
  const tell = (leak: string) => {
    if (!leaks.has(leak)) say(leak);
    leaks.add(leak);
  };
  const inLog = (line: string) => {
    for (const secret of secrets.in(line)) tell(`in the log: ${nameOf(secret)}`);
  };
  const programs = await openPrograms({
    server,
    redis,
    startAt: START,
    plan: FIRST,
    write: writeWholePolicy,
    onLog: inLog,
  });
  try {
    const readers = new Readers(programs);
    const chance = chanceOf(seed);
    const mayRead = (account: string, where: string) => (secret: Secret) => {
      totals.found += 1;
      if (!readers.may(account, secret)) tell(`${account} reads ${nameOf(secret)} ${where}`);
    };
    const scene = new Scene(programs, { secrets, readers, chance });
    const desk = new Desk(scene, ({ workspaceId, userId }, what, answer) => {
      totals.read += 1;
      const own = secrets.in(answer).filter(({ by }) => by !== userId);
      own.forEach(mayRead(`${workspaceId.split(':')[0]}/${userId}`, `in the answer to ${what}`));
    });
    const onMessages = new MessageActs(scene, desk);
    const byCommand = new CommandActs(scene, desk);
    const read = (place: Place, content: unknown, when: string) => {
      totals.read += 1;
      for (const secret of secrets.in(content)) {
        if (readers.isForMember(secret, place)) totals.found += 1;
        else if (readers.isOpen(place))
          tell(`everybody reads ${nameOf(secret)} ${when} in ${whereIs(place)}`);
        else
          for (const account of readers.at(place).filter((each) => !readers.isOwn(each, secret, place)))
            mayRead(account, `${when} in ${whereIs(place)}`)(secret);
      }
    };
    let seen = 0;
    const readNew = async () => {
      await readers.look();
      for (const { place, content } of programs.platform.shown.slice(seen))
        read(place, content, 'as it came');
      seen = programs.platform.shown.length;
    };
    await programs.startOne();
    for (let act = 0; act < acts; act += 1) {
      programs.setNow(
        programs.now() + Math.round(((0.2 + 1.6 * (chance.below(1_000) / 1_000)) * days * DAY) / acts),
      );
      await programs.settled();
      // What came before the act was for those who might read it then.
      await readNew();
      const roll = chance.below(100);
      if (roll < 6 || act < 4) await onMessages.flag();
      else if (roll < 8 || act < 6) {
        const wrong = await byCommand.writeDown();
        if (wrong !== null) tell(wrong);
      } else if (roll < 10) await byCommand.keepOut();
      else if (roll < 48) await byCommand.type();
      else if (roll < 83) await byCommand.press();
      else if (roll < 93) await onMessages.talkBelow();
      else await onMessages.memberWrites();
      totals.acts += 1;
      await programs.settled();
      await readNew();
      if (act % 50 === 49) {
        await readAll(programs, read);
        say(`${act + 1} acts, ${secrets.all.size} texts, ${totals.read} read, ${leaks.size} leaks`);
      }
    }
    programs.setNow(programs.now() + 5 * MINUTE);
    await programs.settled();
    await readers.look();
    await readAll(programs, read);
    const jobs = await programs.sql<{ data: string }>(
      'select data::text from hearback.outbox union all select data::text from bullmq.job',
    );
    for (const { data } of redis ? jobs.slice(0, 0) : jobs)
      for (const secret of secrets.in(data)) tell(`in a job: ${nameOf(secret)}`);
    const opened = await programs.sql('select from hearback.cases');
    const all = { ...totals, cases: opened.length, texts: secrets.all.size, leaked: leaks.size };
    return { totals: all, leaks: [...leaks], done: desk.done };
  } finally {
    await programs.close();
  }
}

/** What stands there now: whoever was kept out since reads it no more. */
async function readAll(
  { platform }: Programs,
  read: (place: Place, content: unknown, when: string) => void,
): Promise<void> {
  for (const { place, ref } of platform.posts) read(place, platform.cards.get(ref.messageId), 'as it stands');
}

function nameOf({ word, where, meant, about }: Secret): string {
  return `${word} (${meant}, ${about ? `FB-${about.number} in ${about.workspaceId}` : 'of no case'}, typed with ${where})`;
}

function whereIs(place: Place): string {
  if (place.type === 'dm') return `a direct message to ${place.userId}`;
  return place.type === 'channel' ? place.channelId : `a thread of ${place.channelId}`;
}
