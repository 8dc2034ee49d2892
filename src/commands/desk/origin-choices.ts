import type { Origin } from '../../cases/origin.ts';
import type { Texts } from '../../texts/index.ts';

/** How feedback comes, for a form and while typing. */
export function originChoices({ commands }: Texts): { value: Origin; label: string }[] {
  const { mail, phone, person, elsewhere } = commands.picked.origins;
  return [
    { value: 'mail', label: mail },
    { value: 'phone', label: phone },
    { value: 'person', label: person },
    { value: 'elsewhere', label: elsewhere },
  ];
}
