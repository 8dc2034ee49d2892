import { join } from 'node:path';
import { createAdapters } from './adapters/index.ts';
import { capture } from './capture.ts';
import type { ChatAdapter, Inbound } from './chat/adapter.ts';
import { platformOf, type WorkspaceId } from './chat/ref.ts';
import { commandRunner, completer, type Desk } from './commands/desk/run.ts';
import { commands } from './commands/index.ts';
import type { Config } from './config.ts';
import { AppError, NotPossible, PlatformUnavailable } from './errors.ts';
import { handlers } from './handlers/index.ts';
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import type { Log } from './log.ts';
import { loadPolicy } from './policy/load.ts';
import type { Policy } from './policy/schema.ts';
import { watchPolicy } from './policy/watch.ts';
import { createQueueRuntime, type QueueRuntime, type QueueTimings } from './queue/index.ts';
import { createComposer } from './replies/create-composer.ts';
import { checkTemplates, loadTemplates, type Templates } from './replies/templates.ts';
import { openRecord, type Record } from './store/index.ts';
import { createMetrics, type Metrics } from './web/metrics.ts';
import { startWeb } from './web/server.ts';

export interface App {
  /** Where the web server listens; null without the role `web`. */
  url: string | null;
  /** What keeps flags from being captured and answered; empty when all is well. */
  problems(): Promise<string[]>;
  close(): Promise<void>;
}

export interface AppOptions {
  log: Log;
  /** The folder with templates/ in it. */
  root: string;
  /** Tests look more often than once a minute for what was left undone. */
  timings?: Partial<QueueTimings>;
}

/**
 * Joins the parts in the order data meets them: record, policy, platforms, queue, web, intake.
 * What was opened last closes first: intake, then the work under way, then the record.
 * @throws {AppError} CONFIG_INVALID, DATABASE_NOT_FOUND; whatever was opened until then is closed again
 */
export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const life = createLifecycle(options.log);
  try {
    return await open(config, options, life);
  } catch (error) {
    await life.close();
    throw error;
  }
}

async function open(config: Config, { log, root, timings }: AppOptions, life: Lifecycle): Promise<App> {
  const { templates, compose } = openTemplates(root);
  const policy = await openPolicy(config.policyPath, templates, log, life);
  const record = await openRecord({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log, now });
  life.add('record', record.close);

  const adapters = createAdapters(
    config,
    policy().workspaces.map(({ id }) => id),
    log,
  );
  const desk: Desk = {
    store: record.store,
    policy,
    chat: (id) => adapterOf(adapters, id),
    compose,
    now,
    log,
  };
  const metrics = createMetrics(() => record.outbox.backlog());

  const queue = config.roles.has('worker')
    ? await openQueue(config, record, desk, metrics, timings, life)
    : null;
  const gateway = config.roles.has('gateway') ? adapters : [];
  const heard = new Set<WorkspaceId>();
  const problems = async () =>
    [
      await record.problem(),
      queue?.problem() ?? null,
      ...gateway.map((adapter) => adapter.problem() ?? unheard(adapter, heard, policy())),
    ].filter((problem) => problem !== null);
  const web = config.roles.has('web')
    ? await startWeb({ problems, metrics, routes: gateway.flatMap(({ routes }) => routes), log }, config)
    : null;
  if (web) life.add('web', web.close);

  // Each platform connects by itself: one that is down must not keep the others from listening.
  for (const adapter of adapters) life.add(adapter.platform, () => adapter.stop());
  for (const adapter of gateway) void listen(adapter, desk, metrics, heard);
  return { url: web?.url ?? null, problems, close: () => life.close() };
}

function openTemplates(root: string) {
  const templates = loadTemplates(join(root, 'templates'));
  const faults = checkTemplates(templates).map(
    ({ file, line, column, message }) => `${file}:${line}:${column}  ${message}`,
  );
  if (faults.length > 0) throw new AppError('TEMPLATE_INVALID', faults.join('\n'), 'never');
  return { templates, compose: createComposer(templates) };
}

