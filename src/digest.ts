import { textsFor } from './cases/cards/view.ts';
import { standingOf, type Standing } from './cases/access.ts';
import type { DeliveryBody } from './cases/delivery.ts';
import { digestCard } from './cases/digest/card.ts';
import { chartWords, digestChart, type DrawChart } from './cases/digest/chart.ts';
import { casesIn, isQuiet, type DigestQuestion, type DigestScope } from './cases/digest/facts.ts';
import { digestsOf, isOfDepartment, planOf, type DigestPlan } from './cases/digest/plan.ts';
import { toDoCard } from './cases/digest/to-do-card.ts';
import { toDoOf } from './cases/digest/to-do-of.ts';
import type { ChatAdapter } from './chat/adapter.ts';
import type { Action, Card, Content } from './chat/card.ts';
import type { Place } from './chat/ref.ts';
import { AppError } from './errors.ts';
import type { Log } from './log.ts';
import { personZone } from './cases/person-zone.ts';
import type { Policy, WorkspacePolicy } from './policy/schema.ts';
import type { Digest, Digests } from './store/digests-port.ts';
import type { People } from './store/people-port.ts';
import type { Texts } from './texts/index.ts';
import { momentOn, periodsBefore, runningPeriod, type Period } from './time/schedule.ts';

/** Periods in the chart. */
const CHARTED = 8;
const DAY_MINUTES = 24 * 60;

export interface DigestRoom {
  digests: Digests;
  policy: Policy;
  workspace: WorkspacePolicy;
  /** Of the one person who reads it, if it is one and their locale is known. */
  locale?: string | null;
}

/** The digest of a period as it is posted: what its channel may see, with a chart. */
async function digestContent(
  digestId: number,
  place: Place,
  room: DigestRoom & { drawChart: DrawChart; log: Log },
): Promise<Content> {
  const { digests, policy, workspace } = room;
  const { digest, plan } = await digestAndPlan(digestId, room);
  // Moved to another channel it may be about other cases, which are not for those who read here.
  if (place.type !== 'channel' || place.channelId !== plan.channelId)
    throw new AppError('TARGET_GONE', ({ says }) => says.reasons.digestMoved, 'never');
  const scope = scopeOf(plan, 'channel');
  const facts = await digests.facts(questionOf(digest, plan, scope, policy));
  await digests.noteCases(digestId, casesIn(facts));
  const isForStaff = !isOfDepartment(workspace, plan.channelId);
  const texts = textsFor(room);
  const card = digestCard({
    facts,
    period: digest.period,
    isRunning: false,
    asOf: digest.madeAt,
    name: plan.name,
    zone: plan.schedule.zone,
    workspace,
    policy,
    isForStaff,
    actions: [
      ...(isForStaff ? [addButton(texts)] : []),
      ...(isForStaff && !isQuiet(facts) ? [csvButton(String(digestId), texts)] : []),
    ],
  });
  const image = isQuiet(facts) ? null : await pictureOf(digest, plan, scope, { ...room, texts });
  return { type: 'card', card: { ...card, ...(image && { image, language: texts.common.code }) } };
}

/** How the running period of a digest stands, for one person. */
export async function runningDigest(
  plan: DigestPlan,
  standing: Standing,
  now: Date,
  { digests, policy, workspace, locale = null }: DigestRoom,
): Promise<{ card: Card; cases: number[] }> {
  const texts = textsFor({ workspace, policy, locale });
  const running = runningPeriod(plan.schedule, now);
  const period = { from: running.from, to: now };
  const scope = scopeOf(plan, standing);
  const facts = await digests.facts({
    ...questionOf({ period, madeAt: now }, plan, scope, policy),
    until: running.to,
  });
  const card = digestCard({
    facts,
    period,
    isRunning: true,
    asOf: now,
    name: plan.name,
    zone: plan.schedule.zone,
    workspace,
    policy,
    isForStaff: true,
    locale,
    actions: [
      addButton(texts),
      ...(isQuiet(facts)
        ? []
        : [csvButton(`now${digestsOf(policy, workspace).findIndex(({ key }) => key === plan.key)}`, texts)]),
    ],
  });
  return { card, cases: casesIn(facts) };
}

