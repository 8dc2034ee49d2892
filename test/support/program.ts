import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** The compiled program as a process of its own, as `npm start` runs it with tokens. */
export interface Program {
  process: ChildProcess;
  /** All it has written so far, on both outputs. */
  output(): string;
  /** Where its web server listens, once it says so. @throws when it ends before */
  url(): Promise<string>;
  /** Ends it in order. @returns its exit code */
  stop(): Promise<number | null>;
}

/** @param env everything it knows of its surroundings, besides PATH */
export function startProgram(env: Record<string, string>, script = 'dist/src/main.js'): Program {
  const child = spawn(process.execPath, ['--enable-source-maps', script], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const closed = once(child, 'close');
  return {
    process: child,
    output: () => output,
    async url() {
      for (;;) {
        const found = /"url":"([^"]+)","msg":"Hearback is running"/.exec(output)?.[1];
        if (found) return found;
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`the program ended before it was running:\n${output}`);
        await pause(20);
      }
    },
    async stop() {
      child.kill('SIGTERM');
      await closed;
      return child.exitCode;
    },
  };
}
