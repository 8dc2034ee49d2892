import type { Invocation } from '../../src/chat/card.ts';
import type { Answer, ChatCommand, OptionSpec } from '../../src/chat/command.ts';
import type { Field } from '../../src/chat/form.ts';
import type { MessageSnapshot } from '../../src/chat/message.ts';
import type { MessageRef, Place } from '../../src/chat/ref.ts';
import { commands } from '../../src/commands/index.ts';
import { AppError } from '../../src/errors.ts';
import type { Chance } from '../faults/arena/chance.ts';
import { COMMUNITIES, type Community } from '../simulate/communities.ts';
import { platformName } from '../simulate/desk.ts';
import { directChannel, threadChannel } from '../simulate/platform.ts';
import type { Programs } from '../simulate/programs.ts';
import { actionsOf } from '../support/pressing.ts';
import { aboutOf, FROM_MEMBERS, isInvoking, meantIn, numberOn, TYPED, type Invoking } from './asked.ts';
import { emojisOf, kindsOf } from './policy.ts';
import { peopleOf, type Readers, type Worker } from './readers.ts';
import type { Meant, Secrets } from './secrets.ts';

const EMOJIS = emojisOf();
const KINDS = kindsOf();

/** Told each answer that somebody got, and whom. */
export type Heard = (who: Worker, what: string, answer: unknown) => void;

/** What people do all month: anything that can be done, with words nobody else has typed. */
export class Acts {
  private readonly programs: Programs;
  private readonly secrets: Secrets;
  private readonly readers: Readers;
  private readonly chance: Chance;
  private readonly heard: Heard;
  private count = 0;
  private readonly talk: { ref: MessageRef; community: Community; number: number; by: string }[] = [];
  /** What was done, how often; and how often it was not refused. */
  readonly done = new Map<string, { tried: number; done: number }>();

  constructor(
    programs: Programs,
    { secrets, readers, chance, heard }: { secrets: Secrets; readers: Readers; chance: Chance; heard: Heard },
  ) {
    this.programs = programs;
    this.secrets = secrets;
    this.readers = readers;
    this.chance = chance;
    this.heard = heard;
  }

  async flag(): Promise<void> {
    const community = this.chance.pick(COMMUNITIES);
    const message = this.said(community, this.chance.pick(community.members));
    const { workspaceId, channelId, messageId } = message.ref;
    const by = this.chance.pick(peopleOf(community.id).staff);
    if (this.chance.below(3) === 0) {
      await this.ask(by, { from: 'menu', name: 'flag', values: {}, target: message });
      return;
    }
    await this.programs.inbound(platformName(workspaceId)).onEvent({
      kind: 'reaction_added',
      workspaceId,
      channelId,
      messageId,
      eventId: null,
      parentChannelId: null,
      at: new Date(this.programs.now()),
      userId: by.userId,
      emoji: this.chance.pick(EMOJIS),
    });
  }

  /**
   * Somebody writes down what came another way: of somebody with an account here or without, with a file that can be had or not, and
   * of each kind. What is about one of the team names them.
   * @returns what is wrong: whoever is named is not kept out
   */
  async writeDown(): Promise<string | null> {
    const community = this.chance.pick(COMMUNITIES);
    const { staff, leads, members } = peopleOf(community.id);
    const by = this.chance.pick([...staff, ...leads]);
    const where = `new, by ${by.userId}`;
    const add = () => this.secrets.add({ meant: 'told', about: null, by: by.userId, where });
    const [said, name] = [add(), add()];
    const kind = this.chance.pick(KINDS);
    const colleagues = [...community.moderators, ...community.handlers];
    const accused = this.chance.pick(colleagues.filter((person) => person !== by.userId));
    const member = this.chance.pick([null, this.chance.pick(members).userId]);
    const fileId = `F${(this.count += 1)}`;
    if (this.chance.below(2) === 0) this.programs.platform.lost.add(fileId);
    const file = { fileId, name: `${name.word}.png`, mime: 'image/png', size: 4, url: '' };
    await this.ask(by, {
      from: 'typed',
      name: 'new',
      values: {
        text: `${said.word} <@${accused}> was short with me`,
        origin: this.chance.pick(['mail', 'phone', 'person', 'elsewhere']),
        kind,
        ...(member !== null && { member }),
      },
      files: [file],
    });
    const [found] = await this.programs.sql<{ number: number; kept: boolean }>(
      `select number, exists (select from hearback.case_exclusion e where e.case_id = c.case_id and e.user_id = '${accused}') as kept
       from hearback.cases c where workspace_id = '${community.id}' and quote like '${said.word}%'`,
    );
    if (!found) return `nothing was recorded of what somebody told, by ${by.userId}`;
    const about = { workspaceId: community.id, number: found.number };
    said.about = about;
    name.about = about;
    if (kind !== 'staff' || found.kept) return null;
    return `${accused} is not kept out of FB-${found.number} in ${community.id}, which is about them`;
  }

