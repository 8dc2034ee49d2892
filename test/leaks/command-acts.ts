import type { OptionSpec } from '../../src/chat/command.ts';
import { commands } from '../../src/commands/index.ts';
import { COMMUNITIES, type Community } from '../simulate/communities.ts';
import { platformName } from '../simulate/desk.ts';
import { actionsOf } from '../support/pressing.ts';
import { FROM_MEMBERS, isInvoking, meantIn, TYPED } from './asked.ts';
import type { Desk } from './desk.ts';
import { kindsOf } from './policy.ts';
import { peopleOf, type Worker } from './readers.ts';
import type { Scene } from './scene.ts';

const KINDS = kindsOf();

/** What people do with commands and buttons: anything that can be done. */
export class CommandActs {
  private readonly scene: Scene;
  private readonly desk: Desk;

  constructor(scene: Scene, desk: Desk) {
    this.scene = scene;
    this.desk = desk;
  }

  /** Any command, by anybody, with any of its options. */
  async type(): Promise<void> {
    const community = this.scene.chance.pick(COMMUNITIES);
    const { name, options } = this.scene.chance.pick(TYPED);
    const by = this.scene.anybody(community, FROM_MEMBERS.has(name));
    const number = this.scene.numberIn(community);
    const values: Record<string, string> = {};
    for (const option of options) {
      if (!option.required && this.scene.chance.below(4) === 0) continue;
      const value = await this.valueOf(option, name, by, community, number);
      if (value !== null) values[option.name] = value;
    }
    const isElsewhere = by.workspaceId !== community.id;
    await this.desk.ask(by, {
      from: 'typed',
      name,
      values: { ...values, ...(isElsewhere && { in: community.id }) },
    });
  }

  /** Whatever can be pressed where somebody reads it. */
  async press(): Promise<void> {
    const community = this.scene.chance.pick(COMMUNITIES);
    const by = this.scene.anybody(community, this.scene.chance.below(6) === 0);
    const seen = this.scene.programs.platform.shown.filter(
      ({ place, messageId }) => messageId !== null && this.scene.isIn(by, place),
    );
    if (seen.length === 0) return;
    // Mostly what is new.
    const { messageId } = seen[Math.max(0, seen.length - 1 - this.scene.chance.below(40))]!;
    const content = this.scene.programs.platform.cards.get(messageId!)!;
    const actions =
      content.type === 'card' ? actionsOf(content.card) : (content.actions ?? []).filter(isInvoking);
    await this.desk.press(by, actions.filter(isInvoking));
  }

  /** A lead keeps somebody out who has been told of the case. */
  async keepOut(): Promise<void> {
    const { posts, cards } = this.scene.programs.platform;
    const told = posts.flatMap(({ place, ref }) =>
      place.type === 'dm'
        ? this.scene.secrets
            .in(cards.get(ref.messageId))
            .map(({ about }) => ({ about, userId: place.userId }))
        : [],
    );
    const { about, userId } = told[Math.max(0, told.length - 1 - this.scene.chance.below(10))] ?? {};
    if (!about || userId === undefined) return;
    const leads = peopleOf(about.workspaceId).leads.filter((lead) => lead.userId !== userId);
    await this.desk.ask(this.scene.chance.pick(leads), {
      from: 'typed',
      name: 'exclude',
      values: { case: `FB-${about.number}`, person: userId, why: 'conflict' },
    });
  }

  /**
   * Somebody writes down what came another way: of somebody with an account here or without, with a file that can be had or not, and
   * of each kind. What is about one of the team names them.
   * @returns what is wrong: whoever is named is not kept out
   */
  async writeDown(): Promise<string | null> {
    const community = this.scene.chance.pick(COMMUNITIES);
    const { staff, leads, members } = peopleOf(community.id);
    const by = this.scene.chance.pick([...staff, ...leads]);
    const where = `new, by ${by.userId}`;
    const add = () => this.scene.secrets.add({ meant: 'told', about: null, by: by.userId, where });
    const [said, name] = [add(), add()];
    const kind = this.scene.chance.pick(KINDS);
    const colleagues = [...community.moderators, ...community.handlers];
    const accused = this.scene.chance.pick(colleagues.filter((person) => person !== by.userId));
    const member = this.scene.chance.pick([null, this.scene.chance.pick(members).userId]);
    const fileId = `F${this.scene.next()}`;
    if (this.scene.chance.below(2) === 0) this.scene.programs.platform.lost.add(fileId);
    const file = { fileId, name: `${name.word}.png`, mime: 'image/png', size: 4, url: '' };
    await this.desk.ask(by, {
      from: 'typed',
      name: 'new',
      values: {
        text: `${said.word} <@${accused}> was short with me`,
        origin: this.scene.chance.pick(['mail', 'phone', 'person', 'elsewhere']),
        kind,
        ...(member !== null && { member }),
      },
      files: [file],
    });
    const [found] = await this.scene.programs.sql<{ number: number; kept: boolean }>(
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

  private async valueOf(
    option: OptionSpec,
    command: string,
    by: Worker,
    community: Community,
    number: number,
  ): Promise<string | null> {
    if (option.type === 'case') return `FB-${number}`;
    if (option.type === 'file') return null;
    if (option.type === 'person') return this.scene.somebody(community.id);
    if (option.type === 'choice') {
      const choices = await this.scene.programs.inbound(platformName(by.workspaceId)).onComplete({
        workspaceId: by.workspaceId,
        by: { userId: by.userId, groups: [], locale: null },
        command,
        option: option.name,
        typed: '',
      });
      this.desk.heard(by, `${command}, ${option.name} suggested`, choices);
      return choices.length > 0 ? this.scene.chance.pick(choices).value : null;
    }
    const isOfCase = commands
      .find(({ name }) => name === command)!
      .options.some(({ type }) => type === 'case');
    const about = isOfCase ? { workspaceId: community.id, number } : null;
    return this.scene.text(meantIn(command), about, by, `${command}, ${option.name}`);
  }
}
