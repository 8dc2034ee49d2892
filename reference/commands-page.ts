import { typedAs } from '../src/cases/typed-as.ts';
import { usageOf } from '../src/chat/command-text.ts';
import type { OptionSpec } from '../src/chat/command.ts';
import type { Allow, Command } from '../src/commands/desk/command.ts';
import { commands } from '../src/commands/index.ts';
import { textsIn } from '../src/texts/index.ts';
import { code, plain, table } from './markdown.ts';
import type { Page } from './page.ts';

const INTRO = `Every command with its options, as the program lists it on each platform. What can be left out is in brackets. [Commands](../commands.md) has examples of each, and what is answered; [access](../access.md) says who sees which case.`;

const WHO: Record<Allow, string> = {
  anyone: 'everybody',
  flaggers: 'flaggers and staff',
  readers: 'departments, staff, and whoever reads a case along',
  departments: 'departments and staff',
  staff: 'staff',
  leads: 'leads, management and admins',
};

const TAKES: Record<OptionSpec['type'], string> = {
  text: 'text',
  person: 'a person',
  case: 'a case',
  choice: 'a choice, suggested while you type where the platform can',
  file: 'a file, on Discord alone',
};

export function commandsPage(): Page {
  return {
    name: 'commands',
    title: 'Commands reference',
    about: 'every command, its name on each platform, its options, and who may use it',
    body: [INTRO, ...commands.map(section)].join('\n\n'),
  };
}

function section(command: Command): string {
  const { name, allow, options } = command;
  const [slack, discord] = (['slack:', 'discord:'] as const).map((platform) => code(typedAs(name, platform)));
  const parts = [
    `## ${name}`,
    `${plain(command.summary(textsIn('en')))}.`,
    [
      `- **Slack:** \`${usageOf(command)}\``,
      slack === discord ? '- **Discord:** the same' : `- **Discord:** ${discord}`,
      `- **Who:** ${WHO[allow]}`,
    ].join('\n'),
  ];
  if (options.length > 0)
    parts.push(
      table(
        ['option', 'takes', 'needed', 'what it is'],
        options.map((option) => [
          code(option.name),
          TAKES[option.type],
          option.required ? 'yes' : '',
          plain(option.summary(textsIn('en'))),
        ]),
      ),
    );
  return parts.join('\n\n');
}
