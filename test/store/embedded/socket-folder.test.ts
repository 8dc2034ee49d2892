import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { socketFolder } from '../../../src/store/embedded/socket-folder.ts';

describe('socketFolder', () => {
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'hb-'));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it('is the same for the same data, and closed to everybody else', () => {
    const folder = socketFolder('/data/one', null, [place]);
    expect(socketFolder('/data/one', null, [place])).toBe(folder);
    expect(socketFolder('/data/two', null, [place])).not.toBe(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('passes over a place whose path is too long for a socket', () => {
    const long = join(place, 'a'.repeat(80));
    mkdirSync(long);
    expect(dirname(socketFolder('/data/one', null, [long, place]))).toBe(place);
    expect(() => socketFolder('/data/one', null, [long])).toThrow('No folder');
  });

  it('never uses what somebody else may have put in its place', () => {
    const usual = socketFolder('/data/one', null, [place]);
    chmodSync(usual, 0o777);
    const other = socketFolder('/data/one', null, [place]);
    expect(other).not.toBe(usual);
    expect(statSync(other).mode & 0o777).toBe(0o700);
    rmSync(usual, { recursive: true });
    symlinkSync(other, usual);
    expect(socketFolder('/data/one', null, [place])).not.toBe(usual);
  });
});
