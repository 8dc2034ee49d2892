import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { candidate, fresh, message } from '../store/record.ts';
import { workspace } from '../support/factories.ts';
import type { Browser } from './browser.ts';
import { MIA, openScene, QUINN, type Scene } from './scene.ts';

const NOW = new Date('2026-11-22T09:00:00Z');

let scene: Scene;
let mia: Browser;
beforeAll(async () => {
  scene = await openScene();
  mia = await scene.signedIn(MIA);
});
afterAll(() => scene?.close());

interface Said {
  text?: string;
  departments?: string[];
  isHidden?: boolean;
  severity?: 'urgent' | 'normal';
}

/** A case in the record; answers its number. */
async function recorded({ text = 'words', departments = [], isHidden = false, severity = 'normal' }: Said) {
  const source = message({ workspaceId: workspace.id, text, userId: fresh('U') });
  const { file } = await scene.store.open(candidate(source, { openedAt: NOW, severity }), () => ({
    change: {
      history: [],
      departments,
      ...(isHidden && { exclude: [{ userId: QUINN, reason: 'accused' as const, by: MIA }] }),
    },
    answer: null,
  }));
  return { ...file.case, source: source.ref };
}

/** The number a tile of the barometer shows. */
function tile(html: string, label: string): string | undefined {
  return new RegExp(`<dt>${label}</dt><dd>([^<]*)`).exec(html)?.[1];
}

describe('figures', () => {
  it('are of what each person may see: a department has its own, and nobody learns of a case they are kept out of', async () => {
    await recorded({ departments: ['qa'] });
    await recorded({ departments: ['qa', 'support'] });
    await recorded({ departments: ['qa'], isHidden: true });
    await recorded({});
    const quinn = await scene.signedIn(QUINN);
    expect(tile((await mia.get('/barometer')).html, 'New cases')).toBe('4');
    const { html } = await quinn.get('/barometer');
    expect(tile(html, 'New cases')).toBe('2');
    expect(html).toContain('>QA<');
    expect(html).not.toContain('>Support<');
    expect(html).not.toContain('href="/gifts"');
    for (const page of ['/promises', '/gifts', '/playbooks'])
      expect((await quinn.get(page)).status).toBe(404);
    for (const page of ['/promises', '/gifts', '/playbooks', '/topics', '/search?q=words'])
      expect([page, (await mia.get(page)).status]).toEqual([page, 200]);
  });

  it('are drawn for eyes and written for whoever hears them', async () => {
    const { html } = await mia.get('/barometer?days=7');
    expect(html).toMatch(/<figcaption>New and closed cases<\/figcaption><svg aria-hidden="true"/);
    expect(html).toMatch(/<th scope="row">[^\n]*22 November 2026/);
    expect(html).not.toMatch(/ style=/);
  });
});

describe('an address', () => {
  it.each([
    ['/?state=nope', 'State', '“nope”'],
    ['/?state=constructor', 'State', '“constructor”'],
    ['/?from=2026-13-01', 'From', '“2026-13-01”'],
    ['/?from=2026-11-02&to=2026-11-01', 'Until', 'before the beginning'],
    ['/?after=1-x', 'Page', 'no page of this list'],
    ['/?after=9-zz-1', 'Page', 'no page of this list'],
    ['/?kind=__proto__', 'Kind', '“__proto__”'],
    ['/?nothing=1', 'nothing', 'no filter of this page'],
    ['/barometer?days=8', 'days', '“8”'],
    ['/barometer?from=2001-01-01', 'From', 'two years'],
    ['/gifts?month=2026-13', 'Month', '“2026-13”'],
    ['/topics?q=x', 'Words', 'no filter'],
    ['/search?q=kind:nope', 'Words', 'At character 1'],
    [`/?state=${encodeURIComponent('<b>"')}`, 'State', '“&lt;b&gt;&#34;”'],
  ])('%s is answered with the place of what is wrong, and no case', async (address, field, words) => {
    const { status, html } = await mia.get(address);
    const faults = html.slice(html.indexOf('id="faults"'));
    expect([status, html.includes('class="case"')]).toEqual([400, false]);
    expect(faults).toContain(`<strong><bdi>${field}</bdi></strong>`);
    expect(faults).toContain(words);
  });

  it('with a search of 5,000 characters is told how many it takes', async () => {
    const { status, html } = await mia.get(`/search?q=${'x'.repeat(5_000)}`);
    expect([status, html.includes('up to 400 are taken')]).toEqual([400, true]);
  });

  it('narrows the list, goes on where a page ends, and can be passed on', async () => {
    await Promise.all(
      Array.from({ length: 52 }, (_each, at) => recorded({ text: `urgent ${at}`, severity: 'urgent' })),
    );
    const first = await mia.get('/?severity=urgent&from=2026-11-22');
    expect(first.html.match(/class="case"/g)).toHaveLength(50);
    expect(first.html).toContain('52 cases, the most urgent first');
    const next = /rel="next" href="([^"]+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await mia.get(next);
    expect(second.html.match(/class="case"/g)).toHaveLength(2);
    expect(next).toContain('severity=urgent');
    expect((await mia.get('/?severity=urgent&to=2026-11-21')).html).toContain('There is nothing here.');
  });
});

