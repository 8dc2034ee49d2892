import type { Origin } from '../../cases/origin.ts';

/** How feedback comes, for a form and while typing. */
export const ORIGIN_CHOICES: { value: Origin; label: string }[] = [
  { value: 'mail', label: 'By mail' },
  { value: 'phone', label: 'By phone' },
  { value: 'person', label: 'In person' },
  { value: 'elsewhere', label: 'Another way' },
];
