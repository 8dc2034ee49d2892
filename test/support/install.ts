import type { World } from './world.ts';

/** What somebody's browser gets who installs the app, or does not. */
export interface Installed {
  status: number;
  text: string;
}

export interface InstallWish {
  team: string;
  answer?: 'allow' | 'deny';
  language?: string;
  /** They come back in another browser. */
  withoutCookie?: boolean;
}

/** Installs the app as a browser does: to our page, to Slack's, a click there, and back with the cookie. */
export async function installIn(world: World, wish: InstallWish): Promise<Installed> {
  const { back, cookie } = await approved(world, wish);
  return comeBack(back, wish.withoutCookie ? '' : cookie, wish.language);
}

/** Somebody has answered Slack. @returns where Slack sends them, and the cookie they have. */
export async function approved(
  { app: { url } }: World,
  { team, answer = 'allow' }: InstallWish,
): Promise<{ back: string; cookie: string }> {
  const leaving = await fetch(`${url}/slack/install`, { redirect: 'manual' });
  const cookie = (leaving.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const authorize = leaving.headers.get('location') ?? '';
  const page = await (await fetch(authorize)).text();
  const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
  const link = links.find((href) => href.includes(`team=${team}&answer=${answer}`));
  if (!link) throw new Error(`Slack offers no ${answer} for ${team}: ${page}`);
  const answered = await fetch(new URL(link, authorize), { redirect: 'manual' });
  return { back: answered.headers.get('location') ?? '', cookie };
}

export async function comeBack(back: string, cookie: string, language = 'en'): Promise<Installed> {
  const page = await fetch(back, { headers: { cookie, 'accept-language': language } });
  return {
    status: page.status,
    text: (await page.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' '),
  };
}
