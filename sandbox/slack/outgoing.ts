import type { Journal } from '../journal.ts';
import type { Faults } from './faults.ts';
import type { Mint } from './mint.ts';
import type { Json, Timings } from './types.ts';

/** How the app is reached: its sockets, or its request URL. */
export interface Transport {
  /** Tries once. */
  offer(delivery: Delivery): Promise<Outcome>;
  /** Whether an offer has somewhere to go. */
  reachable(): boolean;
  close(): Promise<void>;
}

export interface Delivery {
  id: string;
  /** Socket Mode's name for it. */
  kind: 'events_api' | 'slash_commands' | 'interactive';
  payload: Json;
  attempt: number;
  reason: string;
}

export type Outcome =
  | { status: 'acknowledged'; body: unknown }
  /** Not answered in time, or refused. `giveUp`: the app asked not to be tried again. */
  | { status: 'failed'; reason: string; giveUp?: boolean }
  /** The connection went away under it: the next one gets it at once. */
  | { status: 'lost' }
  /** There is no connection: it waits for one. */
  | { status: 'nobody' };

/** One try to tell the app something, and how long it took until it was acknowledged or the try was over (ms). */
export interface Offered {
  kind: Delivery['kind'];
  payload: Json;
  tookMs: number;
  isAcknowledged: boolean;
}

/** What is on its way to the app. Events are kept until they are acknowledged or given up; interactions are tried once. */
export interface Outgoing {
  event(payload: Json): void;
  /** @returns what the app acknowledged with, or the code of what the person is told. */
  ask(
    kind: 'slash_commands' | 'interactive',
    payload: Json,
  ): Promise<{ error: string | null; body: unknown }>;
  /** Somebody can be reached now. */
  resume(): void;
  /** An acknowledgement that came after its time. */
  acknowledged(id: string): void;
  /** Lets go what a `reorder` fault has held back. */
  release(): void;
  close(): void;
}

type Kept = { id: string; payload: Json; attempt: number; failures: number; reason: string };

export function createOutgoing(deps: {
  journal: Journal;
  faults: Faults;
  mint: Mint;
  timings: Timings;
  transport: Transport;
  /** For those who measure. */
  onOffered?: ((offered: Offered) => void) | undefined;
}): Outgoing {
  const { faults, mint, timings, transport, onOffered } = deps;
  const table = deps.journal.table<Kept>('slack.envelopes');
  const idle = new Set(table.values().map((kept) => kept.id));
  const timers = new Set<NodeJS.Timeout>();
  let held: string[] = [];
  let closed = false;

  const later = (ms: number, act: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms);
    timers.add(timer);
  };
  const failed = (kept: Kept, reason: string, giveUp: boolean) => {
    const failures = kept.failures + 1;
    const waitMs = timings.retryAfterMs[failures - 1];
    if (waitMs === undefined || giveUp) return table.delete(kept.id);
    table.set(kept.id, { ...kept, failures, attempt: kept.attempt + 1, reason });
    later(waitMs, () => void run(kept.id));
  };
  const offer = async (delivery: Delivery): Promise<Outcome> => {
    const from = performance.now();
    const outcome = await transport.offer(delivery);
    const isAcknowledged = outcome.status === 'acknowledged';
    onOffered?.({ ...delivery, tookMs: performance.now() - from, isAcknowledged });
    return outcome;
  };
  const run = async (id: string): Promise<void> => {
    const kept = table.get(id);
    if (!kept || closed) return;
    const outcome = await offer({ ...kept, kind: 'events_api' });
    if (closed || !table.get(id)) return;
    if (outcome.status === 'acknowledged') table.delete(id);
    if (outcome.status === 'failed') failed(kept, outcome.reason, outcome.giveUp ?? false);
    if (outcome.status === 'nobody') idle.add(id);
    if (outcome.status === 'lost') {
      table.set(id, { ...kept, attempt: kept.attempt + 1, reason: 'connection_failed' });
      if (transport.reachable()) void run(id);
      else idle.add(id);
    }
  };
  const keep = (payload: Json): string => {
    const id = `${mint.id('')}-${mint.id('')}`.toLowerCase();
    table.set(id, { id, payload, attempt: 0, failures: 0, reason: '' });
    return id;
  };
  const release = () => {
    const ids = held.toReversed();
    held = [];
    for (const id of ids) void run(id);
  };

  return {
    event: (payload) => {
      const plan = faults.takeForEvent();
      const ids = Array.from({ length: plan.copies }, () => keep(payload));
      if (plan.hold) {
        held.push(...ids);
        if (!faults.list().some((fault) => fault.kind === 'reorder')) release();
      } else if (plan.waitMs > 0) {
        later(plan.waitMs, () => ids.forEach((id) => void run(id)));
      } else {
        for (const id of ids) void run(id);
      }
    },
    ask: async (kind, payload) => {
      const outcome = await offer({
        id: `${mint.id('')}-${mint.id('')}`.toLowerCase(),
        kind,
        payload,
        attempt: 0,
        reason: '',
      });
      if (outcome.status === 'acknowledged') return { error: null, body: outcome.body };
      if (outcome.status === 'failed')
        return {
          error: outcome.reason === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed',
          body: null,
        };
      return { error: outcome.status === 'lost' ? 'operation_timeout' : 'dispatch_failed', body: null };
    },
    resume: () => {
      const ids = [...idle];
      idle.clear();
      for (const id of ids) void run(id);
    },
    acknowledged: (id) => table.delete(id),
    release,
    close: () => {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
