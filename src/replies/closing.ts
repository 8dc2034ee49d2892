import { caseName, type Reply } from '../cases/case.ts';
import { RATINGS, type CloseRequest } from '../cases/close-request.ts';
import type { View } from '../cases/cards/view.ts';
import type { Action, Below, Content } from '../chat/card.ts';
import { paragraph } from '../chat/rich.ts';
import type { Composer } from './composer.ts';

type Drawn = Extract<Content, { type: 'reply' }>;

/** What of a close request is seen in the message that asks: never a rating or a word of the member, since others may read along. */
type Stage = 'asked' | 'over' | 'solved' | 'rated' | 'commented' | 'thanked' | 'not-yet';
const STAGES: readonly Stage[] = ['asked', 'over', 'solved', 'rated', 'commented', 'thanked', 'not-yet'];

/**
 * What stands below the question whether a case is solved: *Solved* and *Not yet*, and in their place what follows. With it the
 * other forms: a click may come before the post is on record.
 */
export function closingBelow(view: View, reply: Reply, compose: Composer): Below & Pick<Drawn, 'variants'> {
  const request = view.file.closeRequests.find(({ replyId }) => replyId === reply.replyId);
  if (!request) return {};
  const now = stageOf(request);
  const variants = STAGES.filter((stage) => stage !== now).map((stage) => form(stage, view, reply, compose));
  return { ...form(now, view, reply, compose), variants };
}

function stageOf({ answer, rating, comment, isOver }: CloseRequest): Stage {
  if (answer === 'not_yet') return 'not-yet';
  if (answer === null) return isOver ? 'over' : 'asked';
  if (comment !== null) return 'commented';
  if (isOver) return 'thanked';
  return rating === null ? 'solved' : 'rated';
}

function form(stage: Stage, view: View, reply: Reply, compose: Composer): Below {
  const words = (key: string) => compose.button(`closing-${key}`, reply.language ?? view.file.case.language);
  const button = (label: string, command: string, values: object, style: 'primary' | 'plain' = 'plain') =>
    buttonFor(view, reply, { label: words(label), command, values, style });
  const lines = (...keys: string[]) => keys.map((key) => paragraph(words(key)));
  switch (stage) {
    case 'asked':
      return {
        actions: [
          button('solved', 'solved', { say: 'yes' }, 'primary'),
          button('not-solved', 'solved', { say: 'no' }),
        ],
      };
    case 'solved':
      return {
        below: lines('thanks', 'rate'),
        actions: RATINGS.map((rating) => button(`rate-${rating}`, 'rate', { rating: String(rating) })),
      };
    case 'rated':
      return { below: lines('thanks', 'rated'), actions: [button('add-comment', 'comment', {})] };
    case 'commented':
      return { below: lines('thanks', 'commented') };
    case 'thanked':
      return { below: lines('thanks') };
    case 'not-yet':
    case 'over':
      return { below: lines(stage) };
  }
}

interface Press {
  label: string;
  command: string;
  values: object;
  style: 'primary' | 'plain';
}

function buttonFor({ file, policy }: View, reply: Reply, { label, command, values, style }: Press): Action {
  const about = { case: caseName(policy.prefix, file.case.number), reply: String(reply.replyId) };
  return { type: 'button', label, style, invoke: { command, values: { ...about, ...values } } };
}
