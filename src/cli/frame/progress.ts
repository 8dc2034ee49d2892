import type { Writable } from 'node:stream';
import { count } from './table.ts';

/** How wide the bar is (characters), and how often it is drawn at most (ms). */
const WIDTH = 30;
const DRAWN_EVERY_MS = 100;

/** Shows how far something has come. */
export interface Progress {
  /** @param of how many there are in all; null: nobody knows */
  show(done: number, of: number | null): void;
  /** Takes the bar away. */
  end(): void;
}

/** A bar on a terminal; where nobody looks on, nothing. @param one what is counted, such as `case` */
export function progressOn(stream: Writable & { isTTY?: boolean }, one: string): Progress {
  if (stream.isTTY !== true) return { show: () => {}, end: () => {} };
  let drawnAt = 0;
  const draw = (line: string) => stream.write(`\r\u001B[2K${line}`);
  return {
    show: (done, of) => {
      const now = Date.now();
      if (now - drawnAt < DRAWN_EVERY_MS && done !== of) return;
      drawnAt = now;
      draw(of === null ? `${count(done, one)} …` : `${bar(done, of)} ${done} of ${count(of, one)}`);
    },
    end: () => draw(''),
  };
}

function bar(done: number, of: number): string {
  const full = of === 0 ? WIDTH : Math.round((Math.min(done, of) / of) * WIDTH);
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`;
}
