import type { Lane } from '../handlers/handler.ts';
import type { Backend, LaneQueue } from './backend.ts';

/** The producing side: one BullMQ queue a lane, opened when first used. */
export interface LaneQueues {
  of(lane: Lane): Promise<LaneQueue>;
  /** Forgets them: a queue whose first contact failed stays broken for good. */
  reset(): Promise<void>;
}

export function laneQueues(backend: Backend): LaneQueues {
  let prepared: Promise<void> | null = null;
  const opened = new Map<Lane, LaneQueue>();

  function open(lane: Lane): LaneQueue {
    const queue = backend.openQueue(lane);
    // The backend tells of lost connections; without a listener BullMQ would print them, whatever is in them.
    queue.on('error', () => {});
    opened.set(lane, queue);
    return queue;
  }

  return {
    async of(lane) {
      await (prepared ??= backend.prepare());
      return opened.get(lane) ?? open(lane);
    },
    async reset() {
      prepared = null;
      const queues = [...opened.values()];
      opened.clear();
      await Promise.allSettled(queues.map((queue) => queue.close()));
    },
  };
}
