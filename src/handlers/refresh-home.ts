import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isStaff, type Standing } from '../cases/access.ts';
import { allOf, gatherMyCases, nextTurn } from '../cases/my-cases.ts';
import type { HomePage } from '../chat/home.ts';
import { AppError } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { memberPage, myPage, restingPage, shownOn } from '../replies/home/my-page.ts';
import type { Drawn, Home } from '../store/home-port.ts';
import { textsIn, type Texts } from '../texts/index.ts';
import { defineHandler, whoIsThere, type Context } from './handler.ts';

/** Who has not looked at their page for so long finds it put away (ms). The record asks for it: see store/home-turns. */
const KEPT_MS = 7 * 86_400_000;

interface Page {
  page: HomePage;
  /** The numbers of the cases it names. */
  named: readonly number[];
  seesCases: boolean;
  /** The ids of all it was drawn from. */
  cases: readonly number[];
  next: Date | null;
}

/** Somebody's page is brought up to date. What it shows is asked at this moment, whoever they were when it was drawn last. */
export const refreshHome = defineHandler({
  name: 'refresh-home',
  lane: 'deliver',
  canWait: true,
  data: z.object({ homeId: z.number() }),
  run: ({ homeId }, context) => context.homes.draw(homeId, (home) => draw(home, context)),
});

async function draw(home: Home, context: Context): Promise<Drawn | null> {
  const { policy, now } = context;
  const workspace = workspaceOf(policy(home.workspaceId), home.workspaceId);
  // Nobody looks after a community that hearback.yaml does not name.
  if (!workspace) return null;
  if (now().getTime() - home.openedAt.getTime() >= KEPT_MS) {
    await show(home, restingPage(await wordsFor(home, workspace, context)), context);
    return null;
  }
  const { page, named, ...from } = await pageOf(home, workspace, context);
  const shown = hashOf(page);
  if (shown === home.shown) return { shown, version: home.version, ...from };
  if (named.length > 0)
    await context.audit.note({
      workspaceId: workspace.id,
      actorId: home.userId,
      action: 'cases_listed',
      detail: { cases: named.join(' ') },
    });
  const posted = await show(home, page, context);
  return { shown: posted && shown, version: posted?.version ?? null, ...from };
}

async function pageOf(home: Home, workspace: WorkspacePolicy, context: Context): Promise<Page> {
  const words = await wordsFor(home, workspace, context);
  const standing = await context.standingIn(workspace, {
    userId: home.userId,
    groups: null,
    channelId: null,
  });
  if (!standing || !(await seesCases(standing, context)))
    return { page: memberPage(workspace.name, words), named: [], seesCases: false, cases: [], next: null };
  const now = context.now();
  const mine = await gatherMyCases(context.duty, standing, whoIsThere(context, workspace, now));
  return {
    page: myPage(mine, { prefix: context.policy(home.workspaceId).prefix, standing, words }),
    named: shownOn(mine).map((each) => each.case.number),
    seesCases: true,
    cases: allOf(mine).map((each) => each.case.caseId),
    next: nextTurn(mine, now),
  };
}

async function seesCases(standing: Standing, { store }: Context): Promise<boolean> {
  return (
    isStaff(standing) ||
    standing.departments.size > 0 ||
    store.readsAny(standing.workspaceId, standing.userId)
  );
}

async function wordsFor(
  { workspaceId, userId }: Home,
  workspace: WorkspacePolicy,
  { chat, policy }: Context,
): Promise<Texts['home']> {
  const ours = workspace.language ?? policy(workspace.id).language;
  try {
    const { locale } = await chat(workspaceId).fetchPerson(workspaceId, userId);
    return textsIn(locale, ours).home;
  } catch (error) {
    if (!(error instanceof AppError) || error.retry !== 'never') throw error;
    return textsIn(ours).home;
  }
}

/** @returns null for what can never be shown, such as to somebody who has left: they ask for it again by opening it. */
async function show(
  { homeId, workspaceId, userId, version }: Home,
  page: HomePage,
  { chat, log }: Context,
): Promise<{ version: string | null } | null> {
  try {
    return { version: await chat(workspaceId).showHome(workspaceId, userId, page, version) };
  } catch (error) {
    if (!(error instanceof AppError) || error.retry !== 'never') throw error;
    log.warn({ err: error, homeId }, "somebody's page could not be shown");
    return null;
  }
}

function hashOf(page: HomePage): string {
  return createHash('sha256').update(JSON.stringify(page)).digest('base64url');
}