  /** Any command, by anybody, with any of its options. */
  async type(): Promise<void> {
    const community = this.chance.pick(COMMUNITIES);
    const { name, options } = this.chance.pick(TYPED);
    const by = this.anybody(community, FROM_MEMBERS.has(name));
    const number = this.numberIn(community);
    const values: Record<string, string> = {};
    for (const option of options) {
      if (!option.required && this.chance.below(4) === 0) continue;
      const value = await this.valueOf(option, name, by, community, number);
      if (value !== null) values[option.name] = value;
    }
    const isElsewhere = by.workspaceId !== community.id;
    await this.ask(by, {
      from: 'typed',
      name,
      values: { ...values, ...(isElsewhere && { in: community.id }) },
    });
  }

  /** Whatever can be pressed where somebody reads it. */
  async press(): Promise<void> {
    const community = this.chance.pick(COMMUNITIES);
    const by = this.anybody(community, this.chance.below(6) === 0);
    const seen = this.programs.platform.shown.filter(
      ({ place, messageId }) => messageId !== null && this.isIn(by, place),
    );
    if (seen.length === 0) return;
    // Mostly what is new.
    const { messageId } = seen[Math.max(0, seen.length - 1 - this.chance.below(40))]!;
    const content = this.programs.platform.cards.get(messageId!)!;
    const actions =
      content.type === 'card' ? actionsOf(content.card) : (content.actions ?? []).filter(isInvoking);
    await this.pressOne(by, actions.filter(isInvoking));
  }

  /** A lead keeps somebody out who has been told of the case. */
  async keepOut(): Promise<void> {
    const { posts, cards } = this.programs.platform;
    const told = posts.flatMap(({ place, ref }) =>
      place.type === 'dm'
        ? this.secrets.in(cards.get(ref.messageId)).map(({ about }) => ({ about, userId: place.userId }))
        : [],
    );
    const { about, userId } = told[Math.max(0, told.length - 1 - this.chance.below(10))] ?? {};
    if (!about || userId === undefined) return;
    const leads = peopleOf(about.workspaceId).leads.filter((lead) => lead.userId !== userId);
    await this.ask(this.chance.pick(leads), {
      from: 'typed',
      name: 'exclude',
      values: { case: `FB-${about.number}`, person: userId, why: 'conflict' },
    });
  }

  /** Somebody says something below a card, changes what they said, or takes it back. */
  async talkBelow(): Promise<void> {
    const { platform } = this.programs;
    if (this.talk.length > 0 && this.chance.below(4) === 0) return this.change();
    const cards = platform.posts.filter(
      ({ place, content }) =>
        place.type === 'channel' && content.type === 'card' && numberOn(content.card.title),
    );
    const card = cards[Math.max(0, cards.length - 1 - this.chance.below(30))];
    if (!card || card.content.type !== 'card' || card.place.type !== 'channel') return;
    const number = numberOn(card.content.card.title)!;
    const { workspaceId, channelId } = card.place;
    const home = COMMUNITIES.find(({ id, open }) => id === workspaceId && open !== channelId);
    const by =
      home && this.everybody().find((each) => this.isIn(each, card.place) && this.chance.below(2) === 0);
    if (!by) return;
    // A department's channel abroad shows cases of the other community.
    const community = channelId === 'CNMAKERS' ? COMMUNITIES[1]! : home;
    const root = card.ref.messageId;
    const thread = threadChannel(workspaceId, channelId, root);
    const messageId = `T${(this.count += 1)}`;
    const ref = { workspaceId, channelId: thread, messageId };
    this.talk.push({ ref, community, number, by: by.userId });
    const text = this.text(
      'internal',
      { workspaceId: community.id, number },
      by,
      `below a card in ${channelId}`,
    );
    await this.programs.inbound(platformName(workspaceId)).onEvent({
      kind: 'message_posted',
      ...ref,
      eventId: null,
      at: new Date(this.programs.now()),
      parentChannelId: thread === channelId ? null : channelId,
      isDirect: false,
      message: { ...this.snapshot(ref, by.userId, text), threadRoot: { channelId, messageId: root } },
    });
  }

