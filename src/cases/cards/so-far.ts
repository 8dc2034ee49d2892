import { text, time, type Block, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import { departmentName } from '../../policy/lookup.ts';
import { departmentWords } from '../department-words.ts';
import { isToMember } from '../reply.ts';
import { stateWords } from '../states.ts';
import { textsFor, type View } from './view.ts';

/** So many steps are told, the latest ones. */
const STEPS_MAX = 6;
/** So much of an answer is shown (characters). */
const ANSWER_MAX = 120;

/**
 * What has happened, in a few lines: recorded, what the member was told, what departments said, and how it ended. Only what the case
 * itself holds, so that it is the same whenever the card is drawn.
 */
export function soFar(view: View): Block[] {
  const { file, workspace } = view;
  const texts = textsFor(view);
  const { facts: words } = texts.cards;
  const { case: found, replies, departmentWork } = file;
  const steps: { at: Date; line: Inline[] }[] = [
    { at: found.openedAt, line: [text(words.steps.recorded)] },
    ...replies
      .filter((reply) => reply.state === 'sent' && isToMember(reply))
      .map(({ queuedAt, markdown }) => ({
        at: queuedAt ?? found.openedAt,
        line: [text(words.steps.answered(shorten(markdown.replaceAll(/\s+/g, ' '), ANSWER_MAX)))],
      })),
    ...departmentWork
      .filter(({ at }) => at !== null)
      .map((work) => ({
        at: work.at ?? found.openedAt,
        line: [
          text(
            `${departmentName(workspace, work.department, texts.common.code)}: ${departmentWords(work, texts)}`,
          ),
        ],
      })),
    ...(found.closedAt ? [{ at: found.closedAt, line: [text(stateWords(found.state, texts))] }] : []),
  ];
  const told = steps.toSorted((a, b) => a.at.getTime() - b.at.getTime()).slice(-STEPS_MAX);
  return [
    { type: 'paragraph', children: [{ type: 'bold', children: [text(words.soFar)] }] },
    { type: 'list', ordered: false, items: told.map(({ at, line }) => [time(at), text(' '), ...line]) },
  ];
}
