import { z } from 'zod';
import { isRestricted } from '../cases/exclude.ts';
import { topicScope } from '../cases/topics/topic-scope.ts';
import { defineHandler } from './handler.ts';

/** A case came in: it is compared with those of its time, and joins what is about the same thing. */
export const linkTopic = defineHandler({
  name: 'link-topic',
  lane: 'record',
  data: z.object({ caseId: z.number() }),
  async run({ caseId }, { topics, once, policy, now }) {
    const like = await topics.find(caseId, (workspaceId) => topicScope(policy(workspaceId), now()));
    if (!like) return;
    await once.change({ workspaceId: like.workspaceId, caseId }, (file) => ({
      // Not for everybody any more: what only few see is no part of what channels are told.
      change: isRestricted(file)
        ? null
        : {
            history: [{ action: 'topic_found', actorId: null }],
            topic: { op: 'join', to: like.found, by: null, near: like.near },
          },
      answer: null,
    }));
  },
});
