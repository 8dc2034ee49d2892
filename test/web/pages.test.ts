import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/cases/change.ts';
import { pages } from '../../src/web/pages/index.ts';
import { candidate, fresh, message } from '../store/record.ts';
import { workspace } from '../support/factories.ts';
import type { Browser } from './browser.ts';
import { MIA, openScene, QUINN, type Scene } from './scene.ts';

let scene: Scene;
let mia: Browser;
beforeAll(async () => {
  scene = await openScene(
    {},
    {
      'member-export': async ({ userId }) => ({
        name: 'my "feedback"\r\n.jsonl',
        contentType: 'application/x-ndjson; charset=utf-8',
        body: `{"userId":"${userId}"}\n`,
      }),
    },
  );
  mia = await scene.signedIn(MIA);
});
afterAll(() => scene?.close());

interface Said {
  text: string;
  name?: string;
  change?: Change;
  workspaceId?: string;
}

/** A case in the record; answers its number. */
async function recorded({
  text,
  name = 'Alma Berg',
  change,
  workspaceId = workspace.id,
}: Said): Promise<number> {
  const source = message({ workspaceId, text, userId: fresh('U') });
  source.author.name = name;
  const { file } = await scene.store.open(candidate(source), () => ({
    change: change ?? null,
    answer: null,
  }));
  return file.case.number;
}

const NASTY = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "' onfocus='alert(1)",
  '</title></textarea></style>',
  '{{ facts.name }}{% raw %}',
  'a\u0000b',
  '\u202Egnp.exe',
  '&lt;b&gt;',
].join(' ');

/** Every tag of a page, so that what people wrote can be told from what we wrote. */
function tagsOf(html: string): string[] {
  return [...html.matchAll(/<\/?([a-zA-Z!][^\s>]*)[^>]*>/g)].map(([tag]) => tag);
}

