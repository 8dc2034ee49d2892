import { z } from 'zod';
import type { DigestCase, DigestScope } from '../cases/digest/facts.ts';
import { visibleTo, type Condition } from './eyes.ts';

/** A case as a digest names it, and its columns. */
export const caseShape = {
  caseId: z.number(),
  number: z.number(),
  kind: z.string(),
  permalink: z.string().nullable(),
  handlerId: z.string().nullable(),
};
export const CASE_COLUMNS =
  'c.case_id as "caseId", c.number, c.kind, c.permalink, c.handler_id as "handlerId"';
export const digestCase: z.ZodType<DigestCase> = z.object(caseShape);

/** The cases of a digest, as a condition on `hearback.cases c`. @param from the number of its first placeholder */
export function within({ workspaceId, eyes, departments, kinds }: DigestScope, from: number): Condition {
  const visible = visibleTo(eyes, from + 3);
  return {
    where: `c.workspace_id = $${from} and ($${from + 1}::text[] is null or c.kind = any($${from + 1}::text[]))
      and ($${from + 2}::text[] is null or exists (select from hearback.case_department d
        where d.case_id = c.case_id and d.department = any($${from + 2}::text[]))) and (${visible.where})`,
    values: [workspaceId, kinds, departments, ...visible.values],
  };
}
