import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';
import type { Said } from './tell-parent.ts';

/** A process that is measured. */
export interface Started {
  /** When it was ready. */
  ready: Said;
  /** How it is now; with `settle` after what nobody needs any more has been collected. */
  ask(how?: 'ask' | 'settle'): Promise<Said>;
  end(): Promise<void>;
}

/** @param which the program, or a bare one with the same packages */
export function started(which: 'ours' | 'bare', env: NodeJS.ProcessEnv): Promise<Started> {
  return startedScript(`dist/bench/program/${which}.js`, env);
}

/**
 * @param script from the folder of the package on; it calls `tellParent`. With `BENCH_PROFILE` its processor time is written into that folder when it ends, for a look with the
 *   browser's developer tools.
 */
export async function startedScript(script: string, env: NodeJS.ProcessEnv): Promise<Started> {
  const profiles = process.env['BENCH_PROFILE'];
  const child = fork(join(packageRoot(), script), {
    env: { ...process.env, ...env },
    // The last line of our own output is the report.
    stdio: ['ignore', 2, 2, 'ipc'],
    execArgv: profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : [],
  });
  const heard = async (): Promise<Said> => {
    const either = new AbortController();
    const { signal } = either;
    try {
      const [said] = (await Promise.race([
        once(child, 'message', { signal }),
        once(child, 'exit', { signal }).then(gone),
      ])) as [Said];
      return said;
    } finally {
      // The one that did not come is waited for no longer.
      either.abort();
    }
  };
  const ready = await heard();
  return {
    ready,
    ask: (how = 'ask') => {
      const said = heard();
      child.send(how);
      return said;
    },
    end: async () => {
      const left = once(child, 'exit');
      child.send('end');
      await left;
    },
  };
}

function gone(): never {
  throw new Error('The measured process ended by itself; its own words are above.');
}
