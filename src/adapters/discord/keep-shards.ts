import { setTimeout as after } from 'node:timers/promises';
import type { Shard, Shards, ShardSeat } from '../../chat/shards.ts';
import { AppError, PermissionMissing } from '../../errors.ts';
import { createConnection, type ConnectionOptions } from './connect.ts';
import { TOKEN_REFUSED } from './errors.ts';
import type { GatewayInfo } from './gateway-info.ts';
import { createHeldShards } from './held-shards.ts';
import { createLeaseClock, type LeaseClock } from './lease-clock.ts';
import { waitMs } from './wait-longer.ts';

/** How long it is waited for how many shards Discord recommends, where some are held already (ms): a beat must not come late. */
const SAID_WITHIN_MS = 1_000;

const CONNECTING = 'connecting to Discord; no events arrive yet.';
const STOPPED = 'Discord is switched off here.';

export interface KeeperOptions extends Omit<
  ConnectionOptions,
  'isSure' | 'mayAct' | 'onWrongCount' | 'onAdopted'
> {
  shards: Shards;
  /** How many there are to be; null: as many as Discord recommends. */
  wanted: number | null;
  /**
   * A session was gone on with where another process ended.
   * @param isHeardOn nothing was missed; else nobody listened before us, perhaps with other settings
   */
  onAdopted: (shard: Shard, isHeardOn: boolean) => void;
}

/** The shards this process listens to. */
export interface Keeper {
  /** Resolves when the first attempts have succeeded or failed; goes on by itself until `close`. */
  open: () => Promise<void>;
  /** Deals with what is under way and gives everything back. */
  close: () => Promise<void>;
  /** Null while every shard we hold is connected, if we hold any. */
  problem: () => string | null;
  /** Whether we hold any. */
  isListening: () => boolean;
  /** Whether events of this server come to this process. */
  hears: (guildId: string) => boolean;
}

/** Takes its share of the shards, keeps it connected, and gives back what others are to have. */
export function createKeeper(options: KeeperOptions): Keeper {
  const closing = new AbortController();
  const wake = createWake();
  const state: { problem: string | null } = { problem: CONNECTING };
  const listening = createListening(options, wake.now);
  const { held } = listening;
  let running: Promise<void> | null = null;
  return {
    open: () =>
      new Promise((resolve) => {
        running ??= keep(options, listening, { wake, state, closing: closing.signal }, resolve);
      }),
    close: async () => {
      closing.abort();
      await running;
      state.problem = STOPPED;
      await held.close();
      await listening.leave();
    },
    problem: () => state.problem ?? held.problem(),
    isListening: () => held.said().length > 0,
    hears: held.hears,
  };
}

interface Keeping {
  wake: ReturnType<typeof createWake>;
  state: { problem: string | null };
  closing: AbortSignal;
}

async function keep(
  { shards, log }: KeeperOptions,
  { beat, held }: ReturnType<typeof createListening>,
  { wake, state, closing }: Keeping,
  firstOutcome: () => void,
): Promise<void> {
  let first: Promise<unknown> | null = null;
  for (let failures = 0; !closing.aborted;) {
    try {
      const opened = await beat();
      state.problem = null;
      failures = 0;
      first ??= Promise.all(opened).then(firstOutcome);
      await wake.within(shards.beatMs, closing);
    } catch (error) {
      const why = problemOf(error);
      const isDeaf = held.said().length === 0;
      if (isDeaf) state.problem = why;
      if (failures === 0) log.error({ problem: why }, 'the shards of Discord could not be shared out');
      firstOutcome();
      const longestMs = isDeaf && !isStoreAway(error) ? Infinity : shards.beatMs;
      await wake.within(Math.min(waitMs(why, failures), longestMs), closing);
      failures += 1;
    }
  }
  firstOutcome();
}

/** What one process has of the listening: its seat, and the shards it holds. */
function createListening({ onAdopted, ...options }: KeeperOptions, wake: () => void) {
  const { gateway, shards, wanted, log } = options;
  // What waited is dealt with: nobody can be asked any more whose it is.
  const lease = createLeaseClock(shards.leaseMs, () => held.flush());
  let seat: ShardSeat | null = null;
  let isHeardOn = false;
  let isOnly = false;
  const connecting = {
    ...connectingWith(options, lease, wake),
    // Without the record the only one goes on: nobody is known who could have taken over.
    isSure: () => lease.isSure() || (isOnly && lease.isFailing()),
  };
  const held = createHeldShards({
    connect: (shard, from) => {
      const wasHeard = isHeardOn;
      return createConnection({ ...connecting, onAdopted: () => onAdopted(shard, wasHeard) }, shard, from);
    },
    release: async (shard, session) => seat?.release(shard, session),
    left: wake,
    log,
  });
  return {
    held,
    /** @returns what the first attempts of shards that are new come to */
    beat: async (): Promise<Promise<void>[]> => {
      const count = wanted ?? (await recommended(gateway, held.said().length > 0));
      const ours = (seat ??= await shards.join(wake));
      const found = await lease.renew(() => ours.beat(count, held.said()));
      // The answer came so late that it may be true no more. What it says is somebody else's is so, even if it comes back to us.
      if (!lease.isSure()) {
        held.leave(found.leases);
        return [];
      }
      ({ isOnly } = found);
      isHeardOn ||= !isOnly;
      const opened = held.settle(found.leases);
      isHeardOn = true;
      return opened;
    },
    leave: async () => {
      await seat
        ?.leave()
        .catch((error: unknown) => log.warn({ err: error }, 'others are not told that we are gone'));
    },
  };
}

/** What we hold is kept while Discord does not say how many there should be. */
async function recommended(gateway: GatewayInfo, isHolding: boolean): Promise<number | null> {
  try {
    const asked = gateway.ask().then(({ shards }) => shards);
    return isHolding ? await Promise.race([asked, after(SAID_WITHIN_MS, null, { ref: false })]) : await asked;
  } catch (error) {
    if (isHolding) return null;
    throw error;
  }
}

function connectingWith(
  options: Omit<KeeperOptions, 'onAdopted'>,
  lease: LeaseClock,
  wake: () => void,
): Omit<ConnectionOptions, 'onAdopted' | 'isSure'> {
  return {
    ...options,
    onWrongCount: () => {
      options.gateway.forget();
      wake();
    },
    mayAct: () => {
      const may = lease.mayAct();
      if (!may) wake();
      return may;
    },
  };
}

function createWake() {
  let woken = new AbortController();
  return {
    now: () => woken.abort(),
    within: async (ms: number, signal: AbortSignal) => {
      await after(ms, null, { signal: AbortSignal.any([woken.signal, signal]) }).catch(() => null);
      woken = new AbortController();
    },
  };
}

const isStoreAway = (error: unknown) => error instanceof AppError && error.code === 'STORE_UNAVAILABLE';

function problemOf(error: unknown): string {
  if (error instanceof PermissionMissing) return TOKEN_REFUSED;
  const code = error instanceof AppError ? error.code : 'UNEXPECTED';
  return isStoreAway(error)
    ? `the database cannot be reached, so nobody knows who listens to Discord (${code}); it is tried again.`
    : `Discord cannot be reached (${code}); it is tried again.`;
}
