import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

/** Figures for Prometheus, named in docs/metrics.md. No names of people, no text, no ids. */
export interface Metrics {
  events: { inc(labels: { platform: string; meaning: string }): void };
  commands: {
    inc(labels: { platform: string; command: string; outcome: 'answered' | 'refused' | 'failed' }): void;
  };
  deadLetters: { inc(labels: { kind: string; code: string }): void };
  read(): Promise<{ contentType: string; text: string }>;
}

/** What is counted in the record at the moment somebody asks. */
export interface Backlog {
  waiting: number;
  dead: number;
  oldestWaitingS: number;
  /** What the kept files take. */
  fileBytes: number;
}

/** What keeping the platforms' limits has come to in this process. */
export interface PaceCounts {
  putOff: number;
  limited: number;
}

/** How the events of Discord are shared out. */
export interface ShardFigures {
  /** Those whose events arrive in this process. */
  held: number;
  /** All there are to be; 0 without Discord. */
  shards: number;
  /** Those whose events arrive nowhere. */
  unheard: readonly number[];
}

/** How often it is looked how late the program is (ms). Ten times as often costs more than all else it does while nothing happens. */
const LAG_EVERY_MS = 100;

/** @param registry where they are registered; whoever describes them gives one of their own */
export function createMetrics(
  backlog: () => Promise<Backlog>,
  pace: () => PaceCounts,
  shards: () => Promise<ShardFigures>,
  registry = new Registry(),
): Metrics {
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LAG_EVERY_MS });
  const counter = <T extends string>(name: string, help: string, labelNames: T[]) =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const showBacklog = backlogGauges(registry);
  const showShards = shardGauges(registry);
  const putOff = counter(
    'hearback_calls_put_off_total',
    'Work put off so that no limit of a platform is hit',
    [],
  );
  const limited = counter(
    'hearback_rate_limits_total',
    'Calls a platform refused because there were too many',
    [],
  );
  return {
    events: counter('hearback_events_total', 'Events that meant something', ['platform', 'meaning']),
    commands: counter('hearback_commands_total', 'Commands, buttons and forms', [
      'platform',
      'command',
      'outcome',
    ]),
    deadLetters: counter('hearback_dead_letters_total', 'Things given up', ['kind', 'code']),
    read: async () => {
      showBacklog(await backlog());
      showShards(await shards());
      for (const [total, count] of [
        [putOff, pace().putOff],
        [limited, pace().limited],
      ] as const) {
        total.reset();
        total.inc(count);
      }
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

function shardGauges(registry: Registry): (now: ShardFigures) => void {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const held = gauge('hearback_discord_shards_held', 'Shards of Discord whose events arrive in this process');
  const all = gauge('hearback_discord_shards', 'Shards of Discord there are');
  const unheard = gauge('hearback_discord_shards_unheard', 'Shards of Discord whose events arrive nowhere');
  return (now) => {
    held.set(now.held);
    all.set(now.shards);
    unheard.set(now.unheard.length);
  };
}

function backlogGauges(registry: Registry): (now: Backlog) => void {
  const waiting = new Gauge({
    name: 'hearback_outbox_waiting',
    help: 'Things that should happen now and have not yet',
    registers: [registry],
  });
  const dead = new Gauge({
    name: 'hearback_outbox_dead',
    help: 'Things given up, waiting for somebody to look at them',
    registers: [registry],
  });
  const oldest = new Gauge({
    name: 'hearback_outbox_oldest_seconds',
    help: 'How long the oldest of the waiting is overdue',
    registers: [registry],
  });
  const files = new Gauge({
    name: 'hearback_files_bytes',
    help: 'What the files that are kept of messages take together',
    registers: [registry],
  });
  return (now) => {
    files.set(now.fileBytes);
    waiting.set(now.waiting);
    dead.set(now.dead);
    oldest.set(now.oldestWaitingS);
  };
}
