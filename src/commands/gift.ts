import { failedGiftCard } from '../cases/cards/gift-failed.ts';
import { previewCard } from '../cases/cards/preview.ts';
import type { CaseFile } from '../cases/case.ts';
import { assertMayGive, give, giftsFor, monthOf } from '../cases/gift.ts';
import { tryAgain } from '../cases/gift-decision.ts';
import type { Answer } from '../chat/command.ts';
import { NotPossible } from '../errors.ts';
import { giftName } from '../policy/lookup.ts';
import { giftWords } from '../replies/gift-words.ts';
import { caseForm } from './desk/case-form.ts';
import {
  caseOption,
  changeCase,
  giveFor,
  nameOf,
  readCase,
  say,
  type Command,
  type CommandContext,
} from './desk/command.ts';
import { giftId } from './desk/gift-id.ts';

/** Longest personal line (characters): with the template it stays one message. */
const LINE_MAX = 600;

export const gift: Command = {
  name: 'gift',
  summary: (texts) => texts.commands.gift.summary,
  options: [
    caseOption,
    { name: 'gift', summary: (texts) => texts.commands.gift.options.gift, required: false, type: 'choice' },
    { name: 'note', summary: (texts) => texts.commands.gift.options.note, required: false, type: 'text' },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { command, policy, workspace, compose, now } = context;
    if (command.values['again'] !== undefined) return again(context);
    if (command.values['another'] !== undefined) return form(await readCase(context), context);
    const key = command.values['gift']?.trim().toLowerCase();
    if (!key) return ask(await readCase(context), context);
    const line = command.values['note'] ?? '';
    if (line.length > LINE_MAX) throw new NotPossible((texts) => texts.commands.gift.lineTooLong(LINE_MAX));
    const month = monthOf(now, workspace.timeZone ?? policy.timeZone);
    const file = await giveFor(context, { gift: key, month }, (found, usage) => {
      assertMayGive(found, command.by.userId, policy);
      const reply = giftWords({ key, line }, found, workspace, policy, compose, now);
      return give(found, usage, { key, by: command.by.userId, reply, month }, policy, workspace);
    });
    return prepared(file, key, context);
  },
};

async function again(context: CommandContext): Promise<Answer> {
  const { values, by } = context.command;
  const file = await changeCase(context, (found) =>
    tryAgain(found, giftId(values['again']), by.userId, context.policy),
  );
  return say(context.texts.commands.gift.onceMore(file.case.member.name, nameOf(file, context)));
}

function ask(file: CaseFile, context: CommandContext): Answer {
  const { policy } = context;
  const failed = file.gifts.findLast(({ state }) => state === 'failed');
  // Of one whose code was lost nothing is left to be done once another one has been chosen.
  const isReplaced = failed?.isCodeLost && failed !== file.gifts.at(-1);
  if (!failed || isReplaced) return form(file, context);
  const name = giftName(policy, context.workspace, failed.key, context.texts.common.code);
  return {
    type: 'card',
    card: failedGiftCard(nameOf(file, context), file.case.member.name, name, failed, context.texts),
  };
}

/** What to look at before it is sent; or who decides. */
function prepared(file: CaseFile, key: string, context: CommandContext): Answer {
  const { texts } = context;
  const made = file.gifts.findLast(
    (each) => each.key === key && each.proposedBy === context.command.by.userId,
  );
  if (made?.state === 'proposed')
    return say(
      texts.commands.gift.waitsForYes(
        giftName(context.policy, context.workspace, key, texts.common.code),
        file.case.member.name,
        nameOf(file, context),
      ),
    );
  const words = file.replies.find((each) => each.giftId === made?.giftId && each.state === 'draft');
  if (!words) throw new NotPossible((said) => said.commands.gift.gone);
  const card = previewCard({ ...context, file, locale: context.texts.common.code }, words, (markdown) =>
    context.compose.parse(markdown),
  );
  return { type: 'card', card };
}

function form(file: CaseFile, context: CommandContext): Answer {
  const { command, policy, texts } = context;
  const words = texts.commands.gift;
  assertMayGive(file, command.by.userId, policy);
  const gifts = giftsFor(file, policy).slice(0, 25);
  const [first] = gifts;
  return caseForm(file, context, {
    title: words.title,
    submit: words.preview,
    fields: [
      {
        type: 'choice',
        name: 'gift',
        label: words.which,
        required: true,
        choices: gifts.map((value) => ({
          value,
          label: giftName(policy, context.workspace, value, texts.common.code),
        })),
        ...(first !== undefined && { initial: first }),
      },
      {
        type: 'paragraph',
        name: 'note',
        label: words.line,
        hint: words.lineHint(file.case.member.name),
        required: false,
        initial: '',
        maxLength: LINE_MAX,
      },
    ],
  });
}