  /** The member of a case goes on, in public or to the bot alone. */
  async memberWrites(): Promise<void> {
    const { platform } = this.programs;
    const replies = platform.posts.filter(({ content }) => content.type === 'reply');
    const reply = replies[Math.max(0, replies.length - 1 - this.chance.below(20))];
    if (!reply) return;
    const { place, ref } = reply;
    const messageId = `W${(this.count += 1)}`;
    const { workspaceId } = place;
    const at = { eventId: null, at: new Date(this.programs.now()), workspaceId, messageId };
    if (place.type === 'dm') {
      const channelId = directChannel(place.userId);
      // Which of their cases it belongs to is for the program to say: to us alone it is all the same.
      const text = `I would like to know more about it ${this.count}`;
      return this.programs.inbound(platformName(workspaceId)).onEvent({
        kind: 'message_posted',
        ...at,
        channelId,
        parentChannelId: null,
        isDirect: true,
        message: this.snapshot({ workspaceId, channelId, messageId }, place.userId, text),
        answers: ref.messageId,
        ...(platformName(workspaceId) === 'discord' && { communities: [workspaceId] }),
      });
    }
    if (place.type !== 'thread') return;
    const author = platform.messages.get(place.messageId)?.author.userId;
    if (!author) return;
    const thread = threadChannel(workspaceId, place.channelId, place.messageId);
    await this.programs.inbound(platformName(workspaceId)).onEvent({
      kind: 'message_posted',
      ...at,
      channelId: thread,
      parentChannelId: thread === place.channelId ? null : place.channelId,
      isDirect: false,
      message: {
        ...this.snapshot(
          { workspaceId, channelId: thread, messageId },
          author,
          `It is still there ${this.count}`,
        ),
        threadRoot: { channelId: place.channelId, messageId: place.messageId },
      },
    });
  }

  private async change(): Promise<void> {
    const { ref, community, number, by } = this.chance.pick(this.talk);
    const at = { ...ref, eventId: null, at: new Date(this.programs.now()), parentChannelId: null };
    const inbound = this.programs.inbound(platformName(ref.workspaceId));
    if (this.chance.below(2) === 0) return inbound.onEvent({ kind: 'message_deleted', ...at });
    const who = { workspaceId: ref.workspaceId, userId: by, channelId: ref.channelId };
    const text = this.text('internal', { workspaceId: community.id, number }, who, 'an edit below a card');
    await inbound.onEvent({ kind: 'message_edited', ...at, text, threadRoot: null });
  }

  private async pressOne(by: Worker, actions: readonly Invoking[]): Promise<void> {
    if (actions.length === 0) return;
    const action = this.chance.pick(actions);
    const chosen =
      action.type === 'select' ? { [action.option]: this.chance.pick(action.choices).value } : {};
    await this.invoke(by, 'button', action.invoke, chosen);
  }

  private invoke(
    by: Worker,
    from: 'button' | 'form',
    { command, values }: Invocation,
    more: Record<string, string>,
  ): Promise<void> {
    return this.ask(by, { from, name: command, values: { ...values, ...more } });
  }

  private async ask(
    by: Worker,
    asked: Pick<ChatCommand, 'from' | 'name' | 'values' | 'files'> & { target?: MessageSnapshot },
    depth = 0,
  ): Promise<void> {
    const typed: ChatCommand = {
      interactionId: `I${(this.count += 1)}`,
      workspaceId: by.workspaceId,
      channelId: by.channelId,
      threadRoot: null,
      by: { userId: by.userId, name: by.userId, groups: [], locale: null },
      target: null,
      ...asked,
    };
    const tally = this.done.get(asked.name) ?? { tried: 0, done: 0 };
    this.done.set(asked.name, tally);
    tally.tried += 1;
    const typedBefore = this.secrets.all.size;
    let answer: Answer;
    try {
      answer = await this.programs.inbound(platformName(by.workspaceId)).onCommand(typed);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.heard(by, `${asked.name}, refused`, error.message);
      return;
    }
    tally.done += 1;
    this.heard(by, asked.name, answer);
    const about = aboutOf(asked.values, by.workspaceId);
    if ((asked.name === 'send' || asked.name === 'approve') && answer.type !== 'card' && about)
      this.readers.wasSent(about, typedBefore);
    if (depth >= 3) return;
    if (answer.type === 'form') {
      const { fields, invoke } = answer.form;
      const home = aboutOf(invoke.values, by.workspaceId);
      const filled = fields.map((field) => [field.name, this.fieldOf(field, invoke, by, home)] as const);
      const values = Object.fromEntries(filled.filter(([, value]) => value !== ''));
      return this.ask(
        by,
        { from: 'form', name: invoke.command, values: { ...invoke.values, ...values } },
        depth + 1,
      );
    }
    const below =
      answer.type === 'card' ? actionsOf(answer.card) : answer.type === 'say' ? (answer.actions ?? []) : [];
    // Of what is shown to one alone, somebody presses something every other time.
    if (below.some(isInvoking) && this.chance.below(2) === 0)
      await this.pressOne(by, below.filter(isInvoking));
  }

