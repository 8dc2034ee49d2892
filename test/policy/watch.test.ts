import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AppError } from '../../src/errors.ts';
import { watchPolicies } from '../../src/policy/watch.ts';
import { policyYaml } from './factory.ts';

type News = { prefix: string } | { fault: string };

/** A policy file being watched, with the waiting for editors to finish done by the clock of the test. */
function watchedFile() {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-'));
  const path = join(folder, 'hearback.yaml');
  writeFileSync(path, policyYaml({ top: 'prefix: AA' }));
  const news: News[] = [];
  let heard: (() => void) | undefined;
  const tell = (one: News) => {
    news.push(one);
    heard?.();
  };
  const stop = watchPolicies(
    path,
    ([policy]) => tell({ prefix: policy!.prefix }),
    ({ code, message }: AppError) => tell({ fault: `${code} ${message}` }),
  );
  const seen = watch(folder);
  const noticed = async (change: () => void) => {
    const event = once(seen, 'change');
    change();
    await event;
    // The file's own watcher hears of it in the same round.
    await new Promise(setImmediate);
    jest.runOnlyPendingTimers();
  };
  return {
    path,
    news,
    stop,
    close() {
      stop();
      seen.close();
      rmSync(folder, { recursive: true });
    },
    /** Changes the file until it has been looked at; nothing need be said about it. */
    noticed,
    /** Changes the file and waits for what is said about it. */
    async told(change: () => void) {
      const word = new Promise<void>((resolve) => {
        heard = resolve;
      });
      await noticed(change);
      await word;
    },
  };
}

describe('watchPolicies', () => {
  let file: ReturnType<typeof watchedFile>;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance', 'Date'] });
    file = watchedFile();
  });

  afterEach(() => {
    file.close();
    jest.useRealTimers();
  });

  const write = (top: string) => () => writeFileSync(file.path, policyYaml({ top }));

  it('tells of a policy that was saved', async () => {
    await file.told(write('prefix: BB'));

    expect(file.news).toEqual([{ prefix: 'BB' }]);
  });

  it('tells of a file that an editor put in place of the old one', async () => {
    writeFileSync(`${file.path}.new`, policyYaml({ top: 'prefix: BB' }));
    await file.told(() => renameSync(`${file.path}.new`, file.path));
    await file.told(write('prefix: CC'));

    expect(file.news).toEqual([{ prefix: 'BB' }, { prefix: 'CC' }]);
  });

  it('tells of faults with their place and goes on watching', async () => {
    await file.told(write('prefix: 1'));
    await file.told(write('prefix: BB'));

    expect(file.news).toEqual([
      { fault: expect.stringMatching(/^CONFIG_INVALID hearback\.yaml:1:9 {2}prefix/) },
      { prefix: 'BB' },
    ]);
  });

  it('tells of the same faulty content once, however often it is saved', async () => {
    await file.told(write('prefix: 1'));
    await file.noticed(write('prefix: 1'));
    await file.noticed(write('prefix: 1'));
    await file.told(write('prefix: 2'));

    expect(file.news).toHaveLength(2);
  });

  it('does not tell of content that has not changed', async () => {
    await file.noticed(write('prefix: AA'));
    await file.told(write('prefix: BB'));

    expect(file.news).toEqual([{ prefix: 'BB' }]);
  });

  it('tells of a file that is gone, and of the one that comes after it', async () => {
    await file.told(() => rmSync(file.path));
    await file.told(write('prefix: AA'));

    expect(file.news).toEqual([{ fault: expect.stringContaining('does not exist') }, { prefix: 'AA' }]);
  });

  it('tells nothing after it was stopped', async () => {
    file.stop();
    await file.noticed(write('prefix: BB'));
    await file.noticed(write('prefix: 1'));

    expect(file.news).toEqual([]);
  });
});

describe('watchPolicies of a folder', () => {
  it('leaves the policies in force when all their files are gone and what came for them has faults', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearback-'));
    const [before, instead] = [join(folder, 'games.yaml'), join(folder, 'players.yaml')];
    writeFileSync(before, policyYaml({ top: 'prefix: AA' }));
    const changes: (readonly unknown[])[] = [];
    const fault = new Promise<string>((resolve) => {
      const stop = watchPolicies(
        folder,
        (policies) => changes.push(policies),
        ({ message }) => {
          stop();
          resolve(message);
        },
      );
    });
    renameSync(before, instead);
    writeFileSync(instead, policyYaml({ top: 'prefix: 1' }));
    expect(await fault).toContain('players.yaml:1:9');
    expect(changes).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});

describe('watchPolicies with playbooks', () => {
  it('tells of a playbook that was changed, and of what is wrong with it, with its file and line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearback-'));
    const playbooksDir = join(folder, 'playbooks');
    const path = join(folder, 'hearback.yaml');
    const playbook = join(playbooksDir, 'product.yaml');
    mkdirSync(playbooksDir);
    writeFileSync(playbook, 'name: Product\nanswer: none\n');
    writeFileSync(path, policyYaml({ kinds: '  feedback: { name: Feedback, playbook: product }' }));
    let heard: (word: string) => void = () => {};
    const next = () => new Promise<string>((resolve) => (heard = resolve));
    const stop = watchPolicies(
      path,
      ([policy]) => heard(String(policy!.kinds['feedback']?.severity)),
      ({ message }) => heard(message),
      { playbooksDir },
    );
    try {
      const faulty = next();
      writeFileSync(playbook, 'name: Product\nanswer: none\nextends: product\n');
      expect(await faulty).toContain('product.yaml:3:10  extends: "product" would extend itself');

      const mended = next();
      writeFileSync(playbook, 'name: Product\nanswer: none\nseverity: urgent\n');
      expect(await mended).toBe('urgent');
    } finally {
      stop();
      rmSync(folder, { recursive: true });
    }
  });
});
