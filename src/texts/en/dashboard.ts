import { plural } from '../plural.ts';
import { door } from './door.ts';

const count = (number: number, one: string, other: string) =>
  `${number} ${plural('en', number, { one, other })}`;

/** The pages behind /feedback dashboard. */
export const dashboard = {
  frame: {
    skip: 'Skip to the content',
    pages: 'Pages',
    signOut: 'Sign out',
    in: 'in',
    zone: (zone: string) => `Times are in the zone ${zone}. This page only shows; work on cases in the chat.`,
    live: 'Update by itself',
    news: 'There is something new.',
    show: 'Show it',
    updated: 'Updated.',
    stale: 'This page is not kept up to date at the moment. Reload it to see why.',
    print: 'Print',
  },
  pages: {
    cases: 'Cases',
    search: 'Search',
    barometer: 'Barometer',
    topics: 'Topics',
    promises: 'Promises',
    gifts: 'Gifts',
    playbooks: 'Playbooks',
  },
  door,
  /** What somebody reads who has installed the app in a workspace, or tried to. */
  installs: {
    installed: {
      title: 'Hearback is installed',
      text: (name: string) => `It listens in ${name} now. Invite it to your channels with /invite @hearback.`,
    },
    limited: (missing: string) =>
      `Some rights were left out (${missing}), so some things will not work. Open this page again and allow all of them.`,
    again: 'Install it in a workspace',
    denied: {
      title: 'Nothing was installed',
      text: 'Somebody pressed “Cancel”. If that was a mistake, begin again.',
    },
    expired: {
      title: 'That took too long, or was begun elsewhere',
      text: 'Nothing was installed. Begin again in this browser, and allow the app within ten minutes.',
    },
    notNamed: {
      title: 'This workspace is not looked after here',
      text: (name: string, id: string) =>
        `Nothing was installed in ${name}. Send the id ${id} to whoever runs Hearback here: they add it to hearback.yaml, and then you can begin again.`,
    },
    organisation: {
      title: 'One workspace at a time',
      text: 'The app was allowed for a whole organisation, which does not work; it was taken out again. Begin again, and choose a single workspace.',
    },
    failed: {
      title: 'The app could not be installed',
      text: (why: string) =>
        `Slack did not go along (${why}). Begin again; if it stays, tell whoever runs Hearback here.`,
    },
  },
  notices: {
    spent: {
      title: 'This link does not open anything (any more)',
      text: 'A link works once, and for ten minutes. Ask for a new one with /feedback dashboard, or the way you got this one.',
    },
    missing: { title: 'There is nothing here', text: 'It does not exist, or it is not for you.' },
    signedOut: {
      title: 'You are not signed in',
      text: 'Type /feedback dashboard in your community to get a link. If you are signed in already and came by a link from somewhere else, just go on:',
    },
    foreign: {
      title: 'That did not come from this page',
      text: 'Nothing was done. Go back, reload the page, and press the button there.',
    },
    tooMany: { title: 'That was a lot at once', text: 'Please wait a few minutes and try again.' },
    unreadable: { title: 'That could not be read', text: 'Go back, reload the page, and try again.' },
    notNow: {
      title: 'Not right now',
      text: 'Who you are cannot be looked up at the moment. Nothing is lost; please try again in a minute.',
    },
    tooLong: {
      title: 'That takes too long',
      text: 'These are more figures than can be counted at once. Go back and choose a shorter time, or one department.',
    },
    broken: {
      title: 'Something went wrong on our side',
      text: 'Please try again. If it stays, tell whoever runs Hearback here.',
    },
  },
  cases: {
    which: 'Which cases',
    open: 'Open',
    finished: 'Finished',
    all: 'All',
    filter: 'Filter',
    any: 'any',
    me: 'me',
    nobody: 'nobody yet',
    apply: 'Show',
    clear: 'Without filter',
    none: 'There is no case yet that you may see. One begins when somebody flags a message: with an emoji, from the menu of the message, or with /feedback new.',
    noneOpen:
      'Nothing is open. A case begins when somebody flags a message; those that are over are under “Finished”.',
    noneFit: 'No case fits this filter. Leave something out of it, or look among “All”.',
    counted: (number: number) => count(number, 'case', 'cases'),
    more: (number: number) => `More than ${number} cases`,
    next: 'Next page',
    first: 'Back to the beginning',
    urgentFirst: 'the most urgent first',
    newestFirst: 'the newest first',
    example: 'export kind:refund older:7d',
    search: 'Search',
  },
  fields: {
    state: 'State',
    severity: 'Severity',
    kind: 'Kind',
    department: 'Department',
    handler: 'Handler',
    channel: 'Channel',
    from: 'From',
    to: 'Until',
    age: 'Age',
    member: 'Member',
    q: 'Words',
    after: 'Page',
    month: 'Month',
  },
  faults: {
    title: 'This address could not be read',
    text: 'Nothing is shown for it. Correct what is marked, or go on without it.',
    searchTitle: 'This search could not be read',
    searchText: 'Nothing was looked for. Correct it above, and search again.',
    unknown: (value: string) => `“${value}” is not known here. Choose one of the list.`,
    date: (value: string) => `“${value}” is not a date. Write it like 2026-11-30.`,
    month: (value: string) => `“${value}” is not a month. Write it like 2026-11.`,
    order: 'The end is before the beginning. Choose a later end.',
    far: 'That is more than two years. Choose a shorter time.',
    page: 'That is no page of this list. Begin again with the first one.',
    tooLong: 'That is too long. Write fewer words.',
    field: (name: string) => `“${name}” is no filter of this page.`,
  },
  severities: { urgent: 'urgent', high: 'high', normal: 'normal', low: 'low' },
  states: {
    new: 'new',
    open: 'open',
    waiting_on_member: 'waiting on the member',
    waiting_on_team: 'waiting on the team',
    solved: 'solved',
    closed: 'closed',
    closed_unconfirmed: 'closed, not confirmed',
    reopened: 'reopened',
    dismissed: 'dismissed',
    merged: 'merged into another case',
  },
  case: {
    flaggedBy: 'Flagged by',
    recorded: 'Recorded',
    told: 'Told',
    inChat: 'Open the message in the chat',
    cut: (command: string) =>
      `This is a long one: the oldest parts are left out. ${command} brings all of it.`,
    story: 'What happened',
    notes: 'Notes',
    internal: 'internal',
    noNotes: 'Nobody has noted anything.',
    showAll: 'Show all',
    firstWritten: 'First written',
    edited: 'Edited',
    deleted: 'Deleted',
    notCopied: 'not copied',
    seen: 'seen by the member',
    unseen: 'not seen by the member',
    picture: (name: string) => `Picture: ${name}`,
    roles: {
      source: 'wrote what was flagged',
      member: 'answered',
      thread: 'wrote in the thread',
      context: 'wrote before it',
    },
    replies: {
      draft: 'Draft of an answer, not sent',
      queued: 'Answer on its way to the member',
      sent: 'Answer to the member',
      failed: 'Answer that could not be delivered',
      discarded: 'Draft that was thrown away',
      community: 'Question to the helpers',
      thanks: 'Thanks to a helper',
    },
  },
};
