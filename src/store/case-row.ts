import { z } from 'zod';
import { AUDIENCES, LANGUAGE_FROM, LEVELS, STATES, type Case } from '../cases/case.ts';
import { messageIn } from './shapes.ts';

/** What a case is read by, from `hearback.cases`. */
export const COLUMNS = `case_id as "caseId", workspace_id as "workspaceId", number, state, severity, kind,
  member_id as "memberId", member_name as "memberName", source_channel as "sourceChannel", source_message as "sourceMessage",
  thread_channel as "threadChannel", thread_message as "threadMessage", permalink, quote, origin, handler_id as "handlerId",
  snoozed_until as "snoozedUntil", snoozed_for_member as "snoozedForMember", language, language_from as "languageFrom", audience, level, version, opened_at as "openedAt", closed_at as "closedAt"`;

/** As they come. */
export const columns = z.object({
  caseId: z.number(),
  workspaceId: z.string(),
  number: z.number(),
  state: z.enum(STATES),
  severity: z.enum(['low', 'normal', 'high', 'urgent']),
  kind: z.string(),
  memberId: z.string(),
  memberName: z.string(),
  sourceChannel: z.string().nullable(),
  sourceMessage: z.string().nullable(),
  threadChannel: z.string().nullable(),
  threadMessage: z.string().nullable(),
  permalink: z.string().nullable(),
  quote: z.string(),
  origin: z.string().nullable(),
  handlerId: z.string().nullable(),
  snoozedUntil: z.date().nullable(),
  snoozedForMember: z.boolean(),
  language: z.string(),
  languageFrom: z.enum(LANGUAGE_FROM),
  audience: z.enum(AUDIENCES),
  level: z.literal(LEVELS),
  version: z.number(),
  openedAt: z.date(),
  closedAt: z.date().nullable(),
});

/** A row as a case. */
export function toCase({
  memberId,
  memberName,
  sourceChannel,
  sourceMessage,
  threadChannel,
  threadMessage,
  ...rest
}: z.infer<typeof columns>): Case {
  const source = messageIn(sourceChannel, sourceMessage);
  return {
    ...rest,
    member: { userId: memberId, name: memberName },
    source: source && { workspaceId: rest.workspaceId, ...source },
    thread: messageIn(threadChannel, threadMessage),
  };
}
