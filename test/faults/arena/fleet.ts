import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** What one process of the program is there for, and how it reaches the world. */
export interface Slot {
  name: string;
  env: Record<string, string>;
}

/** A process of the program that is started again whenever it ends, as any supervisor does. */
export interface Bot {
  readonly name: string;
  /** Pulls the plug. @returns false when nothing was running. */
  kill(): boolean;
  /** Asks it to end, as a deployment does. */
  stop(): void;
  freeze(): void;
  thaw(): void;
  /** Sets its clock ahead (behind, below zero) of the machine's, also after a restart (ms). */
  setAhead(aheadMs: number): void;
  /** Whether it is connected and reaches everything. */
  isReady(): boolean;
  /** When the running one was started, by the machine's clock (ms since 1970); null between two. */
  startedAt(): number | null;
}

/** All processes of the program, and one more that has loaded everything and waits. */
export interface Fleet {
  bots: readonly Bot[];
  /** Processes that ended by themselves, without having been killed or asked. */
  ended(): number;
  close(): Promise<void>;
}

/** How long a process that ended by itself rests before it is started again (ms). */
const REST_MS = 150;

export function startFleet(slots: readonly Slot[]): Fleet {
  let closing = false;
  let spare: ChildProcess | null = null;
  let endedByThemselves = 0;

  const take = (): ChildProcess => {
    const taken = spare?.connected && spare.exitCode === null ? spare : forkSpare();
    spare = closing ? null : forkSpare();
    return taken;
  };

  const openSlot = ({ name, env }: Slot) => {
    let running: ChildProcess | null = null;
    let isReady = false;
    let startedAt: number | null = null;
    let isExpected = false;
    let aheadMs = 0;
    const start = () => {
      if (closing) return;
      const child = take();
      running = child;
      [isReady, isExpected, startedAt] = [false, false, Date.now()];
      child.send({ aheadMs });
      child.send({ start: env });
      child.on('message', (message) => {
        if (message === 'ready' && running === child) isReady = true;
      });
      child.once('exit', () => {
        if (running !== child) return;
        running = null;
        [isReady, startedAt] = [false, null];
        if (!isExpected && !closing) endedByThemselves += 1;
        void pause(isExpected ? 0 : REST_MS).then(start);
      });
    };
    start();
    const bot: Bot = {
      name,
      kill: () => {
        isExpected = true;
        return running?.kill('SIGKILL') ?? false;
      },
      stop: () => {
        isExpected = true;
        running?.kill('SIGTERM');
      },
      freeze: () => void running?.kill('SIGSTOP'),
      thaw: () => void running?.kill('SIGCONT'),
      setAhead: (ms) => {
        aheadMs = ms;
        if (running?.connected) running.send({ aheadMs });
      },
      isReady: () => isReady,
      startedAt: () => startedAt,
    };
    const end = async () => {
      const last = running;
      if (!last || last.exitCode !== null || last.signalCode !== null) return;
      const gone = once(last, 'exit');
      last.kill('SIGKILL');
      await gone;
    };
    return { bot, end };
  };

  const opened = slots.map(openSlot);
  return {
    bots: opened.map(({ bot }) => bot),
    ended: () => endedByThemselves,
    close: async () => {
      closing = true;
      spare?.kill('SIGKILL');
      await Promise.all(opened.map(({ end }) => end()));
    },
  };
}

function forkSpare(): ChildProcess {
  const child = fork('test/support/bot.mjs', {
    env: { PATH: process.env['PATH'], BOT_WAITS: 'yes' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  // What is sent to one that has just been killed is lost, and that is no fault.
  child.on('error', () => {});
  return child;
}
