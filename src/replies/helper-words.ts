import { caseName, type CaseFile } from '../cases/case.ts';
import { waitMs } from '../cases/clocks.ts';
import type { Prepared } from '../cases/open.ts';
import { shorten } from '../chat/text.ts';
import { AppError } from '../errors.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { Composer, ReplyValues } from './composer.ts';

/** Templates for the community itself, in its own language. */
const HELPER_TEMPLATES = { ask: 'ask-community', thank: 'thank-helper' } as const;

/** How much of the member's words the helpers read in the post (characters); the link leads to all of them. One message holds it. */
const QUOTED_MAX = 600;

/** Stands for a message of files alone, in any language. */
const ONLY_FILES = '📎';

/** What words for the community are made with. */
export interface Room {
  workspace: WorkspacePolicy;
  policy: Policy;
  compose: Composer;
  now: Date;
}

/** What the helpers are asked; null for feedback without a message, which they could not go and read. */
export function askWords(file: CaseFile, room: Room): Prepared {
  const { quote, permalink } = file.case;
  if (permalink === null) return null;
  const text = shorten(quote.replaceAll(/\s+/g, ' ').trim(), QUOTED_MAX) || ONLY_FILES;
  return written(HELPER_TEMPLATES.ask, file, { message: { text, link: permalink } }, room);
}

/** Thanks to whoever of them solved it. */
export function thankWords(file: CaseFile, helperName: string, room: Room): Prepared {
  return written(HELPER_TEMPLATES.thank, file, { helper: { name: helperName } }, room);
}

function written(
  template: string,
  { case: found }: CaseFile,
  more: Pick<ReplyValues, 'message' | 'helper'>,
  { workspace, policy, compose, now }: Room,
): Prepared {
  const ours = workspace.language ?? policy.language;
  const values = {
    member: { name: found.member.name },
    community: workspace,
    case: { name: caseName(policy.prefix, found.number) },
    details: [],
    nextUpdate: {
      at: new Date(now.getTime() + waitMs('community', found, policy)),
      timeZone: workspace.timeZone ?? policy.timeZone,
    },
    ...more,
  };
  try {
    const { markdown, language, steps } = compose.compose([template], values, [ours, policy.language]);
    return { markdown, language, steps };
  } catch (error) {
    if (error instanceof AppError && error.code === 'TEMPLATE_INVALID')
      return { problem: (texts) => error.in(texts) };
    throw error;
  }
}
