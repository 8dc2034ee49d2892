import { mayHear } from '../cases/besides.ts';
import { both } from '../cases/both.ts';
import type { CaseFile } from '../cases/case.ts';
import { assertConsent, praiseDepartment, praisePerson } from '../cases/praise.ts';
import type { Choice } from '../chat/card.ts';
import type { Answer } from '../chat/command.ts';
import { person, type Inline } from '../chat/rich.ts';
import { NotPossible, PlatformRefused, TargetGone } from '../errors.ts';
import { departmentOf, kindOf } from '../policy/lookup.ts';
import {
  caseOption,
  changeCase,
  nameOf,
  readCase,
  say,
  type Command,
  type CommandContext,
} from './desk/command.ts';
import { personId } from './desk/person-id.ts';

export const praise: Command = {
  name: 'praise',
  summary: 'Pass kind words on to somebody they are about, or to their team',
  options: [
    caseOption,
    { name: 'person', summary: 'Whom the words are about', required: false, type: 'person' },
    { name: 'department', summary: 'Whose work they are about', required: false, type: 'choice' },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const userId = values['person'] === undefined ? null : personId(values['person']);
    const department = values['department']?.trim().toLowerCase() || null;
    const seen = await readCase(context);
    assertPraise(seen, context);
    if (userId === null && department === null) return form(seen, context);
    if (userId !== null) await assertMayHear(seen, userId, context);
    const { workspace, policy } = context;
    const file = await changeCase(context, (found) =>
      both(
        userId === null ? { history: [] } : praisePerson(found, userId, by.userId),
        department === null
          ? { history: [] }
          : praiseDepartment(found, department, by.userId, workspace, policy),
      ),
    );
    return say(`${nameOf(file, context)} is on its way to `, ...receivers(userId, department, context), '.');
  },
};

function receivers(
  userId: string | null,
  department: string | null,
  { workspace }: CommandContext,
): (string | Inline)[] {
  const team = department === null ? [] : [departmentOf(workspace, department)?.name ?? department];
  if (userId === null) return team;
  return team.length > 0 ? [person(userId), ' and ', ...team] : [person(userId)];
}

/** What is no praise is nobody's to hand round. @throws {NotPossible} */
function assertPraise({ case: { kind } }: CaseFile, { policy }: CommandContext): void {
  const { passOn, name } = kindOf(policy, kind);
  if (!passOn)
    throw new NotPossible(
      `Cases of the kind "${name}" are not passed on. If these are kind words, change the kind first, with Kind on the card or /feedback kind.`,
    );
}

/** What was said in a private channel is for those who can read it. @throws {NotPossible} */
async function assertMayHear(
  { case: { source } }: CaseFile,
  userId: string,
  { chat, workspace }: CommandContext,
): Promise<void> {
  try {
    if (await mayHear(workspace.id, source?.channelId ?? null, userId, chat)) return;
  } catch (error) {
    if (!(error instanceof TargetGone || error instanceof PlatformRefused)) throw error;
  }
  throw new NotPossible(
    'They are not in the channel where it was said, or not in this community, so nothing was passed on. Their department can have it all the same.',
  );
}

function form(file: CaseFile, context: CommandContext): Answer {
  const name = nameOf(file, context);
  const choices = openTo(file, context);
  return {
    type: 'form',
    form: {
      title: `Pass on ${name}`,
      submit: 'Pass on',
      fields: [
        {
          type: 'person',
          name: 'person',
          label: 'Whom are the words about?',
          hint: 'They get the words, and the way to the message, by direct message.',
          required: choices.length === 0,
        },
        ...(choices.length > 0
          ? [
              {
                type: 'choice' as const,
                name: 'department',
                label: 'Or whose work?',
                required: false,
                choices,
              },
            ]
          : []),
      ],
      invoke: { command: 'praise', values: { case: name } },
    },
  };
}

/** Departments that do not have it and may. */
function openTo(file: CaseFile, { workspace, policy }: CommandContext): Choice[] {
  return Object.entries(workspace.departments)
    .filter(([key]) => !file.departments.includes(key) && isAllowed(key))
    .map(([value, { name }]) => ({ value, label: name }));

  function isAllowed(key: string): boolean {
    try {
      assertConsent(file, key, workspace, policy);
      return true;
    } catch (error) {
      if (error instanceof NotPossible) return false;
      throw error;
    }
  }
}
