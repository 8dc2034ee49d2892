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
import { departmentName, departmentNames, kindName, kindOf } from '../policy/lookup.ts';
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
  summary: (texts) => texts.commands.praise.summary,
  options: [
    caseOption,
    {
      name: 'person',
      summary: (texts) => texts.commands.praise.options.person,
      required: false,
      type: 'person',
    },
    {
      name: 'department',
      summary: (texts) => texts.commands.praise.options.department,
      required: false,
      type: 'choice',
    },
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
    return say(
      ...reached(file, userId, isAsked ? null : department, context),
      ...(isAsked ? [question(department ?? '', context)] : []),
    );
  },
};

function reached(
  file: CaseFile,
  userId: string | null,
  department: string | null,
  context: CommandContext,
): (string | Inline)[] {
  const words = context.texts.commands.praise;
  const name = nameOf(file, context);
  const team = department === null ? null : teamName(department, context);
  if (userId === null) return team === null ? [] : words.onItsWay(name, team);
  if (team === null) return words.onItsWay<string | Inline>(name, person(userId));
  return words.onItsWayToBoth<string | Inline>(name, person(userId), team);
}

function question(department: string, context: CommandContext): string {
  const { cards, commands } = context.texts;
  return commands.praise.isAsked(teamName(department, context), cards.buttons.send);
}

function teamName(department: string, { workspace, texts }: CommandContext): string {
  return departmentName(workspace, department, texts.common.code);
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
function assertPraise({ case: found }: CaseFile, { policy }: CommandContext): void {
  if (kindOf(policy, found.kind).passOn) return;
  throw new NotPossible(({ cards, commands, common }) =>
    commands.praise.noPraise(kindName(policy, found, common.code), cards.buttons.kind),
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
  throw new NotPossible((texts) => texts.commands.praise.mayNotHear);
}

function form(file: CaseFile, context: CommandContext): Answer {
  const choices = openTo(file, context);
  const words = context.texts.commands.praise;
  return caseForm(file, context, {
    title: words.title,
    submit: words.submit,
    fields: [
      {
        type: 'person',
        name: 'person',
        label: words.whom,
        hint: words.whomHint,
        required: choices.length === 0,
      },
      ...(choices.length > 0
        ? [
            {
              type: 'choice' as const,
              name: 'department',
              label: words.whose,
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
  const { workspace, policy, texts } = context;
  return departmentNames(workspace, texts.common.code)
    .filter(
      ([key]) =>
        !file.departments.includes(key) &&
        (isUnasked(file, key, context) || withheldFrom(file, key, workspace, policy) === null),
    )
    .map(([value, label]) => ({ value, label }));
}
