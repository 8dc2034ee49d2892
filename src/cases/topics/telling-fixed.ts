import { paragraph } from '../../chat/rich.ts';
import { kindOf } from '../../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import type { Wording } from '../../texts/index.ts';
import { caseName, type CaseFile } from '../case.ts';
import type { Change } from '../change.ts';
import { isRestricted } from '../exclude.ts';
import { noticeTo } from '../notice.ts';
import { answerPlace, type Prepared } from '../open.ts';
import { wordPlaces } from '../word-places.ts';

/**
 * One member hears that it is fixed. Where the program must not or cannot say so, whoever looks after the case is told, so that
 * a person does. @returns null for whoever is told nothing at all
 */
export function tellingFixed(
  file: CaseFile,
  topicId: number,
  round: number,
  write: (file: CaseFile) => Prepared,
  workspace: WorkspacePolicy,
  policy: Policy,
): Change | null {
  const { state, kind, audience } = file.case;
  const { answer } = kindOf(policy, kind);
  if (state === 'dismissed' || state === 'merged' || answer === 'never' || file.isOptedOut) return null;
  const topic = `T-${topicId}`;
  const byHand = (why: Wording): Change => ({
    history: [{ action: 'topic_fixed_untold', actorId: null, detail: { topic } }],
    deliveries: wordPlaces(file, workspace).map((place, index) => ({
      key: `fixed-by-hand-${topicId}-${round}-${file.case.caseId}-${index}`,
      place,
      body: noticeTo(place, workspace, (texts) => {
        const { title, notTold } = texts.says.topics.byHand;
        return {
          title,
          blocks: [paragraph(notTold(topic, caseName(policy.prefix, file.case.number), why(texts)))],
        };
      }),
    })),
  });
  if (isRestricted(file) || audience === 'leads') return byHand(({ says }) => says.topics.byHand.kept);
  const place = answerPlace(file, answer === 'private');
  if (!place) return byHand(({ says }) => says.topics.byHand.noMessage);
  const written = write(file);
  if (!written || 'problem' in written)
    return byHand((texts) => written?.problem(texts) ?? texts.says.topics.byHand.empty);
  return {
    history: [{ action: 'topic_fixed', actorId: null, detail: { topic } }],
    replies: [{ ...written, promises: null, authorId: null, place, purpose: 'update', send: true }],
  };
}
