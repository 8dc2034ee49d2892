import { SandboxRefusal } from '../platform.ts';
import { COMPONENT } from './check-components.ts';
import { fieldsOf, lengthOf } from './checks.ts';
import { choicesOf, fieldsOfForm, maxFilesOf, type FormField } from './component-views.ts';
import { resolvedPeople } from './interaction-wire.ts';
import { personOf } from './typed-command.ts';
import type { Json, StoredBlob, StoredForm } from './types.ts';
import type { World } from './world.ts';

/**
 * The data of a sent form, with the structure the app gave it.
 * @param values by field name or visible label; what is left out keeps what the form came with. `blobs` are files, by the same.
 * @throws {SandboxRefusal} for what Discord's client would not send.
 */
export function fillForm(
  world: World,
  form: StoredForm,
  { values, blobs }: { values: Record<string, string>; blobs: Record<string, StoredBlob[]> },
  inGuild: boolean,
): Json {
  const fields = fieldsOfForm(world, form);
  const unknown = [...Object.keys(values), ...Object.keys(blobs)].find(
    (key) => !fields.some(({ view }) => view.name === key || view.label === key),
  );
  if (unknown !== undefined) throw new SandboxRefusal('unknown_field', `The form has no field ${unknown}.`);
  const people: string[] = [];
  const filled = new Map(
    fields.map((field): [unknown, Json] => {
      const { name, label, value } = field.view;
      const answer =
        field.view.type === 'files'
          ? uploadedTo(field, blobs[name] ?? blobs[label] ?? [])
          : answerOf(world, field, values[name] ?? values[label] ?? value);
      if (field.component['type'] === COMPONENT.userSelect)
        people.push(...[answer['values'] ?? []].flat().map(String));
      return [name, { type: field.component['type'], id: field.component['id'], custom_id: name, ...answer }];
    }),
  );
  const components = [form.modal['components'] ?? []].flat().map((raw, index) => {
    const top = fieldsOf(raw);
    const base = { type: top['type'], id: top['id'] ?? index + 1 };
    if (top['type'] === COMPONENT.textDisplay) return base;
    if (top['type'] === COMPONENT.label) {
      return { ...base, component: filled.get(fieldsOf(top['component'])['custom_id']) };
    }
    return {
      ...base,
      components: [top['components']].flat().map((child) => filled.get(fieldsOf(child)['custom_id'])),
    };
  });
  const resolved = people.length > 0 ? { resolved: resolvedPeople(world, people, inGuild) } : {};
  return { custom_id: form.modal['custom_id'], components, ...resolved };
}

/** A field by its label, and what is wrong with it. */
function refusalFor({ label }: FormField['view']): (reason: string) => SandboxRefusal {
  const field = label.replace(/\s*\?$/, '');
  return (reason) => new SandboxRefusal('invalid_field', `${field}: ${reason}`);
}

function uploadedTo({ view, component }: FormField, blobs: StoredBlob[]): Json {
  const refuse = refusalFor(view);
  if (blobs.length === 0 && view.required) throw refuse('This field is required.');
  if (blobs.length > maxFilesOf(component)) throw refuse('Too many files.');
  return { values: blobs.map(({ id }) => id) };
}

function answerOf(world: World, { view, component }: FormField, text: string): Json {
  const refuse = refusalFor(view);
  if (text.trim() === '' && view.required) throw refuse('This field is required.');
  if (component['type'] !== COMPONENT.textInput) {
    if (text === '') return { values: [] };
    const wanted = component['type'] === COMPONENT.userSelect ? personOf(world, text) : text;
    const chosen = choicesOf(world, component).find(
      ({ label, value }) => value === wanted || label === wanted,
    );
    if (!chosen) throw refuse('There is no such choice.');
    return { values: [chosen.value] };
  }
  const { min_length: min, max_length: max } = component;
  if (typeof min === 'number' && text !== '' && lengthOf(text) < min)
    throw refuse(`Must be ${min} or more in length.`);
  if (lengthOf(text) > (typeof max === 'number' ? max : 4_000)) throw refuse('Too long.');
  return { value: text };
}
