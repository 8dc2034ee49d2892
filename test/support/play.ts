import type { InteractionResult, MessageView } from '../../sandbox/platform.ts';
import { typedAs } from '../../src/cases/typed-as.ts';
import { pressing } from './pressing.ts';
import type { Stage, World } from './world.ts';

/** Everything a person could read on a message, cards included. */
export function visible({ text, native }: MessageView): string {
  return `${text} ${JSON.stringify(native)}`;
}

/** One community as its people play it in tests. */
export interface Play {
  /** A member writes; answers the message's id. */
  post(text: string, as?: string): string;
  flag(message: string, options?: { as?: string; emoji?: string; present?: boolean }): void;
  /** A member's message, flagged, as a case: waits for its card. */
  openCase(text: string): Promise<{ message: string; name: string; card: MessageView }>;
  card(name: string): MessageView | undefined;
  inTriage(): MessageView[];
  /** The bot's messages in the thread of a message. */
  answers(message: string): MessageView[];
  inbox(person: string): MessageView[];
  /** Types a command; answers everything it says to the person alone. */
  type(text: string, options?: { as?: string; channel?: string }): Promise<string>;
  /** Presses a button, wherever it stands, or chooses in a select, and answers what the platform says. */
  press(
    message: MessageView,
    label: string,
    options?: { as?: string; value?: string },
  ): Promise<InteractionResult>;
  /** What a result says to the person alone, waiting for it where it comes late. */
  said(result: InteractionResult, before: number, as: string, channel: string): Promise<string>;
}

export function playOn(world: World, { platform, member, handler, channels }: Stage): Play {
  const people = world.on(platform);
  // Discord lists 25 commands under one name; the others are typed under another.
  const asTyped = (text: string) =>
    text.replace(/^\/feedback (.*)$/s, (_, words: string) => typedAs(words, `${platform}:`));
  const ephemerals = (as: string, channel: string) => [
    ...people.messages({ as, channel }).filter((each) => each.ephemeral),
    ...people
      .inbox(as)
      .directMessages.flatMap(({ messages }) => messages)
      .filter((each) => each.ephemeral),
  ];
  const inTriage = () =>
    people
      .messages({ as: handler.id, channel: channels.triage })
      .filter((each) => each.author.isBot && !each.ephemeral);
  const cardOf = (name: string) =>
    inTriage().find((each) => new RegExp(`${name} ·`).test(visible(each)) && each.actions.length > 0);
  const post = (text: string, as = member.id) =>
    people.createMessage({ as, channel: channels.open, text }).message;
  const flag: Play['flag'] = (message, { as = handler.id, emoji = '🚩', present = true } = {}) =>
    people.react({ as, channel: channels.open, message, emoji, present });
  const said: Play['said'] = async (result, before, as, channel) => {
    if (result.error !== null) return result.error;
    if (result.ephemeral) return visible(result.ephemeral);
    return world.until('the answer only they see', () => {
      const now = ephemerals(as, channel);
      // Discord shows "is thinking" first and puts the words in its place.
      const latest = now.at(-1);
      const hasWords =
        latest && (latest.text || (latest.native.embeds ?? latest.native.blocks ?? []).length > 0);
      return now.length > before && hasWords ? visible(latest) : null;
    });
  };
  return {
    post,
    flag,
    said,
    inTriage,
    card: cardOf,
    answers: (message) =>
      people
        .messages({ as: member.id, channel: channels.open, thread: message })
        .filter(({ author }) => author.isBot),
    inbox: (person) => people.inbox(person).directMessages.flatMap(({ messages }) => messages),
    async openCase(text) {
      const known = inTriage().map(({ id }) => id);
      const message = post(text);
      flag(message);
      const card = await world.until('the card of the case', () =>
        inTriage().find((each) => !known.includes(each.id) && each.actions.length > 0),
      );
      return { message, card, name: /FB-\d+/.exec(visible(card))![0] };
    },
    async type(text, { as = handler.id, channel = channels.triage } = {}) {
      const before = ephemerals(as, channel).length;
      return said(await people.command({ as, channel, text: asTyped(text) }), before, as, channel);
    },
    async press(message, label, { as = handler.id, value } = {}) {
      const { id, channel } = message;
      const now = people.messages({ as, channel }).find((each) => each.id === id) ?? message;
      const on = value === undefined ? pressing(now, label) : { action: label, value };
      return people.press({ as, channel, message: id, ...on });
    },
  };
}
