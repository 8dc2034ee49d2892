import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Said } from './tell-parent.ts';

/** A process that is measured. */
export interface Started {
  /** When it was ready. */
  ready: Said;
  /** How it is now. */
  ask(): Promise<Said>;
  end(): Promise<void>;
}

/** @param which the program, or a bare one with the same packages */
export async function started(which: 'ours' | 'bare', env: NodeJS.ProcessEnv): Promise<Started> {
  const script = fileURLToPath(new URL(`./${which}.js`, import.meta.url));
  const child = fork(script, { env: { ...process.env, ...env }, stdio: 'inherit', execArgv: [] });
  const heard = async (): Promise<Said> => {
    const [said] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(gone)])) as [Said];
    return said;
  };
  const ready = await heard();
  return {
    ready,
    ask: () => {
      const said = heard();
      child.send('ask');
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
