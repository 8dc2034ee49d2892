import fc from 'fast-check';
import { AppError } from '../../../src/errors.ts';
import { createComposer } from '../../../src/replies/create-composer.ts';
import { checkTemplates, readTemplate, templatesOf } from '../../../src/replies/templates.ts';
import { openDoor, type Door } from '../door.ts';
import { nastyText } from '../inputs.ts';

const PIECES = [
  '{{ member.name }}',
  '{{ case.name | upcase }}',
  '{% for d in details %}',
  '{% endfor %}',
  '{% if x %}',
  '{{',
  '}}',
  '{%',
  '{% include "/etc/passwd" %}',
  '{{ "a" | append: member.name }}',
  '{% raw %}',
  '# ',
  '- ',
  '> ',
  '**',
  '`',
  '[x](javascript:alert(1))',
  '\n\n',
];

/** A response template in any state, filled with any member's words. */
export const templates: Door = {
  name: 'templates',
  async open() {
    const source = fc
      .array(fc.oneof(fc.constantFrom(...PIECES), nastyText), { maxLength: 8 })
      .map((parts) => parts.join(''));
    return openDoor({
      inputs: fc.record({ source, name: nastyText, details: fc.array(nastyText, { maxLength: 3 }) }),
      knock({ source: text, name, details }) {
        try {
          const template = readTemplate({ language: 'en', name: 'hello', source: text });
          const all = templatesOf(['en'], [template]);
          checkTemplates(all);
          const composer = createComposer(all);
          const { markdown } = composer.compose(['hello'], valuesWith(name, details), ['en']);
          composer.parse(markdown);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      },
    });
  },
};

function valuesWith(name: string, details: string[]) {
  return {
    member: { name },
    community: { name: 'Riverside Makers' },
    case: { name: 'FB-1' },
    details,
    nextUpdate: { at: new Date('2026-11-24T14:00:00Z'), timeZone: 'Europe/Copenhagen' },
  };
}
