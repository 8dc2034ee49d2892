import { isLead, isStaff, maySee, standingOf, type Standing } from '../cases/access.ts';
import type { CaseFile } from '../cases/case.ts';
import { assertMayHandOver } from '../cases/keep-handler.ts';
import { assertOpen } from '../cases/states.ts';
import { assign as assignCase } from '../cases/work.ts';
import { person } from '../chat/rich.ts';
import { NotPossible, PlatformRefused, TargetGone } from '../errors.ts';
import {
  caseOption,
  changeCase,
  nameOf,
  readCase,
  say,
  type Command,
  type CommandContext,
} from './desk/command.ts';

export const assign: Command = {
  name: 'assign',
  summary: 'Hand a case over to somebody',
  options: [
    caseOption,
    { name: 'person', summary: 'Who looks after it from now on', required: true, type: 'person' },
    { name: 'note', summary: 'What they should know', required: false, type: 'text' },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const to = values['person'];
    if (!to) return form(context);
    const standing = await standingOfHandler(to, context);
    const file = await changeCase(context, (found) => {
      assertMayHandOver(found, context.standing, context.policy);
      assertCanHandle(standing, found, context.standing);
      return assignCase(found, to, by.userId, values['note'] ?? '');
    });
    return say(`${nameOf(file, context)} is with `, person(to), ' now.');
  },
};

async function form(context: CommandContext) {
  const file = await readCase(context);
  assertOpen(file.case);
  assertMayHandOver(file, context.standing, context.policy);
  return {
    type: 'form' as const,
    form: {
      title: `Hand over ${nameOf(file, context)}`,
      submit: 'Hand over',
      fields: [
        { type: 'person' as const, name: 'person', label: 'Who looks after it from now on?', required: true },
        {
          type: 'paragraph' as const,
          name: 'note',
          label: 'What should they know?',
          required: false,
          initial: '',
          maxLength: 2_000,
        },
      ],
      invoke: { command: 'assign', values: caseValues(context, nameOf(file, context)) },
    },
  };
}

/** The case, and the community it is in when the button said so. */
function caseValues({ command }: CommandContext, name: string): Record<string, string> {
  const home = command.values['in'];
  return { case: name, ...(home !== undefined && { in: home }) };
}

/** Null for whoever is not in the community, and for bots. */
async function standingOfHandler(
  userId: string,
  { chat, workspace }: CommandContext,
): Promise<Standing | null> {
  try {
    const { groups, isBot, isMember } = await chat.fetchPerson(workspace.id, userId);
    return isBot || !isMember ? null : standingOf(workspace, { userId, groups, channelId: null });
  } catch (error) {
    if (error instanceof TargetGone || error instanceof PlatformRefused) return null;
    throw error;
  }
}

/**
 * Asked under the case's lock, of somebody who sees the case themselves. Why somebody is kept out of a case is for leads to
 * know; others hear that it is not for them.
 * @throws {NotPossible}
 */
function assertCanHandle(standing: Standing | null, file: CaseFile, by: Standing): void {
  if (!standing || !isStaff(standing))
    throw new NotPossible(
      'They do not work on cases here, so nobody would see it. Choose a moderator, handler or lead, or bring it to a department with /feedback route.',
    );
  if (maySee(standing, file)) return;
  throw new NotPossible(
    isLead(by)
      ? 'This case is not for them: they are kept out of it, or only leads see it, or it is about what they said themselves. Choose somebody else.'
      : 'This case is not for them. Choose somebody else.',
  );
}
