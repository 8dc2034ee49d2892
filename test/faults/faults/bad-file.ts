import type { Fault } from './fault.ts';

/** Bytes of a chunk, and the wait between two of them (ms), of an attachment that never ends. */
const CHUNK = Buffer.alloc(1_000_000, 'x');
const DRIP_MS = 200;

/** The attachment of the flagged message never ends: as a flood, or drop by drop. The case does not wait for it. */
export const badFile: Fault = {
  name: 'bad-file',
  prepare({ arena, platform, chance, afterwards }) {
    const drips = chance.below(2) === 0;
    const stop = arena.doors[platform].instead('file', 1_000, (request, response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      const timer = setInterval(() => response.write(drips ? 'x' : CHUNK), drips ? DRIP_MS : 1);
      request.socket.once('close', () => clearInterval(timer));
    });
    afterwards(async () => {
      stop();
      // Whatever is still being copied is cut off, and got on the next try.
      return null;
    });
  },
  async strike({ count }) {
    count('faults');
    return false;
  },
};
