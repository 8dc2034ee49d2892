import type { Standing } from '../access.ts';
import type { AttendanceSources } from '../attendance.ts';
import { yoursToLookAt } from '../yours-to-look-at.ts';
import type { Listed } from './facts.ts';
import type { ToDo, ToDoCase, Untaken } from './to-do.ts';

/** So many cases nobody has taken on are named. */
const UNTAKEN_NAMED = 10;

interface Lists {
  toDo(standing: Standing, until: Date): Promise<Listed<ToDoCase>>;
  untaken(standing: Standing, until: Date): Promise<Untaken[]>;
}

/** What waits for somebody until a moment: in the cases they handle, and in those nobody has taken on that are theirs to look at. */
export async function toDoOf(
  standing: Standing,
  until: Date,
  { digests, ...sources }: AttendanceSources & { digests: Lists },
): Promise<ToDo> {
  const own = await digests.toDo(standing, until);
  const toLookAt = await yoursToLookAt(await digests.untaken(standing, until), standing.userId, sources);
  return { ...own, untaken: { total: toLookAt.length, first: toLookAt.slice(0, UNTAKEN_NAMED) } };
}
