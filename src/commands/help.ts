import { code, paragraph, text, type Inline } from '../chat/rich.ts';
import { allows } from './desk/allow.ts';
import { say, type Command } from './desk/command.ts';

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
      if (own.length === 0)
        return say(
          `If something in ${workspace.name} bothers or delights you, just write it in a channel. People here see it and answer.`,
        );
      const emojis = Object.entries(policy.emojis).map(
        ([emoji, kind]) => `${emoji} ${policy.kinds[kind]?.name ?? kind}`,
      );
      return {
        type: 'say',
        blocks: [
          paragraph(`React to a message to record it: ${emojis.join(', ')}. Or type:`),
          { type: 'list', ordered: false, items: own.map(line) },
        ],
      };
    },
  };
}

function line({ name, options, summary }: Command): Inline[] {
  const words = options.map((option) => (option.required ? `<${option.name}>` : `[${option.name}]`));
  return [code(['/feedback', name, ...words].join(' ')), text(` ${summary}`)];
}
