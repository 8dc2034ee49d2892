import { createAdapters, createInstaller } from './adapters/index.ts';
import { countAhead } from './count-ahead.ts';
import { chatAside, createBeginJob } from './begin-job.ts';
import { createAskDigests } from './ask-digests.ts';
import type { DrawChart } from './cases/digest/chart.ts';
import type { Programs } from './cases/programs/programs.ts';
import { createDrawChart } from './chart/draw-chart.ts';
import { createDrawPageCharts } from './chart/draw-page-charts.ts';
import type { ChatAdapter } from './chat/adapter.ts';
import type { WorkspaceId } from './chat/ref.ts';
import type { Desk } from './commands/desk/run.ts';
import { createFindStanding } from './commands/desk/standing.ts';
import { createIssueHooks } from './issue-hooks.ts';
import { createMail } from './mail.ts';
import type { Config } from './config.ts';
import { handlers } from './handlers/index.ts';
import { tellHeads } from './tell-heads.ts';
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import { followRoles } from './follow-roles.ts';
import { keepSearchUp } from './keep-search-up.ts';
import { deaf, listen } from './listen.ts';
import { createLookAtHeat } from './look-at-heat.ts';
import { openDesk, type OpenDesk } from './open-desk.ts';
import { followPolicy, openPolicies, openTemplates } from './open-policy.ts';
import type { Log } from './log.ts';
import { createPrograms } from './programs.ts';
import { workspaceOf } from './policy/lookup.ts';
import type { Policies } from './policy/policies.ts';
import type { Post } from './replies/say-mail.ts';
import type { TableOf } from './replies/table-content.ts';
import { createQueueRuntime, type QueueRuntime, type QueueTimings } from './queue/index.ts';
import { repeat } from './queue/repeat.ts';
import type { EmbeddedPostgres } from './store/embedded/start-postgres.ts';
import { openRecord, type Record } from './store/index.ts';
import type { ShardTimings } from './store/shards.ts';
import { casesTable } from './web/cases-file.ts';
import { createDownloads } from './web/downloads.ts';
import { createLinks } from './web/links.ts';
import { type Backlog, createMetrics, type Metrics } from './web/metrics.ts';
import { startWeb, type Web } from './web/server.ts';

export interface App {
  /** Where the web server listens; null without the role `web`. */
  url: string | null;
  /** What keeps flags from being captured and answered; empty when all is well. */
  problems(): Promise<string[]>;
  close(): Promise<void>;
}

/** How often a program looks whether a new day has begun (ms). */
const LOOK_AT_THE_DAY_MS = 600_000;
/** The same for whether a digest, or somebody's list of the day, is due (ms): they are asked for by the minute. */
const LOOK_AT_THE_CLOCK_MS = 60_000;
/** When each of them is looked at first, after the start (ms). */
const LOOK_FIRST_MS = 2_000;

export interface AppOptions {
  log: Log;
  /** The folder with templates/ and playbooks/ in it. */
  root: string;
  /** The embedded database, where it was started before (`startEarly`). */
  embedded?: Promise<EmbeddedPostgres> | null;
  /** Tests look more often than once a minute for what was left undone. */
  timings?: Partial<QueueTimings>;
  /** Tests have no time: spans of the platforms' limits are so many times shorter. */
  paceSpeed?: number;
  /** Tests have no time: how soon a process that listens to Discord counts as gone. */
  shardTimings?: Partial<ShardTimings>;
  /** What time it is: whatever is due by it happens. A simulated month has a clock of its own; else the machine's. */
  now?: () => Date;
  /** Secrets of other programs by the names of their environment variables; else none is set. */
  secretOf?: (name: string) => string | null;
  /** A simulated month has a far end of its own; else the platforms whose tokens are set. */
  adapters?: ChatAdapter[];
}

/**
 * Joins the parts in the order data meets them: record, policy, platforms, queue, web, intake.
 * What was opened last closes first: intake, then the work under way, then the record.
 * @throws {AppError} CONFIG_INVALID, DATABASE_NOT_FOUND; whatever was opened until then is closed again
 */
export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const life = createLifecycle(options.log);
  const { embedded } = options;
  if (embedded) life.add('database', async () => (await embedded.catch(() => null))?.stop());
  try {
    return await open(config, options, life);
  } catch (error) {
    await life.close();
    throw error;
  }
}

