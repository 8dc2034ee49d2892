import { code, paragraph, text, type Inline } from '../chat/rich.ts';
import { allows } from './desk/allow.ts';
import type { Command } from './desk/command.ts';

/** `/feedback help`: what this person can do, and nothing they cannot. */
export function helpAbout(commands: readonly Command[]): Command {
  return {
    name: 'help',
    summary: 'What you can do here',
    options: [],
    mayOpenForm: false,
    allow: 'anyone',
    async run({ standing, policy, workspace }) {
      const own = commands.filter(({ allow }) => allows(allow, standing));
      const list = { type: 'list' as const, ordered: false, items: own.map(line) };
      if (own.every(({ allow }) => allow === 'anyone'))
        return {
          type: 'say',
          blocks: [
            paragraph(
              `If something in ${workspace.name} bothers or delights you, just write it in a channel. People here see it and answer.`,
            ),
            list,
          ],
        };
      const emojis = Object.entries(policy.emojis).map(
        ([emoji, kind]) => `${emoji} ${policy.kinds[kind]?.name ?? kind}`,
      );
      return {
        type: 'say',
        blocks: [paragraph(`React to a message to record it: ${emojis.join(', ')}. Or type:`), list],
      };
    },
  };
}

function line({ name, options, summary }: Command): Inline[] {
  const words = options.map((option) => (option.required ? `<${option.name}>` : `[${option.name}]`));
  return [code(['/feedback', name, ...words].join(' ')), text(` ${summary}`)];
}
