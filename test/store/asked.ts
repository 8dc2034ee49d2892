import type { Standing } from '../../src/cases/access.ts';
import { STATES } from '../../src/cases/case.ts';
import type { ChatEvent } from '../../src/chat/event.ts';
import { parseSearch } from '../../src/cases/search/parse-search.ts';
import { OPEN_STATES } from '../../src/cases/states.ts';
import type { Record as OpenRecord } from '../../src/store/index.ts';

const DAY_MS = 86_400_000;

/** Not asked here: it finds rows by their keys, in the record that is made beside this, or asks nothing of a table that grows. */
type Elsewhere = 'by its key' | 'while a record is made' | 'nothing that grows';
/** As many rows as there are processes, communities and calls of a minute. */
type OfProcesses = 'connection' | 'problem' | 'close' | 'pace' | 'shards' | 'installations';
type Asked = {
  [Port in Exclude<keyof OpenRecord, OfProcesses>]: {
    [Method in keyof OpenRecord[Port]]: Elsewhere | (() => unknown);
  };
};

export interface AskedAs {
  workspaceId: string;
  /** A case of it, somebody of the staff and its member. */
  caseId: number;
  number: number;
  memberId: string;
  now: Date;
}

/** A question to every port of the record, in the name of a large community. The compiler says when one is missing. */
export function asked(record: OpenRecord, { workspaceId, caseId, number, memberId, now }: AskedAs): Asked {
  const key = { workspaceId, caseId };
  const member = { workspaceId, userId: memberId };
  const person = { ...member, userId: 'mia', colleagues: 'uncounted', fellowLeads: 'uncounted' } as const;
  const staff: Standing = { ...person, roles: new Set(['moderator']), departments: new Set() };
  const department: Standing = { ...person, roles: new Set(), departments: new Set(['qa']) };
  const eyes = staff;
  const week = { from: new Date(now.getTime() - 7 * DAY_MS), to: now, until: now };
  const span = { since: week.from, until: now };
  const time = { ...week, step: 'day', timeZone: 'UTC' } as const;
  const scope = { workspaceId, eyes, departments: null, kinds: null };
  const each = async <T>(rows: AsyncIterable<T>, most: number) => {
    const found: T[] = [];
    for await (const row of rows) if (found.push(row) >= most) break;
    return found;
  };
  const root = { channelId: 'C1', messageId: 'm1~7' };
  const page = { order: 'newest', after: null, limit: 50 } as const;
  const by = { ...member, interaction: 'asked' };
  const { store, outbox, digests, duty, topics, figures, privacy } = record;
  const find = (typed: string) =>
    record.search.find(
      workspaceId,
      parseSearch(typed, { prefix: 'FB', kinds: {}, departments: {}, userId: 'mia' }),
      { eyes, limit: 25 },
    );
  const event = {
    workspaceId,
    channelId: 'C1',
    messageId: 'new',
    eventId: null,
    at: now,
    parentChannelId: null,
  } as const;
  const words = {
    ...event,
    kind: 'message_posted' as const,
    isDirect: true,
    message: {
      ref: event,
      author: { userId: memberId, name: 'Somebody', isBot: false },
      text: 'What now?',
      postedAt: now,
      permalink: 'https://chat.example/new',
      files: [],
    },
  } satisfies ChatEvent;
  return {
    store: {
      once: 'nothing that grows',
      takeIn: () => store.takeIn({ key: 'message/C1/new', meaning: 'message', kind: null, event: words }),
      intake: 'by its key',
      wasTakenBack: async () => store.wasTakenBack((await store.intake(100_001))!),
      flagOf: async () => store.flagOf((await store.intake(100_001))!),
      askCatchUp: () => store.askCatchUp(workspaceId),
      beginScans: () =>
        store.beginScans(
          workspaceId,
          { channels: ['C1'], threads: [], since: now, limit: 1, isWhole: true, problem: null },
          () => {
            throw new Error('nothing is hidden');
          },
        ),
      scan: 'by its key',
      scanned: 'by its key',
      listeningThreads: () => store.listeningThreads(workspaceId, 0),
      recordedIn: () => store.recordedIn(workspaceId, root, week.from, now),
      forgetFlag: async () => store.forgetFlag((await store.intake(100_001))!),
      open: 'while a record is made',
      isCase: () => store.isCase({ workspaceId, source: { ...root, workspaceId }, thread: root }),
      change: 'while a record is made',
      give: () => store.give(key, { gift: 'coupon', month: '2026-11' }, () => ({ history: [] })),
      read: () => store.read({ workspaceId, number }),
      guard: () => store.guard(key),
      caseOfMessage: () => store.caseOfMessage(workspaceId, root, root),
      casesOfMessage: () => store.casesOfMessage({ ...root, workspaceId }),
      caseOfWords: () => store.caseOfWords(words),
      list: () => store.list(workspaceId, { states: OPEN_STATES, eyes, handlerId: 'mia', limit: 20 }),
      history: () => store.history(key, 50),
      notes: () => store.notes(key, 50),
      memberSaid: () => store.memberSaid(key),
      flaggedMessage: () => store.flaggedMessage(key),
      pastHandlers: () =>
        store.pastHandlers({ workspaceId, memberId, thread: root, caseId: null, since: week.from }),
      helpers: () => store.helpers(workspaceId, { month: '2026-11', timeZone: 'UTC', eyes, limit: 20 }),
      promises: () => store.promises(workspaceId, { from: week.from, before: now, eyes }),
      earlierCases: () => store.earlierCases(workspaceId, memberId, caseId, eyes),
      addMessage: 'while a record is made',
      cardOfWords: () => store.cardOfWords(words),
      addNote: 'while a record is made',
      addVersion: 'while a record is made',
      deliver: 'while a record is made',
      failDelivery: 'by its key',
      say: 'by its key',
      noteTrouble: () => store.noteTrouble(workspaceId, 'channel C1', 'asked'),
      endTrouble: () => store.endTrouble(workspaceId, ['channel C1']),
      staleCards: () => store.staleCards(caseId),
      markShown: 'by its key',
      gatherReminders: () => store.gatherReminders(workspaceId, 'a tag'),
      whoWaits: () => store.whoWaits(workspaceId, 'a tag'),
      remindersIn: () => store.remindersIn(1),
      clocksDueBy: () => store.clocksDueBy(workspaceId, 'mia', { by: now, quietSince: week.from }),
      clock: 'by its key',
      askDaily: () => store.askDaily('tidy'),
      tidy: () => store.tidy({ closedMs: 725 * DAY_MS, filesMs: 700 * DAY_MS }),
      caseFiles: () => store.caseFiles(caseId, { upTo: 10 }),
      postedEscalation: () => store.postedEscalation(caseId, 'qa', 'C1'),
      fileToCopy: 'by its key',
      keptBytes: () => store.keptBytes(workspaceId),
      fileBytes: 'by its key',
      keepFile: 'by its key',
      policyInForce: () => store.policyInForce('other times'),
      policyWanted: 'nothing that grows',
      policyClocks: () => store.policyClocks(0, 200),
      policyNext: 'nothing that grows',
      readsAny: () => store.readsAny(workspaceId, 'mia'),
      whoIsTold: () => store.whoIsTold(workspaceId, 'a tag'),
      gatherNews: () => store.gatherNews(workspaceId, 'a tag'),
      newsIn: () => store.newsIn(1),
      letGo: () => store.letGo('mia', [caseId]),
    },
    outbox: {
      dispatch: () => outbox.dispatch(now, 100, async () => {}),
      underWay: () => outbox.underWay(now),
      open: 'by its key',
      done: 'by its key',
      postpone: 'by its key',
      fail: 'by its key',
      undone: () => outbox.undone(now, 100),
      ringDueClocks: () => outbox.ringDueClocks(new Date(now.getTime() + 200 * DAY_MS)),
      backlog: () => outbox.backlog(),
      onAdded: 'nothing that grows',
    },
    deadLetters: {
      counts: () => record.deadLetters.counts(),
      list: () => record.deadLetters.list({ state: 'given_up', limit: 50 }),
      find: () => record.deadLetters.find({ type: 'job', number: 100_001 }),
      replay: 'by its key',
      drop: 'by its key',
    },
    audit: {
      note: () => record.audit.note({ workspaceId, actorId: 'mia', action: 'asked', caseId }),
      about: () => record.audit.about(workspaceId, { actorId: 'mia' }, 20),
      heads: () => record.audit.heads(),
      verify: 'nothing that grows',
      cut: 'nothing that grows',
    },
    pages: {
      departments: () => record.pages.departments(workspaceId, [caseId]),
      messages: () => record.pages.messages(key, 50),
      file: () => record.pages.file(key, 1),
      replies: () => record.pages.replies(key, 50),
    },
    lists: {
      part: () =>
        Promise.all(
          [
            { states: OPEN_STATES },
            { states: STATES, channelId: 'C2' },
            { states: STATES, handlerId: null },
            { states: STATES, department: 'qa', kind: 'refund' },
          ].flatMap((filter) =>
            [staff, department].map((who) => record.lists.part(workspaceId, filter, who, page)),
          ),
        ),
      count: () => record.lists.count(workspaceId, { states: STATES }, eyes, 100),
    },
    figures: {
      large: 'nothing that grows',
      barometer: () => figures.barometer({ workspaceId, eyes }, time, 20),
      promises: () => figures.promises({ workspaceId, eyes }, time, now),
      openPromises: () => figures.openPromises({ workspaceId, eyes }, 50),
      playbooks: () => figures.playbooks({ workspaceId, eyes }, time, new Map([['feedback', null]])),
      gifts: () => figures.gifts({ workspaceId, eyes }, '2026-10'),
      moods: () => figures.moods(workspaceId, time),
    },
    door: {
      makeLink: () => record.door.makeLink(member, { purpose: 'dashboard' }),
      lookAt: 'by its key',
      enter: async () =>
        record.door.enter((await record.door.makeLink(member, { purpose: 'dashboard' })).token, null),
      takeDownload: 'by its key',
      visit: () => record.door.visit('none'),
      whose: () => record.door.whose('none'),
      leave: 'by its key',
    },
    privacy: {
      about: () => privacy.about(member),
      export: () => each(privacy.export(member), 1_000),
      erase: () => privacy.erase(member, { askedBy: 'member', actorId: null }),
      optOut: () => privacy.optOut(member, null),
      optIn: () => privacy.optIn(member, null),
      findLeft: 'nothing that grows',
      erasures: 'nothing that grows',
      reapplyErasures: 'nothing that grows',
    },
    exports: {
      header: 'nothing that grows',
      count: 'nothing that grows',
      lines: () =>
        each(record.exports.lines({ eyes, withFiles: false, only: { workspaceId, number } }), 1_000),
      table: () => record.exports.table(workspaceId, [number], eyes),
    },
    imports: { check: 'nothing that grows', take: 'while a record is made' },
    transcripts: { forMember: () => record.transcripts.forMember(key) },
    gifts: {
      sums: () => record.gifts.sums(workspaceId, '2026-11'),
      rows: () => record.gifts.rows({ workspaceId, memberId }, eyes, 50),
      codes: () => record.gifts.codes(workspaceId),
      codeOf: () => record.gifts.codeOf(workspaceId, 100_001),
      importCodes: () => record.gifts.importCodes(workspaceId, 'coupon', ['A1']),
      dropCodes: () => record.gifts.dropCodes(workspaceId, 'mug'),
    },
    people: { of: () => record.people.of(workspaceId, ['mia']), set: 'by its key' },
    identities: {
      peopleOf: () => record.identities.peopleOf(workspaceId, member),
      accountsOf: () => record.identities.accountsOf(workspaceId, memberId),
      list: () => record.identities.list(workspaceId, { userId: 'mia', limit: 20 }),
      link: () =>
        record.identities.link(
          workspaceId,
          { userId: 'mia', other: { workspaceId: 'discord:9', userId: '7' } },
          'mia',
        ),
      unlink: () =>
        record.identities.unlink(
          workspaceId,
          { userId: 'mia', other: { workspaceId: 'discord:9', userId: '7' } },
          'mia',
        ),
    },
    digests: {
      ask: () =>
        digests.ask(
          { workspaceId, key: 'weekly', place: { type: 'channel', workspaceId, channelId: 'C1' } },
          { from: week.from, to: now, day: '2026-11-23' },
        ),
      digest: 'by its key',
      posted: 'by its key',
      facts: () =>
        digests.facts({
          scope,
          period: week,
          before: week,
          asOf: now,
          until: now,
          praise: ['praise'],
          unsatisfied: ['again'],
        }),
      points: () => digests.points(scope, [week]),
      noteCases: 'by its key',
      cases: () => digests.cases(scope, week, 100),
      items: () => digests.items(staff, 20),
      addItem: 'by its key',
      decide: 'by its key',
      early: 'nothing that grows',
      askToDo: () => digests.askToDo(workspaceId, 'mia', '2026-11-24', true),
      noteToDo: 'by its key',
      toDo: () => digests.toDo(staff, now),
      untaken: () => digests.untaken(staff, now),
    },
    roles: {
      changed: () => record.roles.changed({ workspaceId, people: ['mia'] }, [workspaceId]),
      listen: 'nothing that grows',
      toCheck: () => record.roles.toCheck(workspaceId),
      checked: 'nothing that grows',
    },
    duty: {
      offer: () => duty.offer(staff),
      pass: () => duty.pass(staff, null),
      tasks: () => duty.tasks(staff),
      untaken: () => duty.untaken(staff),
      alongside: () => duty.alongside(staff),
      week: () => duty.week(staff),
    },
    homes: {
      opened: () => record.homes.opened({ workspaceId, userId: 'mia' }),
      caseChanged: () => record.homes.caseChanged(caseId),
      draw: 'by its key',
    },
    topics: {
      find: () => topics.find(caseId, () => ({ workspaces: [workspaceId], without: [], since: week.from })),
      said: () =>
        topics.said(
          { ...member, text: 'the plum pudding is broken', language: 'en', kind: 'feedback' },
          week.from,
        ),
      topic: 'by its key',
      ofCase: () => topics.ofCase(caseId),
      list: () => topics.list([workspaceId], 40, eyes),
      raise: 'by its key',
      rename: () => topics.rename(100_001, 'Another', by),
      merge: () => topics.merge(100_001, 200_001, by),
      fix: () => topics.fix(200_001, [caseId], by),
      posted: () => topics.posted(200_001),
      follow: () => topics.follow(200_001),
      homeOf: () => topics.homeOf(caseId, 200_001),
    },
    heat: {
      note: () =>
        record.heat.note({
          workspaceId,
          channelId: 'C1',
          threadMessage: 't1',
          messageId: 'n1',
          parentMessage: null,
          userId: 'u',
          emoji: null,
          mood: 0,
          gone: false,
          at: now,
        }),
      flush: () => record.heat.flush(),
      warm: () => record.heat.warm(workspaceId, span, { people: 2, upset: 1 }),
      felt: () => record.heat.felt(workspaceId, root, span),
      usual: () => record.heat.usual(workspaceId, 'C1', now),
      offer: () =>
        record.heat.offer(
          {
            workspaceId,
            root,
            first: null,
            heat: { value: 9, replies: 9, people: 9, upset: 9, praise: 0 },
          },
          { type: 'channel', workspaceId, channelId: 'C1' },
        ),
      thread: 'by its key',
      posted: () => record.heat.posted(100_001),
      notNeeded: 'by its key',
      moods: () => record.heat.moods(workspaceId, 30),
      close: 'nothing that grows',
    } as Asked['heat'],
    satisfaction: {
      sums: () => record.satisfaction.sums(workspaceId, week, eyes),
      comments: () => record.satisfaction.comments(workspaceId, week, eyes, 20),
    },
    search: {
      find: () => Promise.all(['zebra stripes', 'state:open older:7d', `from:${memberId} zebra`].map(find)),
      keepUp: () => record.search.keepUp(),
    },
    webhooks: {
      inForce: () => record.webhooks.inForce([{ name: 'board', workspaces: null, types: null }]),
      message: 'by its key',
      sent: 'by its key',
      leftOut: 'by its key',
      failed: 'by its key',
      list: () => record.webhooks.list(),
      dead: () => record.webhooks.dead(null, 20),
      replay: 'by its key',
    },
    issues: {
      issue: 'by its key',
      make: 'by its key',
      looked: 'by its key',
      wake: () => record.issues.wake('dev', 'o/n#1', [workspaceId]),
    },
    mail: {
      tokenOf: 'nothing that grows',
      meant: 'by its key',
      filesOf: () => record.mail.filesOf(root),
      hold: 'nothing that grows',
      moveOn: 'nothing that grows',
      release: 'nothing that grows',
    },
    keys: {
      list: 'nothing that grows',
      reseal: 'nothing that grows',
      retire: 'nothing that grows',
      forget: 'nothing that grows',
    },
  };
}