/** The digest and what it was made by. @throws {AppError} TARGET_GONE once either is no longer there */
export async function digestAndPlan(
  digestId: number,
  { digests, policy, workspace }: DigestRoom,
): Promise<{ digest: Digest; plan: DigestPlan }> {
  const digest = await digests.digest(digestId);
  const plan = digest && planOf(policy, workspace, digest.key);
  if (!digest || digest.workspaceId !== workspace.id || !plan)
    throw new AppError('TARGET_GONE', ({ says }) => says.reasons.digestGone, 'never');
  return { digest, plan };
}

/** Of which cases a digest tells, to whom. */
export function scopeOf(
  { workspaceId, departments, kinds }: DigestPlan,
  eyes: DigestScope['eyes'],
): DigestScope {
  return { workspaceId, eyes, departments, kinds };
}

function questionOf(
  { period, madeAt }: Pick<Digest, 'period' | 'madeAt'>,
  plan: DigestPlan,
  scope: DigestScope,
  policy: Policy,
): DigestQuestion {
  const [before] = periodsBefore(plan.schedule, period.from, 1);
  const kindsOf = (playbook: string) =>
    Object.entries(policy.kinds)
      .filter(([key, kind]) => key === playbook || kind.playbook === playbook)
      .map(([key]) => key);
  return {
    scope,
    period,
    before: before ?? null,
    asOf: madeAt,
    until: runningPeriod(plan.schedule, madeAt).to,
    praise: kindsOf('praise'),
    unsatisfied: kindsOf('unsatisfied'),
  };
}

/** Without it the digest is worth reading all the same. */
async function pictureOf(
  digest: Digest,
  plan: DigestPlan,
  scope: DigestScope,
  { digests, drawChart, log, texts }: { digests: Digests; drawChart: DrawChart; log: Log; texts: Texts },
): Promise<NonNullable<Card['image']> | null> {
  try {
    const periods: Pick<Period, 'from' | 'to'>[] = [
      digest.period,
      ...periodsBefore(plan.schedule, digest.period.from, CHARTED - 1),
    ];
    const points = await digests.points(scope, periods);
    const chart = digestChart(points, plan.schedule.zone, texts);
    return { png: await drawChart(chart), alt: chartWords(chart, texts) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    log.warn({ err: error }, 'the chart of a digest could not be drawn');
    return null;
  }
}

/** What is said of many cases and no single one. @throws {AppError} WOULD_LEAK for a list of the day that goes to no single person */
export async function ofManyCases(
  body: Extract<DeliveryBody, { type: 'digest' | 'to_do' }>,
  place: Place,
  room: DigestRoom & {
    drawChart: DrawChart;
    log: Log;
    people: People;
    chat: Pick<ChatAdapter, 'fetchPerson'>;
    now(): Date;
  },
): Promise<Content> {
  if (body.type === 'digest') return digestContent(body.digestId, place, room);
  if (place.type !== 'dm') throw new AppError('WOULD_LEAK', 'A list of the day goes to one person.', 'never');
  return toDoContent(place.userId, body.day, room);
}

/** What waits for somebody on a day, as far as they may see it now. @throws {AppError} TARGET_GONE for whoever is not here any more */
async function toDoContent(
  userId: string,
  day: string,
  room: DigestRoom & { people: People; chat: Pick<ChatAdapter, 'fetchPerson'>; now(): Date },
): Promise<Content> {
  const { digests, policy, workspace, chat, now } = room;
  const { groups, isMember, locale } = await chat.fetchPerson(workspace.id, userId);
  if (!isMember) throw new AppError('TARGET_GONE', 'They are no longer in the community.', 'never');
  const standing = standingOf(workspace, { userId, groups, channelId: null });
  const { zone } = await personZone(userId, room);
  const found = await toDoOf(standing, momentOn(day, DAY_MINUTES - 1, zone), { ...room, now: now() });
  const shown = [...found.first, ...found.untaken.first].map(({ caseId }) => caseId);
  await digests.noteToDo(workspace.id, userId, day, shown);
  return { type: 'card', card: toDoCard(found, { workspace, policy, locale }) };
}

function addButton({ says }: Texts): Action {
  return {
    type: 'button',
    label: says.digest.forNextMeeting,
    style: 'plain',
    invoke: { command: 'meeting', values: { do: 'add' } },
  };
}

function csvButton(which: string, { says }: Texts): Action {
  return {
    type: 'button',
    label: says.digest.asCsv,
    style: 'plain',
    invoke: { command: 'digest', values: { csv: which } },
  };
}
