import type { ChatAdapter } from '../chat/adapter.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { AppError } from '../errors.ts';

/**
 * The language somebody has set their platform to, such as `da-DK`; null where it does not say.
 * @param userId null for whoever has no account there
 * @param onProblem told of what the platform answered in its place: no case has to wait for that
 * @throws {RateLimited} its turn comes
 */
export async function localeOf(
  chat: ChatAdapter,
  workspaceId: WorkspaceId,
  userId: string | null,
  onProblem: (error: AppError) => void,
): Promise<string | null> {
  if (!userId) return null;
  try {
    return (await chat.fetchPerson(workspaceId, userId)).locale;
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'RATE_LIMITED') throw error;
    onProblem(error);
    return null;
  }
}
