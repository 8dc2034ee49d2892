import type { Choice } from '../../chat/card.ts';
import type { DepartmentStep } from '../../cases/department.ts';
import type { Texts } from '../../texts/index.ts';

/** What can be said for a department, and to it. */
export function departmentChoices({ commands }: Texts): Choice[] {
  const labels: Readonly<Record<DepartmentStep | 'tell', string>> = commands.department.choices;
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
