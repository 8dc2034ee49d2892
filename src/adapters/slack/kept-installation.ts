import type { Installations } from '../../chat/installation.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { WorkspaceGone } from '../../errors.ts';
import type { Kept } from './token-source.ts';

/** What this process knows of the app in one workspace. */
export interface KeptInstallation {
  /** As the record says now; null when the app is not there. */
  load(): Promise<Kept | null>;
  /** As known, or as the record says. @throws {WorkspaceGone} */
  present(cause?: unknown): Promise<Kept>;
  /** Known better than the record does; null: not known any more. */
  keep(next: Kept | null): void;
}

/** That the app is not there is never remembered: what waited is tried the moment it is back. */
export function createKeptInstallation(
  workspaceId: WorkspaceId,
  installations: Installations,
): KeptInstallation {
  let kept: Kept | null = null;
  const load = async () => {
    const found = await installations.find(workspaceId);
    kept = found?.tokens && !found.installation.gone ? { ...found, tokens: found.tokens } : null;
    return kept;
  };
  return {
    load,
    present: async (cause = null) => {
      const now = kept ?? (await load());
      if (!now) throw new WorkspaceGone('slack', workspaceId, cause);
      return now;
    },
    keep: (next) => {
      kept = next;
    },
  };
}