async function open(config: Config, options: AppOptions, life: Lifecycle): Promise<App> {
  const { log, root, timings, now = () => new Date() } = options;
  const { templates, compose } = openTemplates(root);
  const news = { policy: () => {} };
  const policies = openPolicies(config, templates, root, log, life, () => news.policy());
  const record = await openRecord({ ...config, ...options, now });
  life.add('record', record.close);
  news.policy = await followPolicy(record, policies, log, life);

  const communities = policies().all.flatMap(({ workspaces }) => workspaces.map(({ id }) => id));
  const adapters =
    options.adapters ??
    createAdapters(config, communities, log, record.pace, record.shards, record.installations);
  const works = config.roles.has('worker');
  const roles = await followRoles(record.roles, { adapters, policies, looks: works, log }, life);
  const web: { url: string | null } = { url: null };
  const desk = openDesk(record, policies, adapters, {
    compose,
    rolesEpoch: roles.epoch,
    links: createLinks(record.door, () => (config.publicUrl === 'own' ? web.url : config.publicUrl)),
    now,
    log,
  });
  const metrics = createMetrics(() => countedIn(record), record.pace.counts, record.shards.figures);

  const programs = openPrograms(desk, options, life);
  const mail = await createMail(config, record, desk, life);
  const tools = { ...desk, programs, post: mail.post, drawChart: createDrawChart(root) };
  const queue = works ? await openQueue(config, record, tools, metrics, timings, life) : null;
  const gateway = config.roles.has('gateway') ? adapters : [];
  const heard = new Set<WorkspaceId>();
  const problems = async () =>
    known([await record.problem(), queue?.problem(), ...deaf(gateway, heard, policies().all)]);
  life.add('heads', tellHeads(record.audit, log));
  if (config.roles.has('web')) {
    const hooks = createIssueHooks({ ...record, ...programs, policies: desk.policies, log });
    const routes = [hooks, ...gateway.flatMap((adapter) => adapter.routes)];
    const installer = openInstaller(config, record, policies, log);
    const offered = { ...mail, problems, metrics, routes, installer, root, log };
    web.url = await openWeb(offered, config, record, desk, life);
    const counting = countAhead(record.figures, policies, { now, log });
    life.add('figures', () => counting.stop());
  }

  // Each platform connects by itself: one that is down must not keep the others from listening.
  for (const adapter of adapters) life.add(adapter.platform, () => adapter.stop());
  for (const adapter of gateway) void listen(adapter, desk, metrics, heard, roles);
  return { url: web.url, problems, close: () => life.close() };
}

/** Whoever installs the app at Slack: only communities that a policy names. */
function openInstaller(config: Config, record: Record, policies: () => Policies, log: Log) {
  const isNamed = (id: WorkspaceId) => workspaceOf(policies().of(id), id) !== undefined;
  return createInstaller(config, record.installations, isNamed, log);
}

function known(problems: readonly (string | null | undefined)[]): string[] {
  return problems.filter((problem) => typeof problem === 'string');
}

function openPrograms(
  { policy, now }: Desk,
  { secretOf = () => null }: AppOptions,
  life: Lifecycle,
): Programs {
  const programs = createPrograms({ policy, secretOf, now });
  life.add('programs', programs.close);
  return programs;
}

async function openQueue(
  config: Config,
  record: Record,
  desk: OpenDesk & { programs: Programs; post: Post; drawChart: DrawChart },
  metrics: Metrics,
  timings: AppOptions['timings'],
  life: Lifecycle,
): Promise<QueueRuntime> {
  const { log, now } = desk;
  const queue = createQueueRuntime({
    url: config.queueUrl,
    database: record.connection,
    outbox: record.outbox,
    handlers,
    log,
    now,
    ...(timings && { timings }),
    begin: createBeginJob(desk.way),
    onDeadLetter: ({ kind }, { code }) => metrics.deadLetters.inc({ kind, code }),
  });
  life.add('queue', () => queue.close());
  const standingIn = createFindStanding(desk);
  const tableOf: TableOf = (...wanted) => casesTable(...wanted, { ...record, ...desk, standingIn });
  await queue.startWorker((outboxId, turn) => ({
    ...record,
    ...desk,
    chat: chatAside(desk.chat, turn),
    standingIn,
    tableOf,
    once: record.store.once({ job: outboxId }),
  }));
  await queue.startRelay();
  // What nobody waits for, when both platforms are connected.
  const lookMs = timings?.reconcileMs ?? LOOK_AT_THE_CLOCK_MS;
  const soonMs = Math.min(lookMs, LOOK_FIRST_MS);
  const daily = repeat(LOOK_AT_THE_DAY_MS, () => askDaily(record, log), soonMs);
  life.add('daily', () => daily.stop());
  const digests = repeat(lookMs, createAskDigests(desk), soonMs);
  life.add('digests', () => digests.stop());
  const heat = repeat(lookMs, createLookAtHeat(desk), soonMs);
  life.add('heat', () => heat.stop());
  const search = keepSearchUp(record.search, { everyMs: lookMs, soonMs }, log);
  life.add('search', () => search.stop());
  return queue;
}

async function askDaily({ store }: Record, log: Log): Promise<void> {
  await store
    .askDaily('tidy')
    .catch((error: unknown) => log.warn({ err: error }, 'the daily tidying could not be asked for'));
}

async function openWeb(
  web: Omit<Web, 'rooms'>,
  config: Config,
  record: Record,
  desk: Desk,
  life: Lifecycle,
): Promise<string> {
  const downloads = createDownloads({ ...record, ...desk, standingIn: createFindStanding(desk) });
  const charts = createDrawPageCharts(web.root);
  life.add('charts', charts.close);
  const drawCharts = charts.draw;
  const rooms = { ...record, ...desk, standingIn: createFindStanding(desk), downloads, drawCharts };
  const { url, close } = await startWeb({ ...web, rooms }, config);
  life.add('web', close);
  return url;
}

async function countedIn({ outbox, store }: Record): Promise<Backlog> {
  return { ...(await outbox.backlog()), fileBytes: await store.keptBytes(null) };
}
