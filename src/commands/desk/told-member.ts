import { isStaff, standingOf, whyBarred } from '../../cases/access.ts';
import type { CaseFile } from '../../cases/case.ts';
import { isRestricted } from '../../cases/exclude.ts';
import { accountOf } from '../../chat/account.ts';
import type { Person } from '../../chat/message.ts';
import { AppError } from '../../errors.ts';
import { textsOf, type Texts } from '../../texts/index.ts';
import type { CommandContext } from './command.ts';
import { personId } from './person-id.ts';

/** So long a name is kept (characters). */
export const FROM_MAX = 80;

/** Whose words came another way than by a message here. */
export interface ToldMember {
  /** With an empty id for somebody without an account here. */
  member: { userId: string; name: string };
  /** What whoever recorded it should know of that account. */
  remark(file: CaseFile): string[];
}

/**
 * The member somebody names, by account, name or not at all. An account that cannot be theirs is left out rather than refused:
 * whoever filled in the form would lose their words.
 * @throws {NotPossible} for what is no account at all, which only a typed line can be
 */
export async function toldMember(context: CommandContext): Promise<ToldMember> {
  const { values } = context.command;
  const named = values['from']?.trim().slice(0, FROM_MAX) ?? '';
  const withoutAccount = (...remarks: string[]): ToldMember => ({
    member: { userId: '', name: named || textsOf(context.workspace).commands.new.somebody },
    remark: () => remarks,
  });
  if (!values['member']) return withoutAccount();
  const userId = personId(values['member']);
  const words = context.texts.commands.new.accounts;
  const person = await personOf(userId, context);
  if (person === null) return withoutAccount(words.unknown);
  if (person.isBot) return withoutAccount(words.bot);
  const name = named || person.name;
  return {
    member: { userId, name },
    remark: (file) => [...keptFrom(person, name, file, context, words), ...reachOf(person, name, words)],
  };
}

/** Null for an account of nobody here. Where the platform cannot be asked now, the account is taken as it was chosen. */
async function personOf(userId: string, { chat, workspace }: CommandContext): Promise<Person | null> {
  if (accountOf(workspace.id, userId).workspaceId !== workspace.id) return null;
  try {
    return await chat.fetchPerson(workspace.id, userId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.retry === 'never') return null;
    const { somebody } = textsOf(workspace).commands.new;
    return {
      workspaceId: workspace.id,
      userId,
      name: somebody,
      isBot: false,
      isMember: true,
      groups: [],
      timeZone: null,
      locale: null,
    };
  }
}

type Words = Texts['commands']['new']['accounts'];

/** Nobody looks after what they said themselves, unless nobody else could. */
function keptFrom(
  { userId, groups, isMember }: Person,
  name: string,
  file: CaseFile,
  { command, workspace }: CommandContext,
  words: Words,
): string[] {
  const standing = standingOf(workspace, { userId, groups, channelId: null });
  const worksHere = isMember && (isStaff(standing) || standing.departments.size > 0);
  if (!worksHere || whyBarred(standing, file) === null) return [];
  if (userId === command.by.userId) return [words.own];
  return [words.staff(name), ...(isRestricted(file) ? [] : [words.cardStays])];
}

function reachOf({ isMember, isVisitor }: Person, name: string, words: Words): string[] {
  if (isVisitor === true) return [words.visitor(name)];
  return isMember ? [] : [words.left(name)];
}