describe('what people wrote', () => {
  it('stays text in every page, whatever it is', async () => {
    const plain = await recorded({
      text: 'words',
      change: { history: [], notes: [{ authorId: MIA, text: 'words' }] },
    });
    const nasty = await recorded({
      text: NASTY,
      name: NASTY,
      change: {
        history: [{ action: 'opened', actorId: 'U<b>', detail: { to: NASTY } }],
        notes: [{ authorId: '<i>', text: NASTY }],
        replies: [
          {
            markdown: NASTY,
            authorId: '<u>',
            place: { type: 'channel', workspaceId: workspace.id, channelId: 'C' },
            send: false,
          },
        ],
      },
    });
    const was = scene.people.get(MIA)!;
    scene.people.set(MIA, { ...was, name: NASTY });
    const listed = await mia.get('/');
    const shown = await mia.get(`/cases/${nasty}`);
    const link = await scene.linkFor(MIA);
    const signIn = await scene.browser().get(link);
    scene.people.set(MIA, was);
    const ours = new Set(
      [await mia.get('/'), await mia.get(`/cases/${plain}`), await scene.browser().get(link)]
        .flatMap(({ html }) => tagsOf(html))
        .map((tag) => /^<\/?[a-z!]+/i.exec(tag)![0]),
    );
    for (const { html, status } of [listed, shown, signIn]) {
      expect(status).toBe(200);
      for (const tag of tagsOf(html)) {
        expect(ours).toContain(/^<\/?[a-z!]+/i.exec(tag)![0]);
        expect(tag).not.toMatch(/\son\w+=/i);
      }
      expect(html).not.toContain('\u0000');
    }
    expect(shown.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(shown.html).toContain('{{ facts.name }}');
  });

  it('is whole even when it has 40,000 characters, and short in the list', async () => {
    const text = `begin ${'word '.repeat(7_997)}the end`;
    const number = await recorded({ text });
    const { html } = await mia.get(`/cases/${number}`);
    expect(html).toContain(text);
    expect((await mia.get('/')).html).not.toContain(text.slice(0, 200));
  });
});

describe('a case', () => {
  it('is shown with every version, the answers, and the notes apart', async () => {
    const source = message({ workspaceId: workspace.id, text: 'first words' });
    const place = { type: 'channel', workspaceId: workspace.id, channelId: 'C' } as const;
    const { file } = await scene.store.open(candidate(source), () => ({
      change: {
        history: [{ action: 'routed', actorId: MIA, detail: { department: 'qa' } }],
        departments: ['qa'],
        notes: [{ authorId: MIA, text: 'called twice' }],
        replies: [
          { markdown: 'we are on it', authorId: null, place, send: true },
          { markdown: 'not thought through', authorId: MIA, place, send: false },
        ],
      },
      answer: null,
    }));
    await scene.store.addVersion(source.ref, {
      text: 'second words',
      at: new Date(source.postedAt.getTime() + 60_000),
    });
    await scene.store.addVersion(source.ref, {
      text: null,
      at: new Date(source.postedAt.getTime() + 120_000),
    });
    const { html } = await mia.get(`/cases/${file.case.number}`);
    const order = [
      'first words',
      'second words',
      'Deleted',
      'routed → QA',
      '<h2 id="notes">',
      'called twice',
    ];
    const story = html.slice(html.indexOf('<h2 id="story">'));
    const found = order.map((words) => story.indexOf(words));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found).not.toContain(-1);
    for (const words of ['we are on it', 'not thought through']) expect(story).toContain(words);
    expect(html).toContain('<dt>Next</dt><dd>nothing due</dd>');

    const quinn = await scene.signedIn(QUINN);
    const seen = (await quinn.get(`/cases/${file.case.number}`)).html;
    expect(seen).toContain('called twice');
    expect(seen).not.toContain('not thought through');
    expect(seen).not.toContain('<dt>Next</dt>');
  });

  it('says what was done in the words of its reader, and what was said in the thread once', async () => {
    const step = (action: string, detail: Record<string, string>) => ({ action, actorId: MIA, detail });
    const number = await recorded({
      text: 'words',
      change: {
        set: { handlerId: MIA },
        history: [
          step('severity_changed', { from: 'normal', to: 'high' }),
          step('kind_changed', { from: 'feedback', to: 'refund' }),
          step('recommended', { choice: 'No refund', to: 'support' }),
          step('snoozed', { until: '2026-11-24T09:30:00.000Z' }),
          step('rated', { rating: '4' }),
          step('thread_message', {}),
          step('member_wrote', {}),
          step('gift_given', { gift: 'mug' }),
          step('excluded', { person: 'U0SECRET', reason: 'accused' }),
        ],
      },
    });
    mia.headers['accept-language'] = 'fr';
    const { html } = await mia.get(`/cases/${number}`);
    const { html: list } = await mia.get('/');
    delete mia.headers['accept-language'];
    const done = [...html.matchAll(/<span class="what">([^<]*)</g)].map(([, what]) => what);
    expect(done.slice(1)).toEqual([
      'a changé la gravité → élevée',
      'a changé le type → Remboursement',
      'a fait une recommandation → Assistance',
      'a mis le dossier en pause → mar. 24 nov. 2026, 10:30',
      'nous a noté → 4',
      'a offert le cadeau',
      'a tenu quelqu’un à l’écart',
    ]);
    expect(html).not.toContain('U0SECRET');
    expect(list.slice(list.indexOf(`/cases/${number}"`)).split('</li>')[0]).toContain('<bdi>Mia Holm</bdi>');
  });

  it('that is not for this person is the same as one that does not exist', async () => {
    const quinn = await scene.signedIn(QUINN);
    const foreign = await recorded({ text: 'elsewhere', workspaceId: fresh('slack:T') });
    const elsewhere = 1_000_000 + foreign;
    await scene.record.pool.query('update hearback.cases set number = $1 where quote = $2', [
      elsewhere,
      'elsewhere',
    ]);
    const other = await recorded({ text: 'not for QA' });
    const excluded = await recorded({
      text: 'about Quinn',
      change: {
        history: [],
        departments: ['qa'],
        exclude: [{ userId: QUINN, reason: 'accused', by: MIA }],
      },
    });
    const unknown = await quinn.get('/cases/999999999');
    expect(unknown.status).toBe(404);
    const withoutToken = (html: string) => html.replaceAll(/name="csrf" value="[^"]+"/g, '');
    for (const number of [elsewhere, other, excluded, 0, -1, '01', '1e3', 'x', '9'.repeat(30)]) {
      const seen = await quinn.get(`/cases/${number}`);
      expect([number, seen.status]).toEqual([number, 404]);
      expect(withoutToken(seen.html)).toBe(withoutToken(unknown.html));
    }
    expect((await mia.get(`/cases/${elsewhere}`)).status).toBe(404);
    expect((await mia.get(`/cases/${excluded}`)).status).toBe(200);
    const listed = (await quinn.get('/?state=all')).html;
    for (const words of ['elsewhere', 'not for QA', 'about Quinn']) expect(listed).not.toContain(words);
  });

  it('that was looked at is in the audit log, before anything of it is shown', async () => {
    const number = await recorded({ text: 'looked at' });
    const looks = async () =>
      (
        await scene.record.pool.query<{ action: string }>(
          "select action from hearback.audit where action in ('case_shown', 'cases_listed', 'dashboard_opened')",
        )
      ).rows.map(({ action }) => action);
    const before = await looks();
    await mia.get(`/cases/${number}`);
    await mia.get('/');
    expect((await looks()).toSorted()).toEqual([...before, 'case_shown', 'cases_listed'].toSorted());
  });
});

