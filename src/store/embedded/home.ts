import { chmodSync, existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { makeDataFolder } from '../data-folder.ts';
import { mayEnter, type ServerUser, serverUserOf } from './server-user.ts';
import { shortHash } from './socket-folder.ts';

/** Where root's servers keep their data when the folder asked for is closed to the server's user. */
const OPEN_PLACE = '/var/lib/hearback';

/** Stands in the folder asked for when the data had to go elsewhere, and says where. */
export const POINTER = 'database-is-at';

/** Everything of one embedded database that is on disk. */
export interface Home {
  /** Holds the cluster, the server's log and, when needed, a copy of the programs. */
  folder: string;
  /** PostgreSQL's own data directory. */
  cluster: string;
  /** Null: the server runs as ourselves. */
  user: ServerUser | null;
}

/**
 * Finds or makes the home for `dataDir`.
 * @throws {AppError} CONFIG_INVALID when it cannot be made, DATABASE_NOT_FOUND when the data is there but out of reach, or said to be
 * elsewhere and is not
 */
export function homeOf(dataDir: string, log: Log): Home {
  const asked = enterable(resolve(dataDir));
  const pointer = join(asked, POINTER);
  if (existsSync(pointer)) return homeElsewhere(pointer);
  const home = homeAt(asked);
  refuseOthers(home);
  if (home.user) chmodSync(asked, statSync(asked).mode | 0o011);
  if (mayEnter(asked, home.user)) return home;
  if (existsSync(join(home.cluster, 'PG_VERSION'))) {
    throw unreachable(
      `The database in ${home.cluster} cannot be reached by the user it belongs to`,
      'open the folders above it (chmod o+x)',
    );
  }
  const elsewhere = enterable(join(OPEN_PLACE, shortHash(asked)));
  writeFileSync(pointer, `${elsewhere}\n`);
  log.warn(
    { asked, folder: elsewhere },
    'PostgreSQL does not run as root and may not enter the data folder: the database is kept elsewhere',
  );
  return homeAt(elsewhere);
}

function homeElsewhere(pointer: string): Home {
  const folder = readFileSync(pointer, 'utf8').trim();
  if (existsSync(folder)) return refuseOthers(homeAt(folder));
  throw unreachable(
    `${pointer} says that the database is in ${folder}, which does not exist`,
    `bring it back, or remove ${pointer} to begin with an empty database`,
  );
}

function homeAt(folder: string): Home {
  const cluster = join(folder, 'cluster');
  return { folder, cluster, user: serverUserOf(cluster) };
}

/** Only root may start somebody else's database. */
function refuseOthers(home: Home): Home {
  const owner = statSync(home.cluster, { throwIfNoEntry: false })?.uid;
  if (home.user || owner === undefined || owner === process.getuid?.()) return home;
  throw unreachable(
    `The database in ${home.cluster} belongs to another user (number ${owner})`,
    'start Hearback as that user or as root',
  );
}

function unreachable(what: string, remedy: string): AppError {
  return new AppError('DATABASE_NOT_FOUND', `${what}: ${remedy}, or set DATABASE_URL to a server.`, 'never');
}

/** Folders made on the way can be entered by the server's user, whatever the umask. */
function enterable(folder: string): string {
  const first = makeDataFolder(folder);
  if (first) for (let made = folder; made.startsWith(first); made = dirname(made)) chmodSync(made, 0o755);
  return realpathSync(folder);
}
