import type { Fault } from './fault.ts';

/** The next posts are carried out and nobody is told: the connection ends, at once or in the middle of the answer, or a proxy answers in its place. */
export const lostAnswers: Fault = {
  name: 'lost-answers',
  async strike({ arena, platform, chance, count }) {
    count('faults');
    const how = chance.pick([
      '',
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"ok":tr',
      'HTTP/1.1 504 Gateway Timeout\r\ncontent-length: 0\r\nconnection: close\r\n\r\n',
    ]);
    const kind = chance.pick(['post', 'post', 'update', 'react'] as const);
    arena.doors[platform].after(kind, 1 + chance.below(3), ({ socket }) => {
      if (how) socket.end(how);
      else socket.destroy();
    });
    return false;
  },
};
