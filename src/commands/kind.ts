import { besidesOfCase } from '../cases/besides.ts';
import { both } from '../cases/both.ts';
import { involvedInCase } from '../cases/involved.ts';
import { assertMayHandOver } from '../cases/keep-handler.ts';
import { keepOut } from '../cases/keep-out.ts';
import { changeKind, planKind } from '../cases/kind.ts';
import { withConsent } from '../cases/consent.ts';
import { kindName, kindOf } from '../policy/lookup.ts';
import type { Answer } from '../chat/command.ts';
import { assertOpen } from '../cases/states.ts';
import { prepare } from '../replies/prepare.ts';
import { setInMotion } from '../replies/set-in-motion.ts';
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
import { kindChoices, pickKind } from './desk/picks.ts';

export const kind: Command = {
  name: 'kind',
  summary: (texts) => texts.commands.kind.summary,
  options: [
    caseOption,
    { name: 'kind', summary: (texts) => texts.commands.kind.options.kind, required: false, type: 'choice' },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    if (values['kind'] === undefined) return form(context);
    const { workspace, policy, compose, now, store, texts } = context;
    const words = texts.commands.kind;
    const wanted = pickKind(values['kind'], context);
    const before = await readCase(context);
    // Another kind may allow what this one does not.
    if (before.case.handlerId !== by.userId) assertMayHandOver(before, context.standing, policy);
    const said = await store.memberSaid({ workspaceId: workspace.id, caseId: before.case.caseId });
    const besides = await besidesOfCase(before, wanted, context);
    const involved = await involvedInCase(before, kindOf(policy, wanted), context);
    let problem = '';
    const file = await changeCase(context, (found) => {
      const plan = planKind(found, wanted, policy);
      const kept = keepOut(plan.after, involved, workspace, policy.prefix);
      const steps = plan.steps.length > 0 ? withConsent(plan.steps, kept.file, workspace, policy) : [];
      const answer = prepare(steps, kept.file, workspace, policy, compose, now, said);
      problem = answer && 'problem' in answer ? answer.problem(texts) : '';
      const changed = changeKind(
        found,
        { ...plan, after: kept.file },
        answer,
        by.userId,
        workspace,
        policy,
        now,
      );
      return both(both(changed, kept.change), setInMotion(kept.file, besides, context));
    });
    const draft = file.replies.findLast(({ state, authorId }) => state === 'draft' && authorId === null);
    return say(
      words.isNow(nameOf(file, context), kindName(policy, file.case, context.texts.common.code)),
      draft ? ` ${words.stillToCome}` : '',
      problem ? ` ${words.noAnswer(problem, texts.cards.buttons.reply)}` : '',
    );
  },
};

async function form(context: CommandContext): Promise<Answer> {
  const file = await readCase(context);
  assertOpen(file.case);
  const words = context.texts.commands.kind;
  return caseForm(file, context, {
    title: words.title,
    submit: words.submit,
    fields: [
      {
        type: 'choice',
        name: 'kind',
        label: words.what,
        hint: words.hint,
        required: true,
        choices: kindChoices(context),
        initial: file.case.kind,
      },
    ],
  });
}
