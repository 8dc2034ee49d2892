import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Postmaster, disownLeftOver, readPostmaster } from '../../../src/store/embedded/postmaster.ts';

/** Above any number that Linux gives. */
const NOBODY = 2 ** 22 + 1;

let cluster: string;
beforeEach(() => {
  cluster = mkdtempSync(join(tmpdir(), 'hearback-pid-'));
});
afterEach(() => rmSync(cluster, { recursive: true, force: true }));

const file = () => join(cluster, 'postmaster.pid');
const says = (pid: number) => `${pid}\n${cluster}\n1700000000\n5432\n/run/here\n\n0 0\nready\n`;
const found = () => readPostmaster(cluster) as Postmaster;

describe('a postmaster.pid that names no server', () => {
  it('is given our number where somebody else has the one in it, and keeps the rest', () => {
    writeFileSync(file(), says(1));
    expect(disownLeftOver(found(), cluster)).toBe(true);
    expect(readFileSync(file(), 'utf8')).toBe(says(process.pid));
  });

  it('is left to PostgreSQL where nobody has the number in it', () => {
    writeFileSync(file(), says(NOBODY));
    expect(disownLeftOver(found(), cluster)).toBe(true);
    expect(readFileSync(file(), 'utf8')).toBe(says(NOBODY));
  });

  it('is left alone when a server has put its own there since we looked', () => {
    writeFileSync(file(), says(NOBODY));
    const before = found();
    writeFileSync(file(), says(1));
    expect(disownLeftOver(before, cluster)).toBe(false);
    expect(readFileSync(file(), 'utf8')).toBe(says(1));
  });

  it('is left to the server that is just writing it', () => {
    writeFileSync(file(), '');
    expect(disownLeftOver(found(), cluster)).toBe(false);
    expect(readFileSync(file(), 'utf8')).toBe('');
  });

  it('is taken for a left-over one when it has been empty for long', () => {
    writeFileSync(file(), '');
    const then = new Date(Date.now() - 60_000);
    utimesSync(file(), then, then);
    expect(disownLeftOver(found(), cluster)).toBe(true);
    expect(found().pid).toBe(process.pid);
  });

  it('is no matter any more once it has gone', () => {
    writeFileSync(file(), says(1));
    const before = found();
    rmSync(file());
    expect(disownLeftOver(before, cluster)).toBe(true);
    expect(readPostmaster(cluster)).toBeNull();
  });
});
