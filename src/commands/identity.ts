import { idIn, isElsewhere, personIn, type Account } from '../chat/account.ts';
import type { Answer } from '../chat/command.ts';
import { code, paragraph, person, text, type Inline } from '../chat/rich.ts';
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
  summary: 'Which accounts on Slack and Discord are one person; for admins',
  options: [
    { name: 'do', summary: 'link, unlink or list', required: true, type: 'choice' },
    { name: 'person', summary: 'Somebody of this community', required: false, type: 'person' },
    {
      name: 'account',
      summary: 'Their other account, such as slack:T0123ABCD/U0456',
      required: false,
      type: 'text',
    },
  ],
  mayOpenForm: false,
  allow: 'leads',
  async run(context) {
    if (!context.standing.roles.has('admin'))
      throw new NotPossible('Only admins link the accounts of people. Please ask one of them.');
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
  const { identities, command, workspace, chat } = context;
  const id = idIn(workspace.id, other);
  const found = await chat.fetchPerson(workspace.id, id).catch((error: unknown) => {
    if (error instanceof TargetGone || error instanceof PlatformRefused) return null;
    throw error;
  });
  if (!found || found.isBot)
    throw new NotPossible(
      `There is no person ${other.userId} in ${other.workspaceId}. Their profile there has the id: Copy member ID on Slack, Copy User ID on Discord (in developer mode).`,
    );
  const isNew = await identities.link(workspace.id, { userId, other }, command.by.userId);
  if (!isNew) return say(person(userId), ' and ', person(id), ' are linked already.');
  return {
    type: 'say',
    blocks: [
      paragraph(person(userId), ' and ', person(id), ' are one person from now on.'),
      paragraph(
        'What is kept from one of them is kept from both, everywhere. What they do over there about a case of this community they do as ',
        person(userId),
        ', with the same rights. Over there their rights stay what they were, unless an admin of that community links them too.',
      ),
    ],
  };
}

async function unlink(
  { userId, other }: Both,
  { identities, command, workspace }: CommandContext,
): Promise<Answer> {
  const id = idIn(workspace.id, other);
  if (await identities.unlink(workspace.id, { userId, other }, command.by.userId))
    return say(
      person(userId),
      ' and ',
      person(id),
      ' are two people again, as far as this community says. What was kept from one of them is no longer kept from the other by itself.',
    );
  const others = await identities.list(workspace.id, { userId, limit: 1 });
  throw new NotPossible(
    others.length > 0
      ? `This community has not linked these two. ${typedAs('identity list', workspace.id)} shows what it has.`
      : 'This community has linked nobody with them. A link that another community made is undone there.',
  );
}

async function list({ identities, workspace, command }: CommandContext): Promise<Answer> {
  const typed = command.values['person'];
  const userId = typed ? personId(typed) : null;
  const links = await identities.list(workspace.id, { userId, limit: LISTED + 1 });
  if (links.length === 0)
    return say(
      `Nobody is linked here yet. ${typedAs('identity link', workspace.id)} with a person and their other account does it.`,
    );
  const items = links
    .slice(0, LISTED)
    .map(({ userId: own, other, linkedBy }): Inline[] => [
      person(own),
      text(' is '),
      person(idIn(workspace.id, other)),
      text(', '),
      code(`${other.workspaceId}/${other.userId}`),
      ...(linkedBy === null ? [] : [text(', says '), person(linkedBy)]),
    ]);
  return {
    type: 'say',
    blocks: [
      { type: 'list', ordered: false, items },
      ...(links.length > LISTED ? [paragraph('There are more: name a person to see theirs.')] : []),
    ],
  };
}

/** @throws {NotPossible} */
function stepOf(typed: string | undefined): IdentityStep {
  const wanted = typed?.trim().toLowerCase();
  const known = IDENTITY_STEPS.find(({ value }) => value === wanted);
  if (!known) throw new NotPossible(`Write link, unlink or list, not "${(typed ?? '').slice(0, 40)}".`);
  return known.value;
}

/** @throws {NotPossible} for what is no account of elsewhere */
function bothOf({ command: { values }, workspace, policy }: CommandContext): Both {
  const userId = personId(values['person']);
  const typed = values['account']?.trim() ?? '';
  const slash = typed.lastIndexOf('/');
  const named = policy.workspaces.find((each) => isCalled(each, typed.slice(0, slash)));
  if (slash < 1 || !named)
    throw new NotPossible(
      `Write the other account as community/id, such as slack:T0123ABCD/U0456. The communities are: ${policy.workspaces.map(({ id, name }) => `${id} (${name})`).join(', ')}.`,
    );
  const other = { workspaceId: named.id, userId: personId(typed.slice(slash + 1)) };
  const mine = personIn(workspace.id, userId);
  if (isElsewhere(mine))
    throw new NotPossible(
      `Name somebody of ${workspace.name} first, and then their account of elsewhere. Two accounts of elsewhere are linked over there.`,
    );
  if (mine === personIn(workspace.id, idIn(workspace.id, other)))
    throw new NotPossible(
      'That is the same account. On one platform people have one in all of its communities.',
    );
  return { userId: mine, other };
}
