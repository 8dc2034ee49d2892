import type { Standing } from '../../cases/access.ts';
import { accountOf, idIn, personIn } from '../../chat/account.ts';
import type { ChatCommand } from '../../chat/command.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import type { Policy } from '../../policy/schema.ts';
import type { Identities } from '../../store/identities-port.ts';
import type { Command } from './command.ts';

/** `FB-12@Riverside`: a case of a community other than the one it is typed in. */
const ELSEWHERE = /^([^@]+)@(.+)$/;

/**
 * Which community a command is about: the one it is used in, unless a button or the case's name says another one. Not trusted:
 * what somebody is there is looked up there.
 * @returns null for the name of a community that is none
 */
export function homeOf(
  command: ChatCommand,
  policy: Policy,
): { home: WorkspaceId; values: ChatCommand['values'] } | null {
  const { values } = command;
  const [, name = '', community] = ELSEWHERE.exec(values['case']?.trim() ?? '') ?? [];
  if (community === undefined) return { home: values['in'] ?? command.workspaceId, values };
  const found = policy.workspaces.find((each) => isCalled(each, community));
  return found ? { home: found.id, values: { ...values, case: name } } : null;
}

/** Whether somebody means this community: by its id, or its name. */
export function isCalled(workspace: Policy['workspaces'][number], typed: string): boolean {
  return workspace.id === typed.trim() || asTyped(workspace.name) === asTyped(typed);
}

function asTyped(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/g, '-');
}

/**
 * A command from another workspace as one of the community it is about: whoever has an account here acts by that one, and the
 * people it names are written as the record of the community writes them.
 */
export async function atHome(
  command: ChatCommand,
  { options }: Pick<Command, 'options'>,
  { workspaceId: home, userId }: Pick<Standing, 'workspaceId' | 'userId'>,
  identities: Pick<Identities, 'peopleOf'>,
): Promise<ChatCommand> {
  const { values, workspaceId: where } = command;
  const people = options.filter(({ type, name }) => type === 'person' && values[name] !== undefined);
  const named = await Promise.all(
    people.map(async ({ name }): Promise<[string, string]> => {
      const account = accountOf(where, values[name] ?? '');
      const [linked] = await identities.peopleOf(home, account);
      return [name, linked ?? personIn(home, idIn(home, account))];
    }),
  );
  return {
    ...command,
    workspaceId: home,
    values: { ...values, ...Object.fromEntries(named) },
    by: { ...command.by, userId, groups: null },
  };
}
