import { caseName, type Case } from '../../cases/case.ts';
import { stateWords } from '../../cases/states.ts';
import type { Answer } from '../../chat/command.ts';
import { bold, link, paragraph, text, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import { kindName } from '../../policy/lookup.ts';
import type { CommandContext } from './command.ts';

/** How many cases one answer lists; more would not fit into one message on Discord. */
export const LISTED = 12;

/** How much of what the member said a line shows (characters). */
const QUOTE_MAX = 60;

/** Cases, one a line, with the way to their message. */
export function casesAnswer(cases: readonly Case[], whenNone: string, context: CommandContext): Answer {
  if (cases.length === 0) return { type: 'say', blocks: [paragraph(whenNone)] };
  const more = cases.length > LISTED ? [paragraph(context.texts.commands.cases.mostUrgent(LISTED))] : [];
  return {
    type: 'say',
    blocks: [
      { type: 'list', ordered: false, items: cases.slice(0, LISTED).map((found) => line(found, context)) },
      ...more,
    ],
  };
}

function line(found: Case, { policy, texts }: CommandContext): Inline[] {
  const name = caseName(policy.prefix, found.number);
  const words = [
    kindName(policy, found, texts.common.code),
    texts.dashboard.severities[found.severity],
    stateWords(found.state, texts),
    found.member.name,
  ].join(' · ');
  const quote = text(` — ${shorten(found.quote.replaceAll(/\s+/g, ' '), QUOTE_MAX)}`);
  return [found.permalink ? link(name, found.permalink) : bold(name), text(` ${words}`), quote];
}
