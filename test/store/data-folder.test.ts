import { spawnSync } from 'node:child_process';
import { existsSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { makeDataFolder } from '../../src/store/data-folder.ts';
import { temporaryFolder } from '../support/folder.ts';

const folder = temporaryFolder();

describe('the data folder', () => {
  it('is made with those above it, and the first that was missing is named', () => {
    expect(makeDataFolder(join(folder, 'a', 'b', 'c'))).toBe(join(folder, 'a'));
    expect(statSync(join(folder, 'a', 'b', 'c')).isDirectory()).toBe(true);
    expect(makeDataFolder(join(folder, 'a', 'b', 'c'))).toBeNull();
  });

  it('that cannot be made is named with the setting, and with why', () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'kept');
    const link = join(folder, 'link');
    symlinkSync(join(folder, 'unmounted'), link);
    const refused = (path: string, why: string) =>
      expect(() => makeDataFolder(path)).toThrow(
        expect.objectContaining({
          code: 'CONFIG_INVALID',
          message: expect.stringMatching(new RegExp(`^HEARBACK_DATA_DIR: .*${why}.*Name another folder`)),
        }),
      );
    refused(file, `${file} is no folder`);
    refused(join(file, 'x', 'y'), 'is no folder');
    refused(link, `${link} is no folder`);
    refused(join(link, 'x'), `${link} is no folder`);
    expect(existsSync(join(folder, 'unmounted'))).toBe(false);
  });

  // Node's own way to make folders never comes back from there.
  (process.platform === 'linux' ? it : it.skip)(
    'where none can be made ends the start with a sentence',
    () => {
      const { PATH } = process.env;
      const { status, stderr } = spawnSync(process.execPath, ['dist/sandbox/start.js'], {
        env: { PATH, HEARBACK_DATA_DIR: '/proc/x', PORT: '0' },
        encoding: 'utf8',
        timeout: 30_000,
        killSignal: 'SIGKILL',
      });
      expect({ status, stderr }).toEqual({
        status: 1,
        stderr: expect.stringMatching(
          /^\nHearback could not start\.\nHEARBACK_DATA_DIR: \/proc\/x cannot be made/,
        ),
      });
    },
  );
});
