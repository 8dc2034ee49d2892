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
  /** Who is kept out of it. */
  hiddenFrom?: string;
  channelId?: string;
  severity?: 'urgent' | 'normal';
}

/** A case in the record; answers its number. */
async function recorded({
  text = 'words',
  departments = [],
  severity = 'normal',
  hiddenFrom,
  channelId = 'C1',
}: Said) {
  const source = message({ workspaceId: workspace.id, channelId, text, userId: fresh('U') });
  const { file } = await scene.store.open(candidate(source, { openedAt: NOW, severity }), () => ({
    change: {
      history: [],
      departments,
      ...(hiddenFrom !== undefined && {
        exclude: [{ userId: hiddenFrom, reason: 'accused' as const, by: MIA }],
      }),
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
    await recorded({ departments: ['qa'], hiddenFrom: QUINN });
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
    // By what people read of it, and not by its file.
    expect((await mia.get('/playbooks')).html).toContain('>Product or service<');
  });

  it('of a topic, a promise and a gift leave out a case somebody is kept out of, and its member', async () => {
    const { pool } = scene.record;
    const shown = await recorded({ departments: ['qa'] });
    const other = await recorded({ departments: ['qa'] });
    const hidden = await recorded({ departments: ['qa'], hiddenFrom: MIA });
    const { rows } = await pool.query<{ id: number }>(
      `insert into hearback.topic (title, made_at, raised_at) values ('Rare thing', $1, $1) returning topic_id as id`,
      [NOW],
    );
    for (const { caseId } of [shown, other, hidden]) {
      await pool.query(
        `insert into hearback.topic_case (case_id, terms, language, topic_id, how, linked_at) values ($1, '{rare}', 'en', $2, 'found', $3)
         on conflict (case_id) do update set topic_id = excluded.topic_id`,
        [caseId, rows[0]!.id, NOW],
      );
      await pool.query(
        `insert into hearback.gift (workspace_id, case_id, member_id, gift, value, state, month, at) values ($1, $2, 'U0X', 'credit', 7000, 'given', '2026-11', $3)`,
        [workspace.id, caseId, NOW],
      );
      await pool.query(
        `insert into hearback.clock (case_id, kind, due_at, deadline, started_at, set_by) values ($1, 'update_due', $2, $2, $2, 'policy')
         on conflict (case_id, kind, subject) where state = 'running' do nothing`,
        [caseId, NOW],
      );
    }
    const quinn = await scene.signedIn(QUINN);
    expect((await quinn.get('/topics')).html).toContain('3 members, 3 cases');
    expect((await mia.get('/topics')).html).toContain('2 members, 2 cases');
    // Departments know of what was brought to them.
    await pool.query('update hearback.topic set raised_at = null where topic_id = $1', [rows[0]!.id]);
    expect((await quinn.get('/topics')).html).not.toContain('Rare thing');
    const gifts = (await mia.get('/gifts')).html;
    expect([gifts.includes('14,000'), gifts.includes('21,000')]).toEqual([true, false]);
    for (const page of ['/gifts', '/promises', '/topics']) {
      const { html } = await mia.get(page);
      const links = [shown, hidden].map(({ number }) => html.includes(`href="/cases/${number}"`));
      expect([page, ...links]).toEqual([page, true, false]);
    }
    expect((await mia.get(`/cases/${hidden.number}`)).status).toBe(404);
  });

  it('name a private channel, and tell its mood, to leads and to staff who read it', async () => {
    const [hidden, mod] = ['C0HIDDEN', 'U0MODDY'];
    await recorded({ departments: ['qa'], channelId: hidden });
    await scene.record.pool.query(
      `insert into hearback.stir (workspace_id, key, channel_id, thread_message, message_id, who, is_reaction, mood, gone, at)
       select $1, 'm/' || n, $2, 't', 'm' || n, 'w' || n, false, -1, false, $3::timestamptz - interval '1 hour' from generate_series(1, 9) as n`,
      [workspace.id, hidden, scene.clock.now],
    );
    scene.people.set(mod, { groups: ['S0MODS'], isMember: true });
    const [quinn, moderator] = [await scene.signedIn(QUINN), await scene.signedIn(mod)];
    const seen = async (browser: Browser) => {
      const { html } = await browser.get('/barometer');
      return [html.includes(`#${hidden}`), html.includes('<figcaption>Mood')];
    };
    expect([await seen(mia), await seen(moderator), await seen(quinn)]).toEqual([
      [true, true],
      [false, false],
      [false, false],
    ]);
    for (const person of [mod, QUINN]) scene.inside.add(`${hidden} ${person}`);
    // A department has no moods.
    expect([await seen(moderator), await seen(quinn)]).toEqual([
      [true, true],
      [true, false],
    ]);
  });

  it('are drawn for eyes and written for whoever hears them', async () => {
    const { html } = await mia.get('/barometer?days=7');
    expect(html).toMatch(/<figcaption>New and closed cases<\/figcaption><svg aria-hidden="true"/);
    expect(html).toMatch(/<th scope="row">[^\n]*22 November 2026/);
    expect(html).not.toMatch(/ style=/);
  });

  it('show each filter of their address in the form, where it can be changed and taken off', async () => {
    const { html: ofMonth } = await mia.get('/gifts?month=2025-03');
    expect(ofMonth).toContain('<option value="2025-03" selected>March 2025</option>');
    expect((await mia.get('/gifts')).html).toContain(
      '<option value="2026-11" selected>November 2026</option>',
    );
    const quinn = await scene.signedIn(QUINN);
    for (const [browser, filters] of [
      [mia, { department: 'qa', kind: 'refund', channel: 'C0ELSEWHERE', days: '7' }],
      [quinn, { channel: 'C1' }],
    ] as const) {
      const { html } = await browser.get(`/barometer?${new URLSearchParams(filters).toString()}`);
      const form = html.split('<form method="get"')[1]?.split('</form>')[0] ?? '';
      const chosen = [...form.matchAll(/<select name="(\w+)">([^]*?)<\/select>/g)].map(
        ([, name, options = '']) => [name, / value="(\w+)" selected/.exec(options)?.[1]],
      );
      expect(chosen.filter(([, value]) => value !== undefined)).toEqual(
        Object.entries(filters).filter(([name]) => name !== 'days'),
      );
      expect(form).toContain('href="/barometer"');
      expect(form.includes('name="days" value="7"')).toBe('days' in filters);
      expect(form.match(/<option value="">/g)?.length).toBe(chosen.length);
    }
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
    ['/?constructor=1', 'constructor', 'no filter of this page'],
    ['/barometer?days=8', 'days', '“8”'],
    ['/barometer?from=2001-01-01', 'From', 'two years'],
    ['/gifts?month=2026-13', 'Month', '“2026-13”'],
    ['/topics?q=x', 'Words', 'no filter'],
    ['/search?q=kind:nope', 'Words', 'At character 1'],
    ['/search?q=words&after=xyz', 'Page', 'no page of this list'],
    ['/search?after=xyz', 'Page', 'no page of this list'],
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

  it.each(['/?channel=', '/?handler=', '/barometer?channel='])(
    'with an id that is longer than any, %s, names nobody and nothing',
    async (address) => {
      const { status, html } = await mia.get(address + 'C'.repeat(101));
      expect([status, html.includes('is not known here')]).toEqual([400, true]);
    },
  );

  it('narrows the list, goes on where a page ends, and can be passed on', async () => {
    await scene.record.pool.query(
      `insert into hearback.cases (workspace_id, number, state, severity, kind, member_id, member_name, quote, language, opened_at)
       select $1, 9000 + n, 'open', 'urgent', 'feedback', 'UX' || n, 'Member', 'urgent ' || n, 'en', $2 from generate_series(1, 52) as n`,
      [workspace.id, NOW],
    );
    const first = await mia.get('/?severity=urgent&from=2026-11-22');
    expect(first.html.match(/class="case"/g)).toHaveLength(50);
    expect(first.html).toContain('52 cases, the most urgent first');
    const next = /rel="next" href="([^"]+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await mia.get(next);
    expect(second.html.match(/class="case"/g)).toHaveLength(2);
    expect(next).toContain('severity=urgent');
    expect((await mia.get('/?severity=urgent&to=2026-11-21')).html).toContain('No case fits this filter.');
  });
});

describe('an attachment', () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

  /** A case with one file. */
  async function withFile(name: string, mime: string, bytes: Uint8Array, hiddenFrom?: string) {
    const found = await recorded({ departments: ['qa'], ...(hiddenFrom !== undefined && { hiddenFrom }) });
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
    const hidden = await withFile('b.png', 'image/png', PNG, QUINN);
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

  it('is a new one when somebody else’s words in a case were erased', async () => {
    const { number, source } = await recorded({ text: 'said' });
    const { headers } = await mia.get(`/cases/${number}`);
    await scene.record.pool.query(
      `delete from hearback.message_version v using hearback.message m where v.message_row_id = m.message_row_id and m.message_id = $1`,
      [source.messageId],
    );
    mia.headers['if-none-match'] = headers.get('etag')!;
    const again = await mia.get(`/cases/${number}`);
    mia.headers['if-none-match'] = `W/${again.headers.get('etag')}`;
    // As a server on the way writes it that compresses the page.
    const once = await mia.get(`/cases/${number}`);
    delete mia.headers['if-none-match'];
    expect([again.status, once.status]).toEqual([200, 304]);
  });

  it('does not change by what happens in a case that its reader is kept out of', async () => {
    const quinn = await scene.signedIn(QUINN);
    const before = (await quinn.get('/')).headers.get('etag');
    const figures = (await quinn.get('/barometer')).headers.get('etag');
    await recorded({ departments: ['qa'], hiddenFrom: QUINN, severity: 'urgent' });
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
