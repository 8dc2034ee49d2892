import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { claimFolder } from '../../src/cli/exchange/claim-folder.ts';
import { NotPossible } from '../../src/errors.ts';
import { temporaryFolder } from '../support/folder.ts';

const top = temporaryFolder();
const leftBehind = (folder: string, pid: number | string) =>
  writeFileSync(join(folder, `written-by-${pid}-0123456789ab`), '');

it('a folder is had by one at a time, also when many take over at once what a killed one has left', async () => {
  const folder = mkdtempSync(join(top, 'many-'));
  const { pid: killed } = spawnSync(process.execPath, ['-v']);
  let had = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    let giveBack: (() => Promise<void>) | null = null;
    while (giveBack === null)
      giveBack = await claimFolder(folder).catch((error: unknown) => {
        if (error instanceof NotPossible) return null;
        throw error;
      });
    most = Math.max(most, (had += 1));
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    had -= 1;
    await giveBack();
  };
  for (let round = 0; round < 10; round += 1) {
    leftBehind(folder, killed);
    await Promise.all([work(), work(), work()]);
  }
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

it('what is no claim, or of a process that has the number of ours, keeps nobody out; a running one does', async () => {
  const folder = mkdtempSync(join(top, 'garbled-'));
  leftBehind(folder, '');
  leftBehind(folder, 'x');
  leftBehind(folder, process.pid);
  const giveBack = await claimFolder(folder);
  await expect(claimFolder(folder)).rejects.toThrow(`writing to ${folder} (process ${process.pid})`);
  await giveBack();
  leftBehind(folder, process.ppid);
  await expect(claimFolder(folder)).rejects.toThrow(
    `(process ${process.ppid}). Wait until it is through, or choose another name. If no such program runs any more, delete ${join(folder, `written-by-${process.ppid}-0123456789ab`)}.`,
  );
});