  private fieldOf(
    field: Field,
    { command }: Invocation,
    by: Worker,
    about: { workspaceId: string; number: number } | null,
  ): string {
    if (!field.required && this.chance.below(4) === 0) return '';
    // Files are no texts.
    if (field.type === 'files') return '';
    if (field.type === 'person') return this.somebody(about?.workspaceId ?? by.workspaceId);
    if (field.type === 'choice') return this.chance.pick(field.choices).value;
    return this.text(meantIn(command), about, by, `the form of ${command}, ${field.name}`).slice(
      0,
      field.maxLength,
    );
  }

  private async valueOf(
    option: OptionSpec,
    command: string,
    by: Worker,
    community: Community,
    number: number,
  ): Promise<string | null> {
    if (option.type === 'case') return `FB-${number}`;
    if (option.type === 'file') return null;
    if (option.type === 'person') return this.somebody(community.id);
    if (option.type === 'choice') {
      const choices = await this.programs.inbound(platformName(by.workspaceId)).onComplete({
        workspaceId: by.workspaceId,
        by: { userId: by.userId, groups: [], locale: null },
        command,
        option: option.name,
        typed: '',
      });
      this.heard(by, `${command}, ${option.name} suggested`, choices);
      return choices.length > 0 ? this.chance.pick(choices).value : null;
    }
    const isOfCase = commands
      .find(({ name }) => name === command)!
      .options.some(({ type }) => type === 'case');
    const about = isOfCase ? { workspaceId: community.id, number } : null;
    return this.text(meantIn(command), about, by, `${command}, ${option.name}`);
  }

  private text(
    meant: Meant,
    about: { workspaceId: string; number: number } | null,
    by: Worker,
    where: string,
  ): string {
    return this.secrets.text({ meant, about, by: by.userId, where: `${where}, by ${by.userId}` });
  }

  private said({ id, open }: Community, member: string): MessageSnapshot {
    const { platform } = this.programs;
    const messageId = `S${platform.messages.size + 1}`;
    const text = `Something is not as I would like it to be ${platform.messages.size % 7}`;
    const message = this.snapshot({ workspaceId: id, channelId: open, messageId }, member, text);
    platform.messages.set(messageId, message);
    return message;
  }

  private snapshot(ref: MessageRef, userId: string, text: string): MessageSnapshot {
    return {
      ref,
      author: { userId, name: userId, isBot: false },
      text,
      postedAt: new Date(this.programs.now()),
      permalink: `https://example.com/${ref.messageId}`,
      files: [],
    };
  }

  private numberIn({ id }: Community): number {
    const numbers = this.readers.numbers(id);
    return numbers.length === 0 ? 1 : this.chance.pick(numbers.slice(-25));
  }

  private isIn(by: Worker, place: Place): boolean {
    if (place.workspaceId !== by.workspaceId) return false;
    if (this.readers.isOpen(place)) return true;
    const platform = platformName(by.workspaceId);
    return this.readers.at(place).includes(`${platform}/${by.userId}`);
  }

  private everybody(): Worker[] {
    return this.chance.shuffle(
      COMMUNITIES.flatMap(({ id }) => {
        const { staff, leads, departments, members } = peopleOf(id);
        return [...staff, ...leads, ...departments, ...members];
      }),
    );
  }

  /** To name: mostly a colleague. */
  private somebody(id: string): string {
    const { staff, leads, departments, members } = peopleOf(id);
    return this.chance.pick(this.chance.pick([staff, staff, leads, departments, members])).userId;
  }

  private anybody({ id }: Community, isMember: boolean): Worker {
    const { staff, leads, departments, members } = peopleOf(id);
    if (isMember) return this.chance.pick(members);
    return this.chance.pick(
      this.chance.pick([staff, staff, staff, leads, leads, departments, departments, members]),
    );
  }
}
