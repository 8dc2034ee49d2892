import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workspace } from '../support/factories.ts';
import { formToken } from './browser.ts';
import { MIA, openScene, QUINN, type Scene } from './scene.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene?.close());

const later = (ms: number) => {
  scene.clock.now = new Date(scene.clock.now.getTime() + ms);
};
const sessions = async () => (await scene.record.pool.query('select from hearback.session')).rowCount ?? 0;

describe('a one-time link', () => {
  it('is used up by its button and by nothing else', async () => {
    const link = await scene.linkFor(MIA);
    for (const method of ['GET', 'HEAD', 'GET'])
      expect((await fetch(new URL(link, scene.url), { method })).status).toBe(200);
    const other = { method: 'PUT', headers: { 'accept-language': 'fr-CA' } };
    const refused = await fetch(new URL(link, scene.url), other);
    expect([refused.status, await refused.text()]).toEqual([
      405,
      expect.stringMatching(/^Cette adresse ne s’utilise pas ainsi\./),
    ]);
    const browser = scene.browser();
    const page = await browser.get(link);
    expect(page.html).toContain('Mia Holm');
    expect(page.html).toContain(workspace.name);
    const entered = await browser.press(link, { html: page.html });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/']);
    expect((await browser.get('/')).status).toBe(200);
    expect((await browser.press(link, { html: page.html })).status).toBe(410);
  });

  it('opens one session however many press its button at once', async () => {
    const link = await scene.linkFor(MIA);
    const before = await sessions();
    const pressing = Array.from({ length: 20 }, async () => {
      const browser = scene.browser();
      return { browser, html: (await browser.get(link)).html };
    });
    const ready = await Promise.all(pressing);
    const answers = await Promise.all(ready.map(({ browser, html }) => browser.press(link, { html })));
    const statuses = answers.map(({ status }) => status);
    expect([303, 410].map((wanted) => statuses.filter((status) => status === wanted).length)).toEqual([
      1, 19,
    ]);
    expect(await sessions()).toBe(before + 1);
    const seen = await Promise.all(ready.map(async ({ browser }) => (await browser.get('/')).status));
    expect(seen.filter((status) => status === 200)).toHaveLength(1);
  });

  it('says one and the same when it is unknown, used or expired', async () => {
    const [used, expired] = [await scene.linkFor(MIA), await scene.linkFor(MIA)];
    const browser = scene.browser();
    const { html } = await browser.get(used);
    await browser.press(used, { html });
    later(10 * MINUTE_MS + 1);
    const unknown = `/enter/${'A'.repeat(43)}`;
    const seen = [];
    for (const link of [unknown, used, expired, '/enter/short', `/download/${'A'.repeat(43)}`]) {
      seen.push(await scene.browser().get(link));
      seen.push(await browser.press(link, { html }));
    }
    expect(new Set(seen.map(({ status }) => status))).toEqual(new Set([410]));
    expect(new Set(seen.map((each) => each.html)).size).toBe(1);
    expect(seen[0]!.html).toContain('/feedback dashboard');
  });

  it('works until ten minutes have passed', async () => {
    const link = await scene.linkFor(MIA);
    later(10 * MINUTE_MS - 1);
    expect((await scene.browser().get(link)).status).toBe(200);
    later(1);
    expect((await scene.browser().get(link)).status).toBe(410);
  });

  it('pushes out the oldest when somebody asks for many, also at once', async () => {
    const first = await scene.linkFor(QUINN);
    later(1_000);
    await Promise.all(Array.from({ length: 12 }, () => scene.linkFor(QUINN)));
    const { rows } = await scene.record.pool.query<{ open: number }>(
      'select count(*)::int as open from hearback.access_link where user_id = $1 and used_at is null',
      [QUINN],
    );
    expect(rows).toEqual([{ open: 5 }]);
    expect((await scene.browser().get(first)).status).toBe(410);
  });

  it('opens nothing for somebody who has lost every right, and is not used up by that', async () => {
    const link = await scene.linkFor(MIA);
    const mia = scene.people.get(MIA)!;
    scene.people.set(MIA, { ...mia, isMember: false });
    expect((await scene.browser().get(link)).status).toBe(410);
    scene.people.set(MIA, mia);
    expect((await scene.browser().get(link)).status).toBe(200);
  });

  it('waits while the platform cannot say who somebody is', async () => {
    const link = await scene.linkFor(MIA);
    const browser = scene.browser();
    const { html } = await browser.get(link);
    scene.platform.isDown = true;
    expect((await browser.press(link, { html })).status).toBe(503);
    scene.platform.isDown = false;
    expect((await browser.press(link, { html })).status).toBe(303);
  });

  it('is in the record as a hash alone, like the session it opens', async () => {
    const link = await scene.linkFor(MIA);
    const browser = scene.browser();
    await browser.press(link);
    const { rows } = await scene.record.pool.query<{ dump: string }>(
      `select (select json_agg(l)::text from hearback.access_link l) || (select json_agg(s)::text from hearback.session s) as dump`,
    );
    const token = link.split('/').at(-1)!;
    for (const secret of [token, browser.cookies.get('hearback')!])
      for (const form of [
        secret,
        Buffer.from(secret).toString('hex'),
        Buffer.from(secret, 'base64url').toString('hex'),
      ])
        expect(rows[0]!.dump).not.toContain(form);
  });

  it('never shows its token in a page, a figure, or what is logged', async () => {
    const link = await scene.linkFor(MIA);
    const token = link.split('/').at(-1)!;
    const browser = scene.browser();
    const page = await browser.get(link);
    expect(page.html).not.toContain(token);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    await browser.press(link, { html: page.html });
    await fetch(new URL(`${link}/%zz`, scene.url));
    await fetch(new URL(link, scene.url), { method: 'PUT' });
    expect((await scene.metrics.read()).text).not.toContain(token);
    expect(scene.logged.join('')).not.toContain(token);
  });
});

