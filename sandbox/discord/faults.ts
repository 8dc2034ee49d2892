import type { Fault } from '../platform.ts';

type Kind = Fault['kind'];
type Of<K extends Kind> = Extract<Fault, { kind: K }>;

/** The misbehaviour that is switched on. */
export interface Faults {
  add(fault: Fault): void;
  list(): Fault[];
  clear(): void;
  /** Uses up one time of the oldest fault of this kind that fits the call, if there is one. */
  take<K extends 'redeliver' | 'delay' | 'rate_limit' | 'server_error' | 'lost_answer'>(
    kind: K,
    call?: string,
  ): Of<K> | null;
  /** Lowers the count of the oldest `reorder` by one. @returns how many events are still to be held, or null without one. */
  takeReorder(): number | null;
  /** Permissions and intents that are taken away. */
  missingScopes(): ReadonlySet<string>;
  dmsClosed(person: string): boolean;
  /** The code with which the app is turned away until cleared; null when it is welcome. */
  turnedAway(): 4004 | 4014 | null;
  /** Until when new sockets are refused (ms since 1970). */
  socketsRefusedUntil(): number;
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const TURNED_AWAY = { token_refused: 4004, intents_off: 4014 } as const;

/** @param now ms since 1970, of the machine: a dropped socket is out for real time. */
export function createFaults(now: () => number): Faults {
  let active: Fault[] = [];
  let refusedUntil = 0;

  const use = (fault: Fault & { times: number }) => {
    fault.times -= 1;
    if (fault.times <= 0) active = active.filter((other) => other !== fault);
  };
  const find = <K extends Kind>(kind: K, call?: string) =>
    active.find(
      (fault): fault is Of<K> =>
        fault.kind === kind &&
        !('method' in fault && fault.method !== undefined && !call?.includes(fault.method)),
    );

  return {
    add(fault) {
      const copy = 'times' in fault ? { ...fault, times: fault.times ?? 1 } : { ...fault };
      if ('times' in copy && copy.times <= 0) return;
      // Over in a moment, or Slack's alone.
      if (copy.kind === 'raw_event' || copy.kind === 'events_limited') return;
      if (copy.kind === 'disconnect' && !(copy.reason in TURNED_AWAY)) return;
      if (copy.kind === 'drop_socket') refusedUntil = now() + copy.ms;
      else active.push(copy);
    },
    list() {
      const leftMs = refusedUntil - now();
      const dropped: Fault[] = leftMs > 0 ? [{ kind: 'drop_socket', ms: leftMs }] : [];
      return [...active.map((fault) => ({ ...fault })), ...dropped];
    },
    clear() {
      active = [];
      refusedUntil = 0;
    },
    take(kind, call) {
      const fault = find(kind, call);
      if (!fault) return null;
      const copy = { ...fault };
      use(fault);
      return copy;
    },
    takeReorder() {
      const fault = find('reorder');
      if (!fault) return null;
      use(fault);
      return fault.times;
    },
    missingScopes: () =>
      new Set(active.flatMap((fault) => (fault.kind === 'missing_scope' ? [scopeName(fault.scope)] : []))),
    dmsClosed: (person) => active.some((fault) => fault.kind === 'dms_closed' && fault.person === person),
    turnedAway() {
      const { reason } = find('disconnect') ?? {};
      return reason === 'token_refused' || reason === 'intents_off' ? TURNED_AWAY[reason] : null;
    },
    socketsRefusedUntil: () => refusedUntil,
  };
}

/** Accepts `AddReactions` and `add_reactions` for `ADD_REACTIONS`. */
function scopeName(scope: string): string {
  return scope.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}
