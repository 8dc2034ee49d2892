import { z } from 'zod';
import type { CaseFile } from '../cases/case.ts';
import { tellingFixed } from '../cases/topics/telling-fixed.ts';
import { NOTHING_SAID } from '../cases/details.ts';
import { workspaceOf } from '../policy/lookup.ts';
import { prepare } from '../replies/prepare.ts';
import { defineHandler } from './handler.ts';

/** What a member told us about is fixed: they hear it once, in their language, where they are answered. */
export const tellFixed = defineHandler({
  name: 'tell-fixed',
  lane: 'record',
  data: z.object({ topicId: z.number(), caseId: z.number(), round: z.number() }),
  async run({ topicId, caseId, round }, { topics, once, policy, compose, now }) {
    const topic = await topics.topic(topicId);
    const mention = topic?.mentions.find((each) => each.caseId === caseId);
    const workspaceId = mention?.workspaceId ?? (await topics.homeOf(caseId, topicId));
    const plan = workspaceId === null ? null : policy(workspaceId);
    const workspace = plan && workspaceId !== null ? workspaceOf(plan, workspaceId) : undefined;
    // Undone, fixed anew or gone meanwhile.
    if (!topic || topic.fixedAt === null || topic.round !== round || !plan || !workspace) return;
    const words = (file: CaseFile) =>
      prepare(['topic-fixed'], file, workspace, plan, compose, now(), NOTHING_SAID);
    await once.change({ workspaceId: workspace.id, caseId }, (file) => ({
      change: tellingFixed(file, topicId, round, words, workspace, plan),
      answer: null,
    }));
  },
});
