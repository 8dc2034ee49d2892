/** What other programs can be told of. The names are a promise: docs/webhooks.md lists them, and none is ever given another meaning. */
export const NEWS = [
  'case.opened',
  'case.assigned',
  'case.routed',
  'case.answered',
  'case.member_wrote',
  'case.noted',
  'case.solved',
  'case.closed',
  'case.reopened',
  'case.dismissed',
  'case.issue',
  'case.changed',
] as const;
export type News = (typeof NEWS)[number];