describe('the list', () => {
  it('has what is open first, and the rest by a click', async () => {
    const done = await recorded({ text: 'long over', change: { set: { state: 'solved' }, history: [] } });
    expect((await mia.get('/')).html).not.toContain('long over');
    for (const which of ['finished', 'all'])
      expect((await mia.get(`/?state=${which}`)).html).toContain(`/cases/${done}"`);
    for (const which of ['constructor', 'x', '__proto__'])
      expect((await mia.get(`/?state=${which}`)).status).toBe(400);
    expect((await mia.get('/?state=open&state=all')).status).toBe(200);
  });
});

describe('where there is nothing', () => {
  it.each([
    ['/?kind=member', 'No case fits this filter'],
    ['/?state=merged', 'No case fits this filter'],
    ['/search', 'Words find cases by what stands in them'],
    ['/search?q=nowhere', 'Try fewer or other words'],
    ['/search?q=kin:x', 'This search could not be read'],
    ['/search?q=x&other=x', 'This address could not be read'],
  ])('%s says what to do next', async (address, words) => {
    expect((await mia.get(address)).html).toContain(words);
  });
});

describe('a download', () => {
  it('comes once, by its button, and goes by a harmless name', async () => {
    const member = { workspaceId: workspace.id, userId: 'U0MEMBER', what: 'member-export' };
    const link = new URL((await scene.links.createDownload(member))!.url).pathname;
    const browser = scene.browser();
    const page = await browser.get(link);
    expect(page.html).toContain('Download');
    const file = await browser.press(link, { html: page.html });
    expect([file.status, file.html]).toEqual([200, '{"userId":"U0MEMBER"}\n']);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="my__feedback___.jsonl"');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await browser.press(link, { html: page.html })).status).toBe(410);
  });

  it('opens no dashboard, and a link to the dashboard brings no download', async () => {
    const member = { workspaceId: workspace.id, userId: MIA, what: 'member-export' };
    const token = new URL((await scene.links.createDownload(member))!.url).pathname.split('/').at(-1)!;
    expect((await scene.browser().get(`/enter/${token}`)).status).toBe(410);
    const link = (await scene.linkFor(MIA)).replace('/enter/', '/download/');
    expect((await scene.browser().get(link)).status).toBe(410);
  });

  it('that nobody knows how to make is none', async () => {
    for (const what of ['constructor', 'other']) {
      const made = await scene.links.createDownload({ workspaceId: workspace.id, userId: MIA, what });
      expect((await scene.browser().press(new URL(made!.url).pathname)).status).toBe(410);
    }
  });
});

