import { createAtOnce, type Turn } from './queue/at-once.ts';
import type { ChatAdapter } from './chat/adapter.ts';
import type { WorkspaceId } from './chat/ref.ts';
import type { GiveWay } from './give-way.ts';
import type { Lane } from './handlers/handler.ts';
import type { BeginJob } from './queue/run-job.ts';

/**
 * So many jobs work at the same time. On two cores six do more than twenty, a third more flags a second, and events, commands and forms are
 * answered sooner meanwhile: `npm run bench -- pipeline` and `ack`.
 */
const AT_ONCE = 6;
/** The lanes people wait for. Jobs of the others are few and hardly work: they wait for files, pages of a channel and other programs. */
const COUNTED: readonly Lane[] = ['record', 'deliver'];

/** Jobs begin when nobody waits for something that goes first, and few of them work at the same time. */
export function createBeginJob(way: GiveWay): BeginJob {
  const atOnce = createAtOnce(AT_ONCE);
  return async (lane, place) => {
    await way.clear();
    return COUNTED.includes(lane) ? atOnce.begin(place) : null;
  };
}

type Chat = (workspaceId: WorkspaceId) => ChatAdapter;

/** The platforms, as a job asks them: while they are to answer, another one has its room. */
export function chatAside(chat: Chat, turn: Turn | null): Chat {
  return turn ? (workspaceId) => withAside(chat(workspaceId), turn) : chat;
}

function withAside<T extends object>(adapter: T, turn: Turn): T {
  return new Proxy(adapter, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(value, target, given);
        return answer instanceof Promise ? turn.aside(answer) : answer;
      };
    },
  });
}
