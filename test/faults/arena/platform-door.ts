import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SandboxPlatform } from '../../../sandbox/platform.ts';
import type { Strike } from './database-wire.ts';

/** When in the life of a call: before the platform carries it out; when it has and has not said so; when it has said so. */
export type CallPhase = 'called' | 'applied' | 'answered';

/** What of the program's calls: the ones that write are told apart by what they do. */
export type CallKind = 'post' | 'react' | 'update' | 'answer' | 'read' | 'file';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** The door through which the program's calls come to a platform of the sandbox. */
export interface PlatformDoor {
  /** Calls `strike` the next time a call of this kind comes to that phase. @returns what disarms it */
  when(kind: CallKind, phase: CallPhase, strike: Strike): () => void;
  /** The next `times` calls of this kind are answered like this, without being carried out. @returns what disarms it */
  instead(kind: CallKind | 'any', times: number, answer: Answer): () => void;
  /** The next `times` calls of this kind are carried out, and answered like this. */
  after(kind: CallKind, times: number, answer: Answer): () => void;
}

const KINDS: [RegExp, CallKind][] = [
  [/^\S+ \/slack\/api\/chat\.postMessage$/, 'post'],
  [/^\S+ \/slack\/api\/chat\.update$/, 'update'],
  [/^\S+ \/slack\/api\/reactions\.(add|remove)$/, 'react'],
  [/^\S+ \/slack\/(api\/chat\.postEphemeral|api\/views\.|response)/, 'answer'],
  [/^GET \/slack\/files/, 'file'],
  [/^GET \/discord\/cdn/, 'file'],
  [/^POST \/discord\/api\/v10\/channels\/\d+\/messages$/, 'post'],
  [/^PATCH \/discord\/api\/v10\/channels\/\d+\/messages\/\d+$/, 'update'],
  [/^(PUT|DELETE) \/discord\/api\/v10\/channels\/\d+\/messages\/\d+\/reactions\//, 'react'],
  [/^\S+ \/discord\/api\/v10\/(interactions|webhooks)\//, 'answer'],
];

function kindOf({ method = 'GET', url = '/' }: IncomingMessage): CallKind {
  const call = `${method} ${url.split('?')[0]}`;
  return KINDS.find(([pattern]) => pattern.test(call))?.[1] ?? 'read';
}

interface Watch {
  kind: CallKind;
  phase: CallPhase;
  strike: Strike;
}

interface Order {
  kind: CallKind | 'any';
  isCarriedOut: boolean;
  left: number;
  answer: Answer;
}

/** Stands in the door of a platform from now on. */
export function openPlatformDoor(platform: SandboxPlatform): PlatformDoor {
  const watches = new Set<Watch>();
  const orders = new Set<Order>();
  const handle = platform.handle.bind(platform);

  const met = async (kind: CallKind, phase: CallPhase): Promise<boolean> => {
    const found = [...watches].find((watch) => watch.kind === kind && watch.phase === phase);
    return found !== undefined && watches.delete(found) && found.strike();
  };
  const answered = async (kind: CallKind, answer: () => unknown): Promise<void> => {
    await met(kind, 'applied');
    answer();
    await met(kind, 'answered');
  };
  const orderFor = (kind: CallKind): Order | undefined => {
    const found = [...orders].find((order) => order.kind === kind || order.kind === 'any');
    if (found && --found.left <= 0) orders.delete(found);
    return found;
  };

  platform.handle = async (request, response) => {
    const kind = kindOf(request);
    if (await met(kind, 'called')) {
      request.socket.destroy();
      return true;
    }
    const order = orderFor(kind);
    if (order && !order.isCarriedOut) {
      order.answer(request, response);
      return true;
    }
    const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
    response.end = ((...args: unknown[]) => {
      void answered(kind, () => (order ? order.answer(request, response) : end(...args)));
      return response;
    }) as typeof response.end;
    return handle(request, response);
  };

  const add = <T>(set: Set<T>, one: T) => {
    set.add(one);
    return () => void set.delete(one);
  };
  return {
    when: (kind, phase, strike) => add(watches, { kind, phase, strike }),
    instead: (kind, left, answer) => add(orders, { kind, isCarriedOut: false, left, answer }),
    after: (kind, left, answer) => add(orders, { kind, isCarriedOut: true, left, answer }),
  };
}
