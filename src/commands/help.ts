import { listedIn, typedAs } from '../cases/typed-as.ts';
import { code, paragraph, text, type Inline } from '../chat/rich.ts';
import type { Answer } from '../chat/command.ts';
import { platformOf } from '../chat/ref.ts';
import { NotPossible } from '../errors.ts';
import { kindName } from '../policy/lookup.ts';
import { allows } from './desk/allow.ts';
import type { Command, CommandContext } from './desk/command.ts';
import { localeOf } from '../texts/locale.ts';

/**
 * `/feedback help`: what this person can do, and nothing they cannot. All of it with its options would not fit into one message
 * of Discord, so each command tells about itself.
 * @param everyday told with what they do
 * @param besides told by name
 */
export function helpAbout(everyday: readonly Command[], besides: readonly Command[]): Command {
  return {
    name: 'help',
    summary: (texts) => texts.commands.help.summary,
    options: [
      {
        name: 'command',
        summary: (texts) => texts.commands.help.options.command,
        required: false,
        type: 'text',
      },
    ],
    mayOpenForm: false,
    allow: 'anyone',
    async run(context) {
      const { standing, workspace, command, texts } = context;
      const words = texts.commands.help;
      const ofTheirs = ({ allow }: Command) => allows(allow, standing);
      const usual = everyday.filter(ofTheirs);
      const others = besides.filter(ofTheirs);
      const asked = (command.values['command'] ?? '').trim().replace(/^\/?(feedback(-more|-team)?\s+)?/, '');
      if (asked) return about(asked, [...usual, ...others], context);
      const all = [...usual, ...others];
      if (all.every(({ allow }) => allow === 'anyone'))
        return {
          type: 'say',
          blocks: [
            paragraph(words.forMembers(workspace.name)),
            { type: 'list', ordered: false, items: usual.map((each) => typedLine(each, context)) },
          ],
        };
      return {
        type: 'say',
        blocks: [
          paragraph(words.usual(emojisOf(context))),
          { type: 'list', ordered: false, items: usual.map((each) => line(each, context)) },
          paragraph(besidesOf(others, context)),
        ],
      };
    },
  };
}

/** By name, and where a platform lists them behind other names. */
function besidesOf(others: readonly Command[], { workspace, texts }: CommandContext): string {
  const words = texts.commands.help;
  const names = others.map(({ name }) => name).join(', ');
  if (platformOf(workspace.id) !== 'discord') return words.besides(names);
  const seconds = new Set(others.map(({ name }) => listedIn(name)).filter((second) => second !== null));
  const either = new Intl.ListFormat(localeOf(texts.common.code), { type: 'disjunction' });
  return words.besidesBehind(either.format([...seconds].map((second) => `/feedback-${second}`)), names);
}

/** One command, with everything it takes. @throws {NotPossible} */
function about(asked: string, own: readonly Command[], { workspace, texts }: CommandContext): Answer {
  const found = own.find(({ name }) => name === asked.toLowerCase());
  if (!found) throw new NotPossible(({ commands }) => commands.help.notForYou(asked.slice(0, 40)));
  const { name, options } = found;
  const words = options.map((option) => (option.required ? `<${option.name}>` : `[${option.name}]`));
  return {
    type: 'say',
    blocks: [
      paragraph(code(typedAs([name, ...words].join(' '), workspace.id)), ` ${found.summary(texts)}.`),
      ...(options.length > 0
        ? [
            {
              type: 'list' as const,
              ordered: false,
              items: options.map((option): Inline[] => [
                code(option.name),
                text(` ${option.summary(texts)}`),
              ]),
            },
          ]
        : []),
    ],
  };
}

function emojisOf({ policy, workspace, texts }: CommandContext): string {
  return Object.entries(policy.emojis)
    .map(
      ([emoji, kind]) =>
        `${emoji} ${kindName(policy, { kind, workspaceId: workspace.id }, texts.common.code)}`,
    )
    .join(', ');
}

function typedLine(each: Command, { workspace, texts }: CommandContext): Inline[] {
  return [code(typedAs(each.name, workspace.id)), text(` ${each.summary(texts)}`)];
}

function line(each: Command, { texts }: CommandContext): Inline[] {
  return [code(each.name), text(` ${each.summary(texts)}`)];
}
