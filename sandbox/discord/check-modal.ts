import { checkCustomId, checkSelect, COMPONENT, SELECTS } from './check-components.ts';
import { checkChoice, checkList, checkNumber, checkText, fieldsOf, type Path } from './checks.ts';
import { collectProblems, type Problems } from './refusal.ts';
import type { Json } from './types.ts';

const C = COMPONENT;

/**
 * Checks a form. https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal
 * @throws {ApiRefusal} 50035
 */
export function checkModal(modal: Json): void {
  const problems = collectProblems();
  checkText(problems, ['data', 'title'], modal['title'], { min: 1, max: 45 });
  checkText(problems, ['data', 'custom_id'], modal['custom_id'], { min: 1, max: 100 });
  const ids = new Set<string>();
  const top = checkList(problems, ['data', 'components'], modal['components'], { min: 1, max: 5 });
  for (const [index, raw] of top.entries())
    checkTop(problems, ['data', 'components', index], fieldsOf(raw), ids);
  problems.throwIfAny();
}

function checkTop(problems: Problems, path: Path, component: Json, ids: Set<string>): void {
  switch (component['type']) {
    case C.row: {
      const children = checkList(problems, [...path, 'components'], component['components'], {
        min: 1,
        max: 1,
      });
      for (const child of children.map(fieldsOf)) {
        const at = [...path, 'components', 0];
        checkChoice(problems, [...at, 'type'], child['type'], [C.textInput]);
        checkText(problems, [...at, 'label'], child['label'], { min: 1, max: 45 });
        checkTextInput(problems, at, child, ids);
      }
      return;
    }
    case C.label: {
      checkText(problems, [...path, 'label'], component['label'], { min: 1, max: 45 });
      checkText(problems, [...path, 'description'], component['description'], { max: 100 });
      const field = fieldsOf(component['component']);
      const at = [...path, 'component'];
      checkChoice(problems, [...at, 'type'], field['type'], [C.textInput, C.fileUpload, ...SELECTS]);
      if (field['type'] === C.textInput) return checkTextInput(problems, at, field, ids);
      if (field['type'] === C.fileUpload) return checkUpload(problems, at, field, ids);
      return checkSelect(problems, at, field, ids);
    }
    case C.textDisplay:
      return void checkText(problems, [...path, 'content'], component['content'], { min: 1, max: 4_000 });
    default:
      return checkChoice(problems, [...path, 'type'], component['type'], [C.row, C.textDisplay, C.label]);
  }
}

/** https://docs.discord.com/developers/components/reference#file-upload */
function checkUpload(problems: Problems, path: Path, upload: Json, ids: Set<string>): void {
  checkCustomId(problems, path, upload, ids);
  checkNumber(problems, [...path, 'min_values'], upload['min_values'], 0, 10);
  checkNumber(problems, [...path, 'max_values'], upload['max_values'], 1, 10);
}

/** https://docs.discord.com/developers/components/reference#text-input */
function checkTextInput(problems: Problems, path: Path, input: Json, ids: Set<string>): void {
  checkCustomId(problems, path, input, ids);
  checkChoice(problems, [...path, 'style'], input['style'], [1, 2]);
  checkNumber(problems, [...path, 'min_length'], input['min_length'], 0, 4_000);
  checkNumber(problems, [...path, 'max_length'], input['max_length'], 1, 4_000);
  checkText(problems, [...path, 'placeholder'], input['placeholder'], { max: 100 });
  const max = typeof input['max_length'] === 'number' ? input['max_length'] : 4_000;
  checkText(problems, [...path, 'value'], input['value'], { max });
}