describe('a session', () => {
  it('ends after an hour without a request, and after eight in all', async () => {
    const browser = await scene.signedIn(MIA);
    for (let minutes = 0; minutes < 450; minutes += 50) {
      later(50 * MINUTE_MS);
      expect((await browser.get('/')).status).toBe(200);
    }
    later(30 * MINUTE_MS - 1);
    expect((await browser.get('/')).status).toBe(200);
    later(1);
    expect((await browser.get('/')).status).toBe(401);
    const idle = await scene.signedIn(MIA);
    later(HOUR_MS);
    expect((await idle.get('/')).status).toBe(401);
  });

  it('is a new one at every sign-in, and the one before ends', async () => {
    const browser = await scene.signedIn(MIA);
    const old = browser.cookies.get('hearback')!;
    await browser.press(await scene.linkFor(MIA));
    expect(browser.cookies.get('hearback')).not.toBe(old);
    browser.cookies.set('hearback', old);
    expect((await browser.get('/')).status).toBe(401);
  });

  it('is never one that somebody else has put into the browser', async () => {
    const planted = 'P'.repeat(43);
    const browser = scene.browser();
    browser.cookies.set('hearback', planted);
    await browser.press(await scene.linkFor(MIA));
    expect(browser.cookies.get('hearback')).not.toBe(planted);
    const other = scene.browser();
    other.cookies.set('hearback', planted);
    expect((await other.get('/')).status).toBe(401);
  });

  it('ends with the sign-out button', async () => {
    const browser = await scene.signedIn(MIA);
    const cookie = browser.cookies.get('hearback')!;
    const { html } = await browser.get('/');
    const out = await browser.press('/sign-out', { html });
    expect([out.status, browser.cookies.has('hearback')]).toEqual([303, false]);
    browser.cookies.set('hearback', cookie);
    expect((await browser.get('/')).status).toBe(401);
  });

  it('can be ended while the platform does not answer', async () => {
    const browser = await scene.signedIn(MIA);
    const { html } = await browser.get('/');
    scene.platform.isDown = true;
    expect((await browser.get('/')).status).toBe(503);
    expect((await browser.press('/sign-out', { html })).status).toBe(303);
    scene.platform.isDown = false;
  });

  it('opens nothing more once the person has lost the role, left, or the community is gone', async () => {
    const was = scene.people.get(QUINN)!;
    scene.people.set(QUINN, { ...was, groups: ['S0MODS'] });
    const browser = await scene.signedIn(QUINN);
    const inPolicy = scene.policy.current;
    const without = structuredClone(inPolicy);
    without.workspaces.find(({ id }) => id === workspace.id)!.departments = {};
    scene.policy.current = without;
    expect((await browser.get('/')).status).toBe(200);
    scene.people.set(QUINN, { ...was, groups: [] });
    expect((await browser.get('/')).status).toBe(401);
    scene.policy.current = inPolicy;
    scene.people.set(QUINN, was);
    expect((await browser.get('/')).status).toBe(401);

    const again = await scene.signedIn(QUINN);
    scene.policy.current = {
      ...inPolicy,
      workspaces: inPolicy.workspaces.filter(({ id }) => id !== workspace.id),
    };
    expect((await again.get('/')).status).toBe(401);
    scene.policy.current = inPolicy;
  });

  it("is enough for whoever is in a department's private channel, as long as they are in it", async () => {
    scene.people.set('U0GUEST', { groups: [], isMember: true });
    scene.inside.add(`${workspace.departments['qa']!.channel} U0GUEST`);
    const browser = await scene.signedIn('U0GUEST');
    expect((await browser.get('/')).status).toBe(200);
    scene.inside.clear();
    later(MINUTE_MS);
    expect((await browser.get('/')).status).toBe(401);
  });
});

