import { issuePreviewCard } from '../cases/cards/issue-preview.ts';
import type { CaseFile, Issue } from '../cases/case.ts';
import {
  assertSomeTracker,
  discardIssue,
  ownDraft,
  proposeIssue,
  sendIssue,
  trackerNamed,
  withQuote,
} from '../cases/programs/issues.ts';
import type { Answer } from '../chat/command.ts';
import { NotPossible } from '../errors.ts';
import {
  caseOption,
  changeCase,
  nameOf,
  readCase,
  say,
  type Command,
  type CommandContext,
} from './desk/command.ts';
import { draftId } from './desk/draft-id.ts';
import { issueForm } from './desk/issue-form.ts';

export const issue: Command = {
  name: 'issue',
  summary: (texts) => texts.commands.issue.summary,
  options: [
    caseOption,
    {
      name: 'tracker',
      summary: (texts) => texts.commands.issue.options.tracker,
      required: false,
      type: 'choice',
    },
    { name: 'title', summary: (texts) => texts.commands.issue.options.title, required: false, type: 'text' },
  ],
  mayOpenForm: true,
  allow: 'departments',
  async run(context) {
    const { values } = context.command;
    const issueId = draftId(values['draft']);
    if (values['do'] === 'create' && issueId !== null) return create(issueId, context);
    if (values['do'] === 'discard' && issueId !== null) return discard(issueId, context);
    // An empty field of a form says nothing, so the form itself says that it was filled in.
    if (values['do'] === 'write' || values['text'] !== undefined) return write(context);
    const file = await readCase(context);
    assertSomeTracker(file, values['tracker'], context.policy);
    const before = ownDraft(file, issueId, context.command.by.userId) ?? lastFailed(file, context);
    return issueForm(file, before, context);
  },
};

/** What somebody wrote and could not have made: they need not write it again. */
function lastFailed(file: CaseFile, { command }: CommandContext): Issue | undefined {
  const last = file.issues.findLast(({ askedBy }) => askedBy === command.by.userId);
  return last?.state === 'failed' ? last : undefined;
}

async function write(context: CommandContext): Promise<Answer> {
  const { command, policy } = context;
  const { tracker, title = '', text = '', quote } = command.values;
  const { userId: by } = command.by;
  const only = Object.keys(policy.issues).length === 1 ? Object.keys(policy.issues)[0] : undefined;
  const file = await changeCase(context, (found) => {
    const body = quote === 'yes' ? withQuote(text, found) : text;
    const wish = { tracker: (tracker ?? only ?? '').trim().toLowerCase(), title, body, by };
    return proposeIssue(found, wish, policy);
  });
  const draft = file.issues.findLast(({ state, askedBy }) => state === 'draft' && askedBy === by);
  if (!draft) throw new NotPossible((texts) => texts.commands.issue.gone);
  return {
    type: 'card',
    card: issuePreviewCard(
      { ...context, file, earlier: [], locale: context.texts.common.code },
      draft,
      command.values['in'],
    ),
  };
}

async function create(issueId: number, context: CommandContext): Promise<Answer> {
  const { command, policy } = context;
  const file = await changeCase(context, (found) => sendIssue(found, issueId, command.by.userId, policy));
  const key = file.issues.find((each) => each.issueId === issueId)?.tracker ?? '';
  const to = trackerNamed(policy, key)?.name ?? key;
  return say(context.texts.commands.issue.onItsWay(nameOf(file, context), to));
}

async function discard(issueId: number, context: CommandContext): Promise<Answer> {
  const file = await changeCase(context, (found) => discardIssue(found, issueId, context.command.by.userId));
  return say(context.texts.commands.issue.discarded(nameOf(file, context)));
}