async function openPolicy(
  path: string,
  templates: Templates,
  log: Log,
  life: Lifecycle,
): Promise<() => Policy> {
  let running = await loadPolicy(path, templates.names());
  const stop = watchPolicy(
    path,
    (next) => {
      running = next;
      log.info('hearback.yaml was read again and is in force');
    },
    (error) => log.error({ err: error }, 'hearback.yaml has faults; the policy read before stays in force'),
    templates.names(),
  );
  life.add('policy', stop);
  return () => running;
}

async function openQueue(
  config: Config,
  record: Record,
  desk: Desk,
  metrics: Metrics,
  timings: AppOptions['timings'],
  life: Lifecycle,
): Promise<QueueRuntime> {
  const { log } = desk;
  const queue = createQueueRuntime({
    url: config.queueUrl,
    database: record.connection,
    outbox: record.outbox,
    handlers,
    log,
    now,
    ...(timings && { timings }),
    onDeadLetter: ({ kind }, { code }) => metrics.deadLetters.inc({ kind, code }),
  });
  life.add('queue', () => queue.close());
  await queue.startWorker((outboxId) => ({ ...desk, once: record.store.once({ job: outboxId }) }));
  await queue.startRelay();
  return queue;
}

/** Delivers what a platform says until it is stopped. */
async function listen(
  adapter: ChatAdapter,
  desk: Desk,
  metrics: Metrics,
  heard: Set<WorkspaceId>,
): Promise<void> {
  const { platform } = adapter;
  const { log } = desk;
  try {
    await adapter.start(inbound(platform, desk, metrics, heard), commands);
    log.info({ platform }, 'listening');
  } catch (error) {
    log.error({ err: error, platform }, 'this platform could not be connected');
  }
}

function inbound(platform: string, desk: Desk, metrics: Metrics, heard: Set<WorkspaceId>): Inbound {
  const { store, policy } = desk;
  const run = commandRunner(commands, desk);
  return {
    onEvent: async (event) => {
      const captured = capture(event, policy());
      if (captured && (await store.takeIn(captured)))
        metrics.events.inc({ platform, meaning: captured.meaning });
    },
    onCommand: async (command) => {
      const labels = {
        platform,
        command: commands.some(({ name }) => name === command.name) ? command.name : 'unknown',
      };
      try {
        const answer = await run(command);
        metrics.commands.inc({ ...labels, outcome: 'answered' });
        return answer;
      } catch (error) {
        metrics.commands.inc({ ...labels, outcome: error instanceof NotPossible ? 'refused' : 'failed' });
        throw error;
      }
    },
    onComplete: completer(commands, desk),
    onGap: (workspaceId) => {
      heard.add(workspaceId);
      return store.askCatchUp(workspaceId);
    },
  };
}

/** Connected, but to no community of hearback.yaml: every flag would be ignored in silence. */
function unheard(
  { platform }: ChatAdapter,
  heard: ReadonlySet<WorkspaceId>,
  { workspaces }: Policy,
): string | null {
  const wanted = workspaces.map(({ id }) => id).filter((id) => platformOf(id) === platform);
  if (wanted.some((id) => heard.has(id))) return null;
  const found = [...heard].filter((id) => platformOf(id) === platform);
  return `${platform}: the bot is connected${found.length > 0 ? ` to ${found.join(', ')}` : ''}, but to no community of hearback.yaml (${wanted.join(', ') || 'none of this platform'}). Correct the id there, or invite the bot.`;
}

function adapterOf(adapters: readonly ChatAdapter[], workspaceId: WorkspaceId): ChatAdapter {
  const platform = platformOf(workspaceId);
  const found = adapters.find((adapter) => adapter.platform === platform);
  if (!found) throw new PlatformUnavailable(platform, 'it is switched off: its token is not set', null);
  return found;
}

function now(): Date {
  return new Date();
}
