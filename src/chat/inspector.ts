import { AppError } from '../errors.ts';
import type { Group } from './group.ts';
import type { WorkspaceId } from './ref.ts';

/** Something that is not as it has to be, for whoever sets the app up: what is wrong, and what to click or type. */
export interface Trouble {
  /** fault: it will not work. note: it works, less well. unasked: the platform did not say, so it is not known. */
  level: 'fault' | 'note' | 'unasked';
  message: string;
}

/** The app as its platform knows it. */
export interface AppSeen {
  /** The communities the token reaches; null where it reaches none, or where that could not be asked. */
  communities: readonly { id: WorkspaceId; name: string }[] | null;
  /** Where the bot is invited; null where the platform has no such address. */
  inviteUrl: string | null;
  troubles: readonly Trouble[];
}

/**
 * What a channel is needed for: `internal` cards are posted in it and it has to be private; `helpers` are asked in it; flags count in
 * a `watched` one, and members are answered there.
 */
export type ChannelUse = 'internal' | 'helpers' | 'watched';

/** Who works around a channel, for suggestions. */
export interface Around {
  people: readonly { userId: string; name: string }[];
  groups: readonly Group[];
}

/** What asks a platform whether everything is set up, for `hearback check` and `hearback init`. Changes and posts nothing. */
export interface Inspector {
  readonly platform: string;
  /** The tokens, the app's rights and the way in. @throws {AppError} when the platform does not say; what a person can put right is told */
  lookAtApp(): Promise<AppSeen>;
  /** Whether a channel is there and can be used so. @throws {AppError} as `lookAtApp` */
  lookAtChannel(workspaceId: WorkspaceId, channelId: string, use: ChannelUse): Promise<Trouble[]>;
  /** People and groups who can be given roles: those of this channel. @throws {AppError} */
  around(workspaceId: WorkspaceId, channelId: string): Promise<Around>;
}

/** Those after which nothing is known of what was asked. */
const UNASKED = new Set(['PLATFORM_UNAVAILABLE', 'RATE_LIMITED', 'OUTCOME_UNKNOWN']);

/** An error of a platform as a trouble. @throws what is none of ours */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof AppError)) throw error;
  return { level: UNASKED.has(error.code) ? 'unasked' : 'fault', message: error.message };
}

/** The same for what a person can put right. @throws all else: whoever asked may wait and ask again */
export function faultOf(error: unknown): Trouble {
  const trouble = troubleOf(error);
  if (trouble.level === 'unasked') throw error;
  return trouble;
}