describe('what is over', () => {
  it('is removed from the record within a day, and nothing else', async () => {
    const [over, link] = [await scene.linkFor(MIA), await scene.linkFor(MIA)];
    const browser = scene.browser();
    await browser.press(over);
    const left = async () => {
      await scene.store.tidy({ closedMs: null, filesMs: null });
      const { rows } = await scene.record.pool.query<{ links: number; sessions: number }>(
        'select (select count(*)::int from hearback.access_link) as links, (select count(*)::int from hearback.session) as sessions',
      );
      return rows[0]!;
    };
    const before = await left();
    expect([before.links, before.sessions]).toEqual([expect.any(Number), expect.any(Number)]);
    expect((await browser.get('/')).status).toBe(200);
    expect((await scene.browser().get(link)).status).toBe(200);
    later(8 * HOUR_MS);
    expect(await left()).toEqual({ links: 0, sessions: 0 });
  });
});

describe('a form', () => {
  it('counts only with the token of its own session', async () => {
    const [browser, other] = [await scene.signedIn(MIA), await scene.signedIn(MIA)];
    const foreign = formToken((await other.get('/')).html)!;
    const own = (await browser.get('/')).html;
    for (const html of ['', `name="csrf" value="${foreign}"`, 'name="csrf" value="made-up"'])
      expect((await browser.press('/sign-out', { html })).status).toBe(403);
    expect((await browser.get('/')).status).toBe(200);
    expect((await browser.press('/sign-out', { html: own })).status).toBe(303);
  });

  it('of a one-time link counts only in the browser that was shown it', async () => {
    const link = await scene.linkFor(MIA);
    const { html } = await scene.browser().get(link);
    const victim = scene.browser();
    expect((await victim.press(link, { html })).status).toBe(403);
    await victim.get(link);
    expect((await victim.press(link, { html })).status).toBe(403);
    expect((await victim.press(link)).status).toBe(303);
  });

  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site, by an old browser', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
    ['another host of the same site', { origin: 'null', 'sec-fetch-site': 'same-site' }],
    ['nowhere', { origin: 'null', 'sec-fetch-site': 'none' }],
  ])('does nothing when it comes from %s', async (_where, headers) => {
    const browser = await scene.signedIn(MIA);
    const { html } = await browser.get('/');
    expect((await browser.press('/sign-out', { html, headers })).status).toBe(403);
    expect((await browser.get('/')).status).toBe(200);
  });
});

describe('the cookies', () => {
  it('cannot be read by scripts and are not sent from other sites', async () => {
    const browser = scene.browser();
    const link = await scene.linkFor(MIA);
    const page = await browser.get(link);
    expect(browser.lastSet).toEqual([
      expect.stringMatching(/^hearback-door=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    await browser.press(link, { html: page.html });
    expect(browser.lastSet).toEqual([
      expect.stringMatching(/^hearback=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
  });
});

describe('behind https', () => {
  let https: Scene;
  beforeAll(async () => {
    https = await openScene({ publicUrl: 'https://feedback.example' });
  });
  afterAll(() => https?.close());

  it('the cookies belong to this host alone, never travel without it, and browsers come back by it', async () => {
    const browser = https.browser();
    const link = await https.linkFor(MIA);
    const page = await browser.get(link);
    const origin = { origin: 'https://feedback.example' };
    expect((await browser.press(link, { html: page.html, headers: { origin: https.url } })).status).toBe(403);
    expect((await browser.press(link, { html: page.html, headers: origin })).status).toBe(303);
    expect(browser.lastSet).toEqual([
      expect.stringMatching(/^__Host-hearback=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    ]);
    expect(page.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}$/);
    expect((await browser.get('/')).status).toBe(200);
  });
});

describe('an address where nothing is', () => {
  it('says nothing of an address that does not exist', async () => {
    const { status, html } = await scene.browser().get('/some-secret/../address');
    expect([status, html]).toEqual([404, expect.stringMatching(/^There is nothing at this address\./)]);
  });

  it('shows a page to whoever comes with a browser to an address that is none, or is not used like this', async () => {
    const browser = scene.browser();
    browser.headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': 'da' };
    const nothing = await browser.get('/some-secret');
    const otherwise = await browser.press('/barometer', { html: '' });
    expect([nothing.status, otherwise.status, otherwise.headers.get('allow')]).toEqual([
      404,
      405,
      'GET, HEAD',
    ]);
    expect(nothing.html).toMatch(
      /<html lang="da">[^]*<p>Der er ikke noget på denne adresse\.[^]*<a [^>]*href="\/"/,
    );
    expect(otherwise.html).toMatch(/<html lang="da">[^]*<p>Denne adresse kan ikke bruges på den måde\./);
    for (const { html, headers } of [nothing, otherwise])
      expect([html.includes('some-secret'), headers.get('cache-control')]).toEqual([false, 'no-store']);
  });
});
