import { Readable } from 'node:stream';
import { digestAndPlan, scopeOf } from '../digest.ts';
import { isStaff } from '../cases/access.ts';
import { digestsOf } from '../cases/digest/plan.ts';
import { workspaceOf } from '../policy/lookup.ts';
import type { Digests } from '../store/digests-port.ts';
import type { DoorPerson } from '../store/door-port.ts';
import type { Privacy } from '../store/privacy-port.ts';
import { runningPeriod } from '../time/schedule.ts';
import { caseTable } from './case-table.ts';
import { casesFile, type CasesDeps } from './cases-file.ts';
import { createNames } from './names.ts';
import type { DownloadedFile, Downloads, Rooms } from './page.ts';
import { recordFile } from './record-file.ts';
import { transcriptFile, type TranscriptDeps } from './transcript-file.ts';

/** Rows of a table: more than any spreadsheet is read of. */
const ROWS_MAX = 20_000;

interface Deps extends Pick<Rooms, 'chat'>, TranscriptDeps, CasesDeps {
  privacy: Privacy;
  digests: Digests;
}

/** What can be fetched with a one-time link, by the name the link was made with; what stands behind its colon says which one. */
export function createDownloads(deps: Deps): Downloads {
  const names = createNames(deps.chat, deps.now);
  return {
    /** All we have of what somebody said, for themselves. */
    'member-export': async (person) => ({
      name: 'my-feedback.jsonl',
      contentType: 'application/x-ndjson; charset=utf-8',
      body: Readable.from(inLines(deps.privacy.export(person))),
    }),
    /** The cases of a digest's period that this person may see at this moment. */
    'digest-csv': (person, which) => digestTable(person, which, deps),
    /** One case with its story, as whoever asks may see it, or as its member knows it. */
    transcript: (person, which) => transcriptFile(person, which, names, deps),
    /** The cases that a search finds for this person, as a table. */
    cases: (person, which) => casesFile(person, which, deps),
    /** Everything this person may see. */
    record: (person) => recordFile(person, deps),
  };
}

async function digestTable(
  { workspaceId, userId }: DoorPerson,
  which: string,
  { digests, policy: read, standingIn, now, audit }: Deps,
): Promise<DownloadedFile | null> {
  const policy = read(workspaceId);
  const workspace = workspaceOf(policy, workspaceId);
  const standing = workspace && (await standingIn(workspace, { userId, groups: null, channelId: null }));
  if (!workspace || !standing || !isStaff(standing)) return null;
  const running = which.startsWith('now') ? digestsOf(policy, workspace)[Number(which.slice(3))] : undefined;
  const found = running
    ? { plan: running, period: { from: runningPeriod(running.schedule, now()).from, to: now() } }
    : await digestAndPlan(Number(which), { digests, policy, workspace })
        .then(({ plan, digest }) => ({ plan, period: digest.period }))
        .catch(() => null);
  if (!found) return null;
  const rows = await digests.cases(scopeOf(found.plan, standing), found.period, ROWS_MAX);
  await audit.note({
    workspaceId,
    actorId: userId,
    action: 'cases_exported',
    detail: { cases: String(rows.length) },
  });
  const day = found.period.to.toISOString().slice(0, 10);
  return {
    name: `cases-until-${day}.csv`,
    contentType: 'text/csv; charset=utf-8',
    body: caseTable(rows, policy, workspace),
  };
}

async function* inLines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
