import { describe, expect, it } from '@jest/globals';
import { hasMarkInName, markedName } from '../../src/chat/files.ts';

const MARK = 'AbCdEfGhIjKlMnOpQrSt';

describe('the name of a file that comes with a card', () => {
  it.each([
    ['what I see.PNG', 'what-I-see-AbCdEfGhIj.png'],
    ['../../etc/passwd', 'etc-passwd-AbCdEfGhIj'],
    ['日本語.txt', 'file-3-AbCdEfGhIj.txt'],
    ['', 'file-3-AbCdEfGhIj'],
    ['a'.repeat(300) + '.log', `${'a'.repeat(60)}-AbCdEfGhIj.log`],
    ['archive.tar.gz', 'archive-tar-AbCdEfGhIj.gz'],
  ])('%s can be posted anywhere, and found again', (name, expected) => {
    const marked = markedName({ name }, 2, MARK);

    expect(marked).toBe(expected);
    expect(hasMarkInName(marked, MARK)).toBe(true);
    expect(hasMarkInName(marked, 'another-mark-entirely')).toBe(false);
  });
});
