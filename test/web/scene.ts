import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import { createFindStanding } from '../../src/commands/desk/standing.ts';
import { PlatformUnavailable, TargetGone } from '../../src/errors.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { createDrawPageCharts } from '../../src/chart/draw-page-charts.ts';
import { use } from '../../src/store/agree-on-keys.ts';
import { createAudit } from '../../src/store/audit.ts';
import { createCaseLists } from '../../src/store/case-parts.ts';
import { createCasePages } from '../../src/store/case-pages.ts';
import { createFigures } from '../../src/store/figures.ts';
import { createGifts } from '../../src/store/create-gifts.ts';
import { createHeat } from '../../src/store/heat.ts';
import { createTopics } from '../../src/store/topics.ts';
import { createPeople } from '../../src/store/people.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { OneTimeLinks } from '../../src/store/door-port.ts';
import { createDoor } from '../../src/store/door.ts';
import { createSearch } from '../../src/store/search.ts';
import { newKey } from '../../src/store/keys.ts';
import { createSeal } from '../../src/store/seal.ts';
import type { Store } from '../../src/store/store.ts';
import { createLinks } from '../../src/web/links.ts';
import { createMetrics, type Metrics } from '../../src/web/metrics.ts';
import type { Rooms } from '../../src/web/page.ts';
import { startWeb, type WebAddress } from '../../src/web/server.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { policy as sandboxPolicy, workspace } from '../support/factories.ts';
import { openBrowser, type Browser } from './browser.ts';

/** The web server on a real record and real sockets. Only who is who on the platform is made up. */
export interface Scene {
  record: TestRecord;
  store: Store;
  links: OneTimeLinks;
  metrics: Metrics;
  url: string;
  /** What the platform says of people: their groups, or null for whoever left. */
  people: Map<string, { groups: string[]; isMember: boolean; name?: string; locale?: string }>;
  /** Who is in which private channel, as `<channel> <person>`. */
  inside: Set<string>;
  clock: { now: Date };
  platform: { isDown: boolean };
  policy: { current: Policy };
  /** Every line the program logged. */
  logged: string[];
  browser(): Browser;
  /** The path of a new one-time link for the dashboard. */
  linkFor(userId: string, workspaceId?: string): Promise<string>;
  /** A browser with a session of this person. */
  signedIn(userId: string): Promise<Browser>;
  close(): Promise<void>;
}

export const MIA = 'U0MIA';
export const QUINN = 'U0QUINN';

export async function openScene(
  address: Partial<WebAddress> = {},
  downloads: Rooms['downloads'] = {},
): Promise<Scene> {
  const record = await testRecord();
  const clock = { now: new Date('2026-11-22T10:00:00Z') };
  const now = () => clock.now;
  const people: Scene['people'] = new Map([
    [MIA, { groups: [], isMember: true, name: 'Mia Holm' }],
    [QUINN, { groups: [], isMember: true, name: 'Quinn Patel' }],
  ]);
  const inside: Scene['inside'] = new Set();
  const platform = { isDown: false };
  const policy = { current: structuredClone(sandboxPolicy) };
  const logged: string[] = [];
  const log = pino(new Writable({ write: (line, _encoding, done) => done(void logged.push(String(line))) }));
  const chat = () => standIn(people, inside, platform);
  const seal = createSeal([newKey(clock.now)]);
  await use(record.pool, seal, clock.now);
  const store = createStore(record.pool, { now, seal });
  const door = createDoor(record.pool, { now });
  const metrics = createMetrics(
    async () => ({ waiting: 0, dead: 0, oldestWaitingS: 0, fileBytes: 0 }),
    () => ({ putOff: 0, limited: 0 }),
    async () => ({ held: 0, shards: 0, unheard: [] }),
  );
  const charts = createDrawPageCharts(process.cwd());
  const heat = createHeat(record.pool, { now, log });
  const rooms: Rooms = {
    store,
    door,
    chat,
    now,
    downloads,
    pages: createCasePages(record.pool),
    lists: createCaseLists(record.pool),
    figures: createFigures(record.pool),
    search: createSearch(record.pool, { now }),
    topics: createTopics(record.pool, { now }),
    gifts: createGifts(record.pool, { now, seal }),
    heat,
    drawCharts: charts.draw,
    log,
    audit: createAudit(record.pool, { now }),
    people: createPeople(record.pool, { now }),
    policy: () => policy.current,
    standingIn: createFindStanding({ chat, now }),
  };
  const { url, close } = await startWeb(
    { problems: async () => [], metrics, routes: [], rooms, root: process.cwd(), log },
    { port: 0, host: '127.0.0.1', publicUrl: 'own', trustProxy: ['loopback'], ...address },
  );
  const links = createLinks(door, () => url);
  const linkFor: Scene['linkFor'] = async (userId, workspaceId = workspace.id) =>
    new URL((await links.createDashboard({ workspaceId, userId }))!.url).pathname;
  // Each browser is another machine, so that none uses up the attempts of the next.
  let machines = 0;
  const openOther = () => {
    const browser = openBrowser(url);
    machines += 1;
    browser.headers['x-forwarded-for'] = `198.51.${Math.floor(machines / 250)}.${machines % 250}`;
    return browser;
  };
  return {
    record,
    store,
    links,
    metrics,
    url,
    people,
    inside,
    clock,
    platform,
    policy,
    logged,
    linkFor,
    browser: openOther,
    async signedIn(userId) {
      const browser = openOther();
      const { status } = await browser.press(await linkFor(userId));
      if (status !== 303) throw new Error(`signing in answered ${status}`);
      return browser;
    },
    async close() {
      await close();
      await heat.close();
      await charts.close();
      await record.drop();
    },
  };
}

function standIn(
  people: Scene['people'],
  inside: Scene['inside'],
  platform: { isDown: boolean },
): ChatAdapter {
  const up = () => {
    if (platform.isDown) throw new PlatformUnavailable('slack', 'test', null);
  };
  const some: Pick<ChatAdapter, 'fetchPerson' | 'fetchChannel' | 'canSee'> = {
    fetchPerson: async (workspaceId, userId) => {
      up();
      const person = people.get(userId);
      if (!person) throw new TargetGone('slack', 'user_not_found', null);
      return { name: userId, isBot: false, timeZone: null, locale: null, ...person, workspaceId, userId };
    },
    fetchChannel: async (_workspaceId, channelId) => ({ channelId, name: channelId, isPrivate: true }),
    canSee: async (_workspaceId, channelId, userId) => inside.has(`${channelId} ${userId}`),
  };
  return some as ChatAdapter;
}
