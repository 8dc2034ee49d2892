import { addJobs } from './jobs.ts';
import type { Work } from './work.ts';

/** A case is there, or its words are others now: it is compared with those of its time. */
export async function compareAnew(work: Work, caseId: number): Promise<void> {
  await addJobs(work, [{ kind: 'link-topic', data: { caseId }, key: `link-topic-${caseId}` }]);
}
