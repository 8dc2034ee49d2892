import type { Action, Card } from '../../chat/card.ts';
import { link, ping, text, time, type Inline } from '../../chat/rich.ts';
import type { ClockKind } from '../case.ts';
import { stateWords } from '../states.ts';
import { handlerOf, kindName, nameOf, quoteOf, type View } from './view.ts';

const WHY: Record<ClockKind, string> = {
  first_response: 'The member has not been answered yet.',
  follow_up: 'Nobody has followed up since the last answer.',
  community: 'Nobody in the community has helped yet.',
};

/** A reminder, by direct message; in the moderator channel, with a mention, when there is no other way to reach them. */
export function reminderCard(view: View, clock: ClockKind, step: number, mention: string | null): Card {
  const { file } = view;
  const title = `${nameOf(view)} is waiting for you`;
  const button = (label: string, command: string, style: 'plain' | 'primary' = 'plain'): Action => ({
    type: 'button',
    label,
    style,
    // A direct message belongs to no community, so the button says which one it is about.
    invoke: { command, values: { case: nameOf(view), in: view.workspace.id } },
  });
  return {
    title: mention === null ? title : `${nameOf(view)} is waiting`,
    tone: 'urgent',
    summary: `${nameOf(view)}: ${WHY[clock]}`,
    body: [
      {
        type: 'paragraph',
        children: [...(mention ? [ping(mention), text(' ')] : []), text(words(clock, step))],
      },
      quoteOf(view),
    ],
    facts: [
      { label: 'Member', value: [text(file.case.member.name)] },
      { label: 'Kind', value: [text(kindName(view))] },
      { label: 'State', value: [text(stateWords(file.case.state))] },
      { label: 'Handler', value: handlerOf(view) },
    ],
    footer: where(view),
    actions: [
      button('Done', 'done', 'primary'),
      button('Snooze', 'snooze'),
      button('Hand over', 'assign'),
      button('Open', 'show'),
    ],
  };
}

function words(clock: ClockKind, step: number): string {
  return step === 0 ? WHY[clock] : `${WHY[clock]} The handler was reminded before and has not reacted.`;
}

function where({ file: { case: found } }: View): Inline[] {
  const since: Inline[] = [text('recorded '), time(found.openedAt)];
  return found.permalink ? [link('open message', found.permalink), text(' · '), ...since] : since;
}