describe('every page', () => {
  /** What each answers for somebody with every right, and for nobody. */
  const addresses = async () => {
    const known = [
      '/',
      '/cases/1',
      '/cases/999',
      '/cases/1/files/1',
      '/barometer',
      '/topics',
      '/promises',
      '/gifts',
      '/playbooks',
      '/?state=x&after=y',
      await scene.linkFor(MIA),
      '/enter/x',
      '/download/x',
      '/nothing',
    ];
    return [...known, '/%zz', `/${'x'.repeat(300)}`, `/enter/${'x'.repeat(300)}`];
  };

  it('runs nothing inline and loads nothing from elsewhere', async () => {
    for (const browser of [mia, scene.browser()]) {
      for (const address of await addresses()) {
        const { html, headers, status } = await browser.get(address);
        for (const tag of tagsOf(html)) {
          expect(tag).not.toMatch(/^<(?:style|iframe|object|embed|base)\b|\s(?:style|on\w+)=|javascript:/i);
          expect(/^<(?:script|img)\b.*? src="(.*?)"|^<(?:script|img)\b/.exec(tag)?.[1] ?? '/').toMatch(
            /^\/(?!\/)/,
          );
          expect(/(?:^<link .*href|\saction)="(.*?)"/.exec(tag)?.[1] ?? '/').toMatch(/^\/(?!\/)/);
        }
        expect(status).toBeLessThan(500);
        expect(headers.get('server')).toBeNull();
        expect(headers.get('x-powered-by')).toBeNull();
      }
    }
  });

  it('says so to browsers, and that nobody may keep or frame it', async () => {
    for (const address of await addresses()) {
      const { headers, status } = await mia.get(address);
      if (address.startsWith('/%') || address.length > 250) continue;
      const policy = headers.get('content-security-policy')!;
      expect(policy.split(';').toSorted()).toEqual(
        [
          "base-uri 'none'",
          "connect-src 'self'",
          "default-src 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'",
          "img-src 'self'",
          "script-src 'self'",
          "style-src 'self'",
        ].toSorted(),
      );
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      if (address !== '/nothing')
        expect([address, status, headers.get('cache-control')]).toEqual([address, status, 'no-store']);
    }
  });

  it('is a document a screen reader can walk through', async () => {
    for (const address of ['/', '/cases/1', await scene.linkFor(MIA), '/cases/999']) {
      const { html } = await mia.get(address);
      expect(html).toMatch(/^<!doctype html>\s*<html lang="en">/);
      expect(html).toMatch(/<title>[^<]+<\/title>/);
      expect(html).toContain('name="viewport"');
      expect(html.match(/<h1>/g)).toHaveLength(1);
      expect(html.match(/<main id="main" tabindex="-1">/g)).toHaveLength(1);
    }
  });

  it('knows its own methods and no others', async () => {
    for (const path of new Set(pages.map((page) => page.path))) {
      const own = pages.filter((page) => page.path === path).map(({ method }) => method as string);
      const address = path.replace(':token', 'x').replace(':number', '1').replace(':file', '1');
      for (const method of [
        'PUT',
        'DELETE',
        'PATCH',
        'OPTIONS',
        ...['GET', 'POST'].filter((each) => !own.includes(each)),
      ]) {
        const answer = await fetch(new URL(address, scene.url), { method });
        expect([path, method, answer.status]).toEqual([path, method, 405]);
        expect(answer.headers.get('allow')).toContain(own[0]);
      }
    }
  });

  it('opens only to whoever its row says: without a session none but those for links', async () => {
    for (const { path, method, allow } of pages) {
      const address = path.replace(':token', 'x').replace(':number', '1').replace(':file', '1');
      const browser = scene.browser();
      const { status } =
        method === 'GET' ? await browser.get(address) : await browser.press(address, { html: '' });
      expect([path, method, status]).toEqual([
        path,
        method,
        method === 'POST' ? 403 : allow === 'link' ? 410 : 401,
      ]);
    }
  });

  it('takes forms only, and small ones', async () => {
    const html = (await mia.get('/')).html;
    expect((await mia.press('/sign-out', { html, fields: { more: 'x'.repeat(5_000) } })).status).toBe(413);
    expect(
      (await mia.press('/sign-out', { html, headers: { 'content-type': 'application/json' } })).status,
    ).toBe(415);
    expect((await mia.get('/')).status).toBe(200);
  });
});