describe('an attachment', () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

  /** A case with one file. */
  async function withFile(name: string, mime: string, bytes: Uint8Array, isHidden = false) {
    const found = await recorded({ departments: ['qa'], isHidden });
    const { rows } = await scene.record.pool.query<{ id: number }>(
      `insert into hearback.file (message_row_id, workspace_id, file_id, name, mime, size, url)
       select message_row_id, $1, 'F1', $3, $4, 1, '' from hearback.message where workspace_id = $1 and message_id = $2 returning file_row_id as id`,
      [workspace.id, found.source.messageId, name, mime],
    );
    await scene.store.keepFile(rows[0]!.id, { bytes });
    return `/cases/${found.number}/files/${rows[0]!.id}`;
  }

  it('that is a picture is shown, and anything else is saved, whatever it says it is', async () => {
    const picture = await withFile('shot.png', 'image/png', PNG);
    expect((await mia.get(picture.replace(/\/files.*/, ''))).html).toContain(
      `<img class="picture" src="${picture}" alt="Picture: shot.png"`,
    );
    const { headers } = await mia.get(picture);
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      'image/png',
      'inline; filename="shot.png"',
    ]);
    const page = await withFile('shot.svg', 'image/png', Buffer.from('<svg onload=alert(1)>'));
    const saved = (await mia.get(page)).headers;
    expect([saved.get('content-type'), saved.get('content-disposition')]).toEqual([
      'application/octet-stream',
      'attachment; filename="shot.svg"',
    ]);
  });

  it('is for whoever sees its case, and of no other case', async () => {
    const quinn = await scene.signedIn(QUINN);
    const own = await withFile('a.png', 'image/png', PNG);
    const hidden = await withFile('b.png', 'image/png', PNG, true);
    expect((await quinn.get(own)).status).toBe(200);
    expect((await quinn.get(hidden)).status).toBe(404);
    // By way of a case that may be seen.
    const [, file] = hidden.split('/files/');
    expect((await quinn.get(`${own.split('/files/')[0]}/files/${file}`)).status).toBe(404);
    expect((await mia.get(hidden)).status).toBe(200);
  });
});

describe('a page that is open', () => {
  it('is sent again only when something is new, which keeps nobody signed in', async () => {
    const first = await mia.get('/');
    const version = first.headers.get('etag')!;
    const ask = async () => {
      mia.headers['if-none-match'] = version;
      const { status } = await mia.get('/');
      delete mia.headers['if-none-match'];
      return status;
    };
    expect(await ask()).toBe(304);
    await recorded({ text: 'news', severity: 'urgent' });
    expect(await ask()).toBe(200);
    const browser = await scene.signedIn(MIA);
    const start = scene.clock.now;
    for (const minutes of [40, 80]) {
      scene.clock.now = new Date(start.getTime() + minutes * 60_000);
      browser.headers['if-none-match'] = 'x';
      await browser.get('/');
    }
    expect((await browser.get('/')).status).toBe(401);
    scene.clock.now = start;
  });

  it('does not change by what happens in a case that its reader is kept out of', async () => {
    const quinn = await scene.signedIn(QUINN);
    const before = (await quinn.get('/')).headers.get('etag');
    const figures = (await quinn.get('/barometer')).headers.get('etag');
    await recorded({ departments: ['qa'], isHidden: true, severity: 'urgent' });
    expect((await quinn.get('/')).headers.get('etag')).toBe(before);
    expect((await quinn.get('/barometer')).headers.get('etag')).toBe(figures);
  });
});

describe('a language', () => {
  it('is that of the person, else of their browser, else of the community', async () => {
    const browser = await scene.signedIn(MIA);
    const langOf = async () => /<html lang="(\w+)">/.exec((await browser.get('/barometer')).html)?.[1];
    expect(await langOf()).toBe('en');
    browser.headers['accept-language'] = 'is, fr-CA;q=0.8, da;q=0.5';
    expect(await langOf()).toBe('fr');
    const was = scene.people.get(MIA)!;
    scene.people.set(MIA, { ...was, locale: 'pt-BR' });
    expect(await langOf()).toBe('pt');
    scene.people.set(MIA, was);
    const nobody = scene.browser();
    nobody.headers['accept-language'] = 'da-DK';
    expect((await nobody.get('/')).html).toContain('Du er ikke logget ind');
  });
});
