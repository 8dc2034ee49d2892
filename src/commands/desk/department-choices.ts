import type { Choice } from '../../chat/card.ts';
import type { DepartmentStep } from '../../cases/department.ts';

const LABELS: Readonly<Record<DepartmentStep | 'tell', string>> = {
  take: 'Take it',
  ask: 'Ask for more',
  elsewhere: 'Handled elsewhere, with a link',
  decline: 'Decline, with a reason',
  fixed: 'Fixed',
  answer: 'Answer for the member: a draft for the handler',
  tell: 'Tell the department something',
};

/** What can be said for a department, and to it. */
export const DEPARTMENT_CHOICES: readonly Choice[] = Object.entries(LABELS).map(([value, label]) => ({
  value,
  label,
}));
