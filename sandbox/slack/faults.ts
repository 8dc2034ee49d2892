import type { Fault } from '../platform.ts';

/** What to do with the next event. */
export interface EventPlan {
  copies: number;
  waitMs: number;
  /** Held back until so many are together, which then go out the last one first. */
  hold: boolean;
}

/** The troubles ordered and not yet worn off. */
export interface Faults {
  add(fault: Fault): void;
  list(): Fault[];
  clear(): void;
  /** Uses up one of the first fault of this kind that fits the method. */
  take<K extends 'rate_limit' | 'server_error' | 'lost_answer'>(
    kind: K,
    method: string,
  ): Extract<Fault, { kind: K }> | null;
  /** Uses up one of each kind that concerns an event. */
  takeForEvent(): EventPlan;
  lacksScope(scope: string): boolean;
  refusesDms(person: string): boolean;
  /** Uses up one event that is left out; the first of them is announced. Null when it is delivered. */
  takeLeftOut(): 'first' | 'further' | null;
  /** Socket Mode is switched off. */
  linkDisabled(): boolean;
  /** Whether new sockets are refused at the moment. */
  refusesSockets(): boolean;
}

type Standing = { fault: Fault; left: number; until: number | null };

export function createFaults(now: () => Date): Faults {
  let standing: Standing[] = [];
  const alive = () =>
    (standing = standing.filter(
      ({ left, until }) => left > 0 && (until === null || until > now().getTime()),
    ));
  const use = <K extends Fault['kind']>(
    kind: K,
    fits: (fault: Extract<Fault, { kind: K }>) => boolean = () => true,
  ) => {
    const found = alive().find(
      ({ fault }) => fault.kind === kind && fits(fault as Extract<Fault, { kind: K }>),
    );
    if (!found) return null;
    found.left -= 1;
    return found.fault as Extract<Fault, { kind: K }>;
  };

  return {
    add: (fault) => {
      // Over in a moment, so there is nothing to keep.
      if (fault.kind === 'raw_event') return;
      if (fault.kind === 'disconnect' && fault.reason !== 'link_disabled') return;
      const until = fault.kind === 'drop_socket' ? now().getTime() + fault.ms : null;
      standing.push({ fault, until, left: 'times' in fault ? (fault.times ?? 1) : Infinity });
    },
    list: () => alive().map(({ fault, left }) => ('times' in fault ? { ...fault, times: left } : fault)),
    clear: () => (standing = []),
    take: (kind, method) =>
      use(kind, (fault) => !('method' in fault) || !fault.method || method.includes(fault.method)),
    takeForEvent: () => ({
      copies: use('redeliver') ? 2 : 1,
      waitMs: use('delay')?.ms ?? 0,
      hold: use('reorder') !== null,
    }),
    takeLeftOut: () => {
      const isFirst = alive().some(
        ({ fault, left }) => fault.kind === 'events_limited' && left === (fault.times ?? 1),
      );
      return use('events_limited') && (isFirst ? 'first' : 'further');
    },
    linkDisabled: () =>
      alive().some(({ fault }) => fault.kind === 'disconnect' && fault.reason === 'link_disabled'),
    lacksScope: (scope) =>
      alive().some(({ fault }) => fault.kind === 'missing_scope' && fault.scope === scope),
    refusesDms: (person) =>
      alive().some(({ fault }) => fault.kind === 'dms_closed' && fault.person === person),
    refusesSockets: () => alive().some(({ fault }) => fault.kind === 'drop_socket'),
  };
}
