import type { WorkspaceId } from '../../chat/ref.ts';
import type { Log } from '../../log.ts';
import { INSTALL_PATH } from './manifest.ts';
import type { SlackOptions } from './options.ts';
import { pause } from './waiting.ts';

/** Between two looks at which workspaces there are (ms): another process may have installed the app in one. */
const LOOK_MS = 10_000;

/** Which workspaces the app is installed in, followed while the program listens. */
export interface InstallationWatch {
  /** Null while there is one at least. */
  problem(): string | null;
}

/** @param onInstalled what was said there until now was not heard; called once for each installation. */
export async function createInstallationWatch(
  { installations, log }: Pick<SlackOptions, 'installations' | 'log'>,
  signal: AbortSignal,
  onInstalled: (workspaceId: WorkspaceId) => Promise<void>,
): Promise<InstallationWatch | null> {
  if (!installations) return null;
  let seen = new Map<WorkspaceId, number>();
  const look = async (): Promise<WorkspaceId[]> => {
    const listed = await installations.list();
    const present = listed.filter(({ gone }) => !gone);
    const added = present.filter((each) => seen.get(each.workspaceId) !== each.installedAt.getTime());
    seen = new Map(present.map((each) => [each.workspaceId, each.installedAt.getTime()]));
    return added.map(({ workspaceId }) => workspaceId);
  };
  await look();
  void follow(look, signal, onInstalled, log);
  return { problem: () => (seen.size > 0 ? null : NOWHERE) };
}

async function follow(
  look: () => Promise<WorkspaceId[]>,
  signal: AbortSignal,
  onInstalled: (workspaceId: WorkspaceId) => Promise<void>,
  log: Log,
): Promise<void> {
  let untold: WorkspaceId[] = [];
  for (;;) {
    await pause(LOOK_MS, signal);
    if (signal.aborted) return;
    try {
      untold = [...new Set([...untold, ...(await look())])];
      for (const workspaceId of untold) {
        await onInstalled(workspaceId);
        log.info({ workspaceId }, 'slack: the app is installed there now');
        untold = untold.filter((each) => each !== workspaceId);
      }
    } catch (error) {
      log.warn({ err: error }, 'slack: which workspaces there are could not be read; it is tried again');
    }
  }
}

const NOWHERE = `Slack: the app is installed in no workspace. Open ${INSTALL_PATH} of this server, and choose one that hearback.yaml names.`;
