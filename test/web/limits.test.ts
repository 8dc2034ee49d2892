import { afterEach, describe, expect, it } from '@jest/globals';
import { openBrowser, type Browser } from './browser.ts';
import { MIA, openScene, type Scene } from './scene.ts';

describe('the limits', () => {
  let scene: Scene;
  afterEach(() => scene?.close());

  const at = (address: string): Browser => {
    const browser = openBrowser(scene.url);
    browser.headers['x-forwarded-for'] = address;
    return browser;
  };
  /** How many of so many requests were refused as too many. */
  const refused = async (times: number, ask: (time: number) => Promise<{ status: number }>) => {
    const statuses = [];
    for (let time = 0; time < times; time += 1) statuses.push((await ask(time)).status);
    return statuses.filter((status) => status === 429).length;
  };
  const wrong = (time: number) => `/enter/${String(time).padStart(43, 'A')}`;

  it('stop whoever tries tokens, and nobody with a good one', async () => {
    scene = await openScene();
    expect(await refused(12, (time) => at('203.0.113.1').get(wrong(time)))).toBe(2);
    expect(await refused(1, () => at('203.0.113.2').get(wrong(0)))).toBe(0);
    expect((await at('203.0.113.1').get(await scene.linkFor(MIA))).status).toBe(200);
  });

  it('count a whole network of the newer addresses as one', async () => {
    scene = await openScene();
    expect(await refused(12, (time) => at(`2001:db8:1:2::${time}`).get(wrong(time)))).toBe(2);
    expect(await refused(1, () => at('2001:db8:1:3::1').get(wrong(0)))).toBe(0);
  });

  it('hold for links and for pages, from each address', async () => {
    scene = await openScene();
    const link = await scene.linkFor(MIA);
    expect(await refused(32, () => at('203.0.113.1').get(link))).toBe(2);
    expect(await refused(242, () => at('203.0.113.1').get('/'))).toBe(2);
    const page = await at('203.0.113.1').get('/');
    expect([page.status, page.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    expect(page.html).toContain('wait');
    expect((await at('203.0.113.2').get('/')).status).toBe(401);
  });

  it('never keep health, readiness and figures from answering', async () => {
    scene = await openScene();
    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect(await refused(250, () => fetch(new URL(path, scene.url)))).toBe(0);
  });

  it('believe no address a visitor names, unless a proxy we trust passes it on', async () => {
    scene = await openScene({ trustProxy: [] });
    expect(await refused(12, (time) => at(`203.0.113.${time}`).get(wrong(time)))).toBe(2);
  });

  it('take the last address a trusted proxy has seen, not the first one somebody wrote', async () => {
    scene = await openScene();
    expect(await refused(12, (time) => at(`203.0.113.${time}, 198.51.100.7`).get(wrong(time)))).toBe(2);
  });
});
