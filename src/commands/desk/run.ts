import type { Standing } from '../../cases/access.ts';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Choice } from '../../chat/card.ts';
import type { Answer, ChatCommand, Completion } from '../../chat/command.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { NotPossible } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { workspaceOf } from '../../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import type { Composer } from '../../replies/composer.ts';
import { answerAcross } from '../../replies/named-across.ts';
import type { Audit } from '../../store/audit-port.ts';
import type { OneTimeLinks } from '../../store/door-port.ts';
import type { Duty } from '../../store/duty-port.ts';
import type { Digests } from '../../store/digests-port.ts';
import type { Gifts } from '../../store/gifts-port.ts';
import type { HeatRecord } from '../../store/heat-port.ts';
import type { Identities } from '../../store/identities-port.ts';
import type { People } from '../../store/people-port.ts';
import type { Privacy } from '../../store/privacy-port.ts';
import type { Search } from '../../store/search-port.ts';
import type { Store } from '../../store/store.ts';
import type { Topics } from '../../store/topics-port.ts';
import { textsIn, type Texts } from '../../texts/index.ts';
import { allows } from './allow.ts';
import { andBack, BACK_TO } from './and-back.ts';
import { atHome, homeOf } from './asked-across.ts';
import { say, type Command, type CommandContext } from './command.ts';
import { choicesFor } from './complete.ts';
import { createRememberLocale } from './remember-locale.ts';
import { createFindStanding, type FindStanding } from './standing.ts';

/** What all commands share, whoever asks. */
export interface Desk {
  store: Store;
  privacy: Privacy;
  audit: Audit;
  gifts: Gifts;
  people: People;
  identities: Identities;
  digests: Digests;
  duty: Duty;
  topics: Topics;
  heat: HeatRecord;
  search: Search;
  links: OneTimeLinks;
  policy(workspaceId: WorkspaceId): Policy;
  /** Every policy there is. Communities of different ones see nothing of each other. */
  policies(): readonly Policy[];
  chat(workspaceId: WorkspaceId): ChatAdapter;
  compose: Composer;
  /** Another number whenever what was known of people's roles counts no more. */
  rolesEpoch?(): number;
  now(): Date;
  log: Log;
}

/** The one door for everything people ask: finds the command, checks who asks, runs it. Mistakes come back as sentences. */
export function commandRunner(
  commands: readonly Command[],
  desk: Desk,
): (command: ChatCommand) => Promise<Answer> {
  const runIn = runner(commands, desk);
  return async (asked) => {
    const texts = textsOf(asked, desk.policy(asked.workspaceId));
    try {
      return await runIn(asked, texts);
    } catch (error) {
      throw error instanceof NotPossible ? new NotPossible(error.in(texts)) : error;
    }
  };
}

/** In their own language, where the platform says which; else in the one of the community they ask in. */
function textsOf({ by, workspaceId }: Pick<Completion, 'by' | 'workspaceId'>, policy: Policy): Texts {
  return textsIn(by.locale, workspaceOf(policy, workspaceId)?.language, policy.language);
}

function runner(commands: readonly Command[], desk: Desk) {
  const standingIn = createFindStanding(desk);
  const remembers = createRememberLocale(desk);
  return async (asked: ChatCommand, texts: Texts): Promise<Answer> => {
    // The policy of where it is asked: a community of another one does not exist there.
    const policy = desk.policy(asked.workspaceId);
    const about = homeOf(asked, policy);
    if (!about) throw notYours();
    const { home } = about;
    const where = asked.workspaceId;
    const isElsewhere = home !== where;
    const found = commands.find(({ name }) => name === asked.name);
    const workspace = workspaceOf(policy, home);
    if (!workspace && isElsewhere) throw notYours();
    if (!workspace) throw new NotPossible(({ commands: { door } }) => door.notSetUp);
    if (!found) throw new NotPossible(({ commands: { door } }) => door.unknownCommand(asked.name));
    const channelId = asked.channelId === '' ? null : asked.channelId;
    const standing = await standingIn(workspace, { ...asked.by, channelId, from: where });
    if (!standing) throw notYours();
    if (!allows(found.allow, standing) && !(await readsAlong(found, standing, desk)))
      return say(texts.commands.door.forStaff(workspace.name));
    const remembered = remembers(asked, standing);
    const command = isElsewhere
      ? await atHome({ ...asked, values: about.values }, found, standing, desk.identities)
      : { ...asked, values: about.values };
    const run = (each: Command, values = command.values) =>
      each.run(contextOf({ ...command, values }, workspace, standing, { ...desk, standingIn, texts }));
    const page = commands.find(({ name }) => name === BACK_TO);
    const leadsBack = about.values['back'] === BACK_TO && page && allows(page.allow, standing);
    const answer = leadsBack
      ? await andBack(run(found), (values) => run(page, values), texts, about.values)
      : await run(found);
    await remembered;
    return answerAcross(answer, { home, where }, { chat: desk.chat, policy });
  };
}

/** Somebody without a role who was added to a case to read it. */
async function readsAlong(
  { allow }: Command,
  { workspaceId, userId }: Standing,
  { store }: Desk,
): Promise<boolean> {
  return allow === 'readers' && store.readsAny(workspaceId, userId);
}

function contextOf(
  command: ChatCommand,
  workspace: WorkspacePolicy,
  standing: Standing,
  desk: Desk & { standingIn: FindStanding; texts: Texts },
): CommandContext {
  return {
    command,
    store: desk.store,
    privacy: desk.privacy,
    audit: desk.audit,
    gifts: desk.gifts,
    people: desk.people,
    identities: desk.identities,
    digests: desk.digests,
    duty: desk.duty,
    topics: desk.topics,
    heat: desk.heat,
    search: desk.search,
    links: desk.links,
    standingIn: desk.standingIn,
    once: desk.store.once({ interaction: command.interactionId, workspaceId: command.workspaceId }),
    policy: desk.policy(workspace.id),
    workspace,
    standing,
    texts: desk.texts,
    chat: desk.chat(command.workspaceId),
    compose: desk.compose,
    now: desk.now(),
    log: desk.log,
  };
}

/** What is offered while somebody types an option; nothing to whoever may not use the command. */
export function completer(
  commands: readonly Command[],
  desk: Desk,
): (completion: Completion) => Promise<Choice[]> {
  const standingIn = createFindStanding(desk);
  return async (completion) => {
    const found = commands.find(({ name }) => name === completion.command);
    const policy = desk.policy(completion.workspaceId);
    const workspace = workspaceOf(policy, completion.workspaceId);
    if (!found || !workspace) return [];
    const { userId, groups } = completion.by;
    const standing = await standingIn(workspace, { userId, groups, channelId: null });
    if (!standing || !(allows(found.allow, standing) || (await readsAlong(found, standing, desk)))) return [];
    const { store, compose, people, topics } = desk;
    const chat = desk.chat(workspace.id);
    const texts = textsOf(completion, policy);
    const around = {
      store,
      policy,
      workspace,
      standing,
      compose,
      people,
      topics,
      chat,
      texts,
      now: desk.now(),
    };
    const all = await choicesFor(completion, around);
    // What can be searched for is narrowed by its last word.
    if (completion.option === 'query') return all.slice(0, 25);
    const typed = completion.typed.trim().toLowerCase();
    return all.filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(typed)).slice(0, 25);
  };
}

/** The same for a community that is none and for one they are not in: which it is, is not theirs to know. */
function notYours(): NotPossible {
  return new NotPossible(({ commands }) => commands.door.notYours);
}
