import { listedIn, typedAs } from '../cases/typed-as.ts';
import { code, paragraph, text, type Inline } from '../chat/rich.ts';
import type { Answer } from '../chat/command.ts';
import { platformOf } from '../chat/ref.ts';
import { NotPossible } from '../errors.ts';
import { allows } from './desk/allow.ts';
import type { Command, CommandContext } from './desk/command.ts';

/**
 * `/feedback help`: what this person can do, and nothing they cannot. All of it with its options would not fit into one message
 * of Discord, so each command tells about itself.
 * @param everyday told with what they do
 * @param besides told by name
 */
export function helpAbout(everyday: readonly Command[], besides: readonly Command[]): Command {
  return {
    name: 'help',
    summary: 'What you can do here',
    options: [
      { name: 'command', summary: 'One of them, to read more about it', required: false, type: 'text' },
    ],
    mayOpenForm: false,
    allow: 'anyone',
    async run(context) {
      const { standing, workspace, command } = context;
      const ofTheirs = ({ allow }: Command) => allows(allow, standing);
      const usual = everyday.filter(ofTheirs);
      const others = besides.filter(ofTheirs);
      const asked = (command.values['command'] ?? '').trim().replace(/^\/?(feedback(-more|-team)?\s+)?/, '');
      if (asked) return about(asked, [...usual, ...others], workspace.id);
      const all = [...usual, ...others];
      if (all.every(({ allow }) => allow === 'anyone'))
        return {
          type: 'say',
          blocks: [
            paragraph(
              `If something in ${workspace.name} bothers or delights you, just write it in a channel. People here see it and answer.`,
            ),
            { type: 'list', ordered: false, items: usual.map((each) => typedLine(each, workspace.id)) },
          ],
        };
      return {
        type: 'say',
        blocks: [
          paragraph(
            `React to a message to record it: ${emojisOf(context)}. Or type /feedback and one of these:`,
          ),
          { type: 'list', ordered: false, items: usual.map(line) },
          paragraph(
            `And, ${behind(others, workspace.id)}mostly as buttons: ${others.map(({ name }) => name).join(', ')}. More about each: /feedback help and its name.`,
          ),
        ],
      };
    },
  };
}

/** Where a platform lists them behind other names. */
function behind(others: readonly Command[], workspaceId: string): string {
  if (platformOf(workspaceId) !== 'discord') return '';
  const names = new Set(others.map(({ name }) => listedIn(name)).filter((second) => second !== null));
  return [...names].map((second) => `behind /feedback-${second} or `).join('');
}

/** One command, with everything it takes. @throws {NotPossible} */
function about(asked: string, own: readonly Command[], workspaceId: string): Answer {
  const found = own.find(({ name }) => name === asked.toLowerCase());
  if (!found)
    throw new NotPossible(
      `There is no command "${asked.slice(0, 40)}" for you here. /feedback help lists what you can do.`,
    );
  const { name, options, summary } = found;
  const words = options.map((option) => (option.required ? `<${option.name}>` : `[${option.name}]`));
  return {
    type: 'say',
    blocks: [
      paragraph(code(typedAs([name, ...words].join(' '), workspaceId)), ` ${summary}.`),
      ...(options.length > 0
        ? [
            {
              type: 'list' as const,
              ordered: false,
              items: options.map((option): Inline[] => [code(option.name), text(` ${option.summary}`)]),
            },
          ]
        : []),
    ],
  };
}

function emojisOf({ policy }: CommandContext): string {
  return Object.entries(policy.emojis)
    .map(([emoji, kind]) => `${emoji} ${policy.kinds[kind]?.name ?? kind}`)
    .join(', ');
}

function typedLine({ name, summary }: Command, workspaceId: string): Inline[] {
  return [code(typedAs(name, workspaceId)), text(` ${summary}`)];
}

function line({ name, summary }: Command): Inline[] {
  return [code(name), text(` ${summary}`)];
}
