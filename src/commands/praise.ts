import { mayHear } from '../cases/besides.ts';
import { both } from '../cases/both.ts';
import type { CaseFile } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import { askForConsent, CONSENT_STEP, isToBeAsked, withheldFrom } from '../cases/consent.ts';
import { NOTHING_SAID } from '../cases/details.ts';
import { praiseDepartment, praisePerson } from '../cases/praise.ts';
import type { Choice } from '../chat/card.ts';
import type { Answer } from '../chat/command.ts';
import { person, type Inline } from '../chat/rich.ts';
import { NotPossible, PlatformRefused, TargetGone } from '../errors.ts';
import { departmentOf, kindOf } from '../policy/lookup.ts';
import { prepare } from '../replies/prepare.ts';
import { caseForm } from './desk/case-form.ts';
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
    let isAsked = false;
    const file = await changeCase(context, (found) => {
      isAsked = department !== null && isUnasked(found, department, context);
      return both(
        userId === null ? { history: [] } : praisePerson(found, userId, by.userId),
        department === null ? { history: [] } : toDepartment(found, department, context),
      );
    });
    const reached = receivers(userId, isAsked ? null : department, context);
    return say(
      ...(reached.length > 0 ? [`${nameOf(file, context)} is on its way to `, ...reached, '. '] : []),
      ...(isAsked
        ? [
            `${teamName(department ?? '', context)} gets it when the member agrees. The question waits on the card: press Send.`,
          ]
        : []),
    );
  },
};

function receivers(
  userId: string | null,
  department: string | null,
  context: CommandContext,
): (string | Inline)[] {
  const team = department === null ? [] : [teamName(department, context)];
  if (userId === null) return team;
  return team.length > 0 ? [person(userId), ' and ', ...team] : [person(userId)];
}

function teamName(department: string, { workspace }: CommandContext): string {
  return departmentOf(workspace, department)?.name ?? department;
}

function isUnasked(file: CaseFile, department: string, { workspace, policy }: CommandContext): boolean {
  return !file.departments.includes(department) && isToBeAsked(file, department, workspace, policy);
}

/** At once, or the question whether they may have it. @throws {NotPossible} */
function toDepartment(file: CaseFile, department: string, context: CommandContext): Change {
  const { command, workspace, policy, compose, now } = context;
  const { userId } = command.by;
  if (!isUnasked(file, department, context))
    return praiseDepartment(file, department, userId, workspace, policy);
  const words = prepare([CONSENT_STEP], file, workspace, policy, compose, now, NOTHING_SAID);
  return askForConsent(file, words, department, userId, workspace, policy);
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
  const choices = openTo(file, context);
  return caseForm(file, context, {
    title: 'Pass on',
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
  });
}

/** Departments that do not have it, and may, or may once the member was asked. */
function openTo(file: CaseFile, context: CommandContext): Choice[] {
  const { workspace, policy } = context;
  return Object.entries(workspace.departments)
    .filter(
      ([key]) =>
        !file.departments.includes(key) &&
        (isUnasked(file, key, context) || withheldFrom(file, key, workspace, policy) === null),
    )
    .map(([value, { name }]) => ({ value, label: name }));
}
