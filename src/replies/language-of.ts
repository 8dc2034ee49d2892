import type { ChatAdapter } from '../chat/adapter.ts';
import { AppError } from '../errors.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { Composer } from './composer.ts';
import { localeOf } from './locale-of.ts';
import { memberLanguage, type MemberLanguage } from './member-language.ts';

interface Room {
  policy: Policy;
  workspace: WorkspacePolicy;
  chat: ChatAdapter;
  compose: Composer;
  /** Told of what was in the way, in words for the operator. */
  warn(error: unknown, words: string): void;
}

/**
 * The language a member is answered in. A case in the community's own language is better than no case.
 * @param userId null for whoever has no account here
 * @throws {RateLimited} its turn comes
 */
export async function languageOf(
  text: string,
  userId: string | null,
  { policy, workspace, chat, compose, warn }: Room,
): Promise<MemberLanguage> {
  const ours = workspace.language ?? policy.language;
  try {
    return await memberLanguage(text, {
      offered: compose.languages(),
      ours,
      localeOf: () =>
        localeOf(chat, workspace.id, userId, (error) =>
          warn(error, 'the language a member has set could not be asked for'),
        ),
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    warn(error, 'the language of a message could not be looked for');
    return { language: ours, languageFrom: 'workspace', otherwise: [] };
  }
}
