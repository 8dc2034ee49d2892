import { setTimeout as pause } from 'node:timers/promises';
import type { Arena } from './arena/arena.ts';
import type { Chance } from './arena/chance.ts';
import type { Phase } from './arena/database-wire.ts';
import type { Bot } from './arena/fleet.ts';
import type { CallKind, CallPhase } from './arena/platform-door.ts';

export interface Waiting {
  arena: Arena;
  platform: 'slack' | 'discord';
  chance: Chance;
  /** @param bot whoever is at the moment; null when that is nobody, or several could be. */
  strike(bot: Bot | null): Promise<boolean>;
  /** A process was killed, or asked to end, to have one that starts, or ends. */
  count(what: 'kills'): void;
}

/** A moment in the way of the data, docs/architecture.md. */
export interface Moment {
  name: string;
  /** Whether it is met in every undisturbed run with a flag and a command. */
  isSure: boolean;
  /** Waits for it from now on. @returns what stops the waiting */
  arm(waiting: Waiting): () => void;
}

const statement = (name: string, words: string, phase: Phase): Moment => ({
  name,
  isSure: true,
  arm: ({ arena, strike }) => arena.whenSql(words, phase, (bot) => strike(bot)),
});

const call = (name: string, kind: CallKind, phase: CallPhase): Moment => ({
  name,
  isSure: true,
  arm: ({ arena, platform, strike }) =>
    arena.doors[platform].when(kind, phase, () => strike(callerOf(arena, kind))),
});

/** Only workers post and only gateways answer people: with one of them it is known who calls. */
function callerOf({ layout, bots }: Arena, kind: CallKind): Bot | null {
  if (layout === 'one') return bots[0]!;
  return layout === 'split' && kind === 'answer' ? bots[0]! : null;
}

const later = (name: string, begin: (waiting: Waiting) => Promise<unknown>): Moment => ({
  name,
  isSure: true,
  arm(waiting) {
    let isOff = false;
    void begin({ ...waiting, strike: async (bot) => !isOff && waiting.strike(bot) });
    return () => {
      isOff = true;
    };
  },
});

export const moments: readonly Moment[] = [
  later('an event is on its way', ({ chance, strike }) => pause(chance.below(8)).then(() => strike(null))),
  statement('the intake is about to be stored', 'insert into hearback.intake', 'before'),
  statement('the intake is stored, the platform not told', 'insert into hearback.intake', 'committed'),
  statement('the platform is being told', 'insert into hearback.intake', 'told'),
  statement('jobs are in the queue, their rows not marked', 'set dispatched_at = $2', 'before'),
  statement('rows are marked as sent', 'set dispatched_at = $2', 'committed'),
  statement('a handler is about to open the case', 'insert into hearback.cases', 'before'),
  statement('the case is opened, the handler not told', 'insert into hearback.cases', 'committed'),
  statement('a job is done', 'insert into hearback.cases', 'told'),
  statement('the attempt is on record', "set state = 'sending'", 'committed'),
  call('a post is about to be carried out', 'post', 'called'),
  call('a post is carried out, its answer not sent', 'post', 'applied'),
  call('a post is answered', 'post', 'answered'),
  statement('a post is about to be recorded', "set state = 'sent'", 'before'),
  statement('a post is recorded, nobody told', "set state = 'sent'", 'committed'),
  call('a reaction is carried out, its answer not sent', 'react', 'applied'),
  statement('a clock is about to ring', 'update hearback.clock set due_at', 'before'),
  statement('a clock has rung, nobody told', 'update hearback.clock set due_at', 'committed'),
  call('a card is about to be redrawn', 'update', 'called'),
  call('a card is redrawn, its answer not sent', 'update', 'applied'),
  statement('a redrawn card is about to be recorded', 'set shown_version = $2', 'before'),
  statement('a command is about to be carried out', 'insert into hearback.interaction', 'before'),
  statement('a command is carried out, nobody told', 'insert into hearback.interaction', 'committed'),
  call('a command is about to be answered', 'answer', 'called'),
  call('a command is answered', 'answer', 'applied'),
  later('a process starts', async ({ arena, chance, strike, count }) => {
    await pause(chance.below(1_000));
    const bot = chance.pick(arena.bots);
    if (bot.kill()) count('kills');
    await arena.until('the next process', () => bot.startedAt() !== null, 5_000).catch(() => null);
    await pause(chance.below(700));
    await strike(bot);
  }),
  later('a process ends in order', async ({ arena, chance, strike }) => {
    await pause(chance.below(1_500));
    const bot = chance.pick(arena.bots);
    bot.stop();
    await pause(chance.below(300));
    await strike(bot);
  }),
  later('no moment in particular', ({ chance, strike }) =>
    pause(chance.below(2_500)).then(() => strike(null)),
  ),
];
