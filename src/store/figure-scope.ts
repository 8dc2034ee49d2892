import { visibleTo, type Condition } from './eyes.ts';
import type { FigureScope } from './figures-port.ts';

/** The scope as a condition on `hearback.cases c`; its first placeholder is the workspace. @param from the number of that */
export function inScope(
  { workspaceId, eyes, department, kind, channelId }: FigureScope,
  from: number,
): Condition {
  const values: unknown[] = [workspaceId];
  const put = (value: unknown) => `$${from - 1 + values.push(value)}`;
  const where = [
    `c.workspace_id = $${from}`,
    ...(kind === undefined ? [] : [`c.kind = ${put(kind)}`]),
    ...(channelId === undefined ? [] : [`c.source_channel = ${put(channelId)}`]),
    ...(department === undefined
      ? []
      : [
          `exists (select from hearback.case_department s where s.case_id = c.case_id and s.department = ${put(department)})`,
        ]),
  ];
  const visible = visibleTo(eyes, from + values.length);
  return { where: [...where, `(${visible.where})`].join(' and '), values: [...values, ...visible.values] };
}
