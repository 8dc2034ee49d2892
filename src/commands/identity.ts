import { idIn, isElsewhere, personIn, type Account } from '../chat/account.ts';
import type { Answer } from '../chat/command.ts';
import { code, inlines, paragraph, person, type Inline } from '../chat/rich.ts';
import { NotPossible, PlatformRefused, TargetGone } from '../errors.ts';
import { typedAs } from '../cases/typed-as.ts';
import { isCalled } from './desk/asked-across.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';
import { IDENTITY_STEPS, type IdentityStep } from './desk/identity-steps.ts';
import { personId } from './desk/person-id.ts';

/** So many links one answer shows. */
const LISTED = 30;

/** Two accounts, the first of them in this community. */
interface Both {
  userId: string;
  other: Account;
}

/** Admins say which accounts are one person. */
export const identity: Command = {
  name: 'identity',
  summary: (texts) => texts.commands.identity.summary,
  options: [
    { name: 'do', summary: (texts) => texts.commands.identity.options.do, required: true, type: 'choice' },
    {
      name: 'person',
      summary: (texts) => texts.commands.identity.options.person,
      required: false,
      type: 'person',
    },
    {
      name: 'account',
      summary: (texts) => texts.commands.identity.options.account,
      required: false,
      type: 'text',
    },
  ],
  mayOpenForm: false,
  allow: 'leads',
  async run(context) {
    if (!context.standing.roles.has('admin'))
      throw new NotPossible((texts) => texts.commands.identity.forAdmins);
    switch (stepOf(context.command.values['do'])) {
      case 'link':
        return link(bothOf(context), context);
      case 'unlink':
        return unlink(bothOf(context), context);
      case 'list':
        return list(context);
    }
  },
};

async function link({ userId, other }: Both, context: CommandContext): Promise<Answer> {
  const { identities, command, workspace, chat, texts } = context;
  const words = texts.commands.identity;
  const id = idIn(workspace.id, other);
  const found = await chat.fetchPerson(workspace.id, id).catch((error: unknown) => {
    if (error instanceof TargetGone || error instanceof PlatformRefused) return null;
    throw error;
  });
  if (!found || found.isBot)
    throw new NotPossible(({ commands }) => commands.identity.noPerson(other.userId, other.workspaceId));
  const isNew = await identities.link(workspace.id, { userId, other }, command.by.userId);
  if (!isNew) return say(...words.linkedAlready(person(userId), person(id)));
  return {
    type: 'say',
    blocks: [
      paragraph(...words.linked(person(userId), person(id))),
      paragraph(...words.meaning(person(userId))),
    ],
  };
}

async function unlink(
  { userId, other }: Both,
  { identities, command, workspace, texts }: CommandContext,
): Promise<Answer> {
  const id = idIn(workspace.id, other);
  if (await identities.unlink(workspace.id, { userId, other }, command.by.userId))
    return say(...texts.commands.identity.unlinked(person(userId), person(id)));
  const others = await identities.list(workspace.id, { userId, limit: 1 });
  throw new NotPossible(({ commands }) =>
    others.length > 0
      ? commands.identity.notTheseTwo(typedAs('identity list', workspace.id))
      : commands.identity.nobodyHere,
  );
}

async function list({ identities, workspace, command, texts }: CommandContext): Promise<Answer> {
  const words = texts.commands.identity;
  const typed = command.values['person'];
  const userId = typed ? personId(typed) : null;
  const links = await identities.list(workspace.id, { userId, limit: LISTED + 1 });
  if (links.length === 0) return say(words.none(typedAs('identity link', workspace.id)));
  const items = links.slice(0, LISTED).map(({ userId: own, other, linkedBy }): Inline[] => {
    const account = code(`${other.workspaceId}/${other.userId}`);
    const both = [person(own), person(idIn(workspace.id, other))] as const;
    return inlines(
      ...(linkedBy === null ? words.is(...both, account) : words.isBy(...both, account, person(linkedBy))),
    );
  });
  return {
    type: 'say',
    blocks: [
      { type: 'list', ordered: false, items },
      ...(links.length > LISTED ? [paragraph(words.more)] : []),
    ],
  };
}

/** @throws {NotPossible} */
function stepOf(typed: string | undefined): IdentityStep {
  const wanted = typed?.trim().toLowerCase();
  const known = IDENTITY_STEPS.find((each) => each === wanted);
  if (!known) throw new NotPossible((texts) => texts.commands.identity.notOneOf((typed ?? '').slice(0, 40)));
  return known;
}

/** @throws {NotPossible} for what is no account of elsewhere */
function bothOf({ command: { values }, workspace, policy }: CommandContext): Both {
  const userId = personId(values['person']);
  const typed = values['account']?.trim() ?? '';
  const slash = typed.lastIndexOf('/');
  const named = policy.workspaces.find((each) => isCalled(each, typed.slice(0, slash)));
  if (slash < 1 || !named)
    throw new NotPossible((texts) =>
      texts.commands.identity.writeAccount(
        policy.workspaces.map(({ id, name }) => `${id} (${name})`).join(', '),
      ),
    );
  const other = { workspaceId: named.id, userId: personId(typed.slice(slash + 1)) };
  const mine = personIn(workspace.id, userId);
  if (isElsewhere(mine))
    throw new NotPossible((texts) => texts.commands.identity.somebodyHere(workspace.name));
  if (mine === personIn(workspace.id, idIn(workspace.id, other)))
    throw new NotPossible((texts) => texts.commands.identity.sameAccount);
  return { userId: mine, other };
}
