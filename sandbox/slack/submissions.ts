import { type InteractionResult, SandboxRefusal, type SentForm, type UploadedFile } from '../platform.ts';
import type { Ground } from './api/method.ts';
import type { Asking } from './asking.ts';
import { inputsOf, maxFilesOf, type OpenForm, shownForm, wordsOf } from './forms.ts';
import { optionFor } from './pressed.ts';
import type { Outgoing } from './outgoing.ts';
import { ApiRefusal, type Json } from './types.ts';

/** Forms sent or closed. */
export interface Submissions {
  submit(input: SentForm): Promise<InteractionResult>;
  close(input: { as: string; form: string }): Promise<InteractionResult>;
}

export function createSubmissions(ground: Ground, deps: { outgoing: Outgoing; asking: Asking }): Submissions {
  const { forms, directory, mint } = ground;
  const { outgoing, asking } = deps;

  const formOf = (as: string, id: string): OpenForm => {
    const form = forms.get(id);
    if (!form || form.owner !== as) throw new SandboxRefusal('not_found', 'There is no such form.');
    return form;
  };
  const kept = (form: OpenForm, error: string): InteractionResult => ({
    ok: false,
    error,
    form: shownForm(form, directory),
    ephemeral: null,
  });

  /** What the app wants done with the form. @throws {ApiRefusal} for a view that is none */
  const follow = (form: OpenForm, answer: Json): InteractionResult | null => {
    const action = answer['response_action'];
    if (action === 'errors')
      return kept(form, Object.values(answer['errors'] as Record<string, string>).join(' '));
    if (action === 'update' || action === 'push') {
      const next = forms.update({ view_id: form.id }, answer['view']);
      return { ok: true, error: null, form: shownForm(next, directory), ephemeral: null };
    }
    forms.close(form.id);
    return null;
  };

  return {
    submit: async ({ as, form: id, values, files = {} }) => {
      const form = formOf(as, id);
      const filled = fill(form, { values, files }, ground);
      if (typeof filled === 'string') return kept(form, filled);
      const since = mint.last();
      const { payload, triggerId } = asking.common(as);
      const { error, body } = await outgoing.ask('interactive', {
        ...payload,
        type: 'view_submission',
        view: { ...form.view, state: { values: filled } },
        response_urls: [],
      });
      if (error) return kept(form, `We had some trouble connecting. Try again? (${error})`);
      try {
        return follow(form, (body ?? {}) as Json) ?? asking.outcome(as, triggerId, null, since, null);
      } catch (refusal) {
        if (refusal instanceof ApiRefusal)
          return kept(form, `We had some trouble connecting. Try again? (${refusal.code})`);
        throw refusal;
      }
    },
    close: async ({ as, form: id }) => {
      const form = formOf(as, id);
      forms.close(id);
      if (form.view['notify_on_close'] === true) {
        const { payload } = asking.common(as);
        await outgoing.ask('interactive', {
          ...payload,
          type: 'view_closed',
          view: form.view,
          is_cleared: false,
        });
      }
      return { ok: true, error: null, form: null, ephemeral: null };
    },
  };
}

/** `view.state.values`, or what Slack's own form says about a field that is not filled in properly. */
function fill(
  form: OpenForm,
  { values, files }: Required<Pick<SentForm, 'values' | 'files'>>,
  ground: Ground,
): Record<string, Json> | string {
  const inputs = inputsOf(form);
  const names = inputs.map(({ block, element }) => [
    String(block['block_id']),
    String(element['action_id']),
    wordsOf(block['label']),
  ]);
  const unknown = [...Object.keys(values), ...Object.keys(files)].find(
    (key) => !names.some((known) => known.includes(key)),
  );
  if (unknown !== undefined) throw new SandboxRefusal('invalid_value', `The form has no field ${unknown}.`);

  const state: Record<string, Json> = {};
  for (const [index, { block, element }] of inputs.entries()) {
    const known = names[index] ?? [];
    const shown = shownForm(form, ground.directory).fields[index];
    const key = known.find((name) => Object.hasOwn(values, name));
    const chosen = Object.entries(files).find(([name]) => known.includes(name))?.[1] ?? [];
    const given = key === undefined ? (shown?.value ?? '') : (values[key] ?? '');
    if (given.trim() === '' && chosen.length === 0 && block['optional'] !== true)
      return about(block, 'Please complete this required field.');
    const fault = faultIn(element, given, chosen);
    if (fault) return about(block, fault);
    state[String(block['block_id'])] = {
      [String(element['action_id'])]:
        element['type'] === 'file_input'
          ? { type: 'file_input', files: uploaded(chosen, form.owner, ground) }
          : valueOf(element, given, ground),
    };
  }
  return state;
}

/** A field by its label, and what is wrong with it. */
function about(block: Json, fault: string): string {
  return `${wordsOf(block['label']).replace(/\s*\?$/, '')}: ${fault}`;
}

function faultIn(element: Json, given: string, chosen: UploadedFile[]): string | null {
  if (element['type'] === 'file_input') {
    const most = maxFilesOf(element);
    return chosen.length > most ? `Please choose at most ${most} files.` : null;
  }
  if (element['type'] !== 'plain_text_input' || given === '') return null;
  const most = Number(element['max_length'] ?? 3_000);
  const least = Number(element['min_length'] ?? 0);
  if (given.length > most) return `Please use at most ${most} characters.`;
  return given.length < least ? `Please use at least ${least} characters.` : null;
}

function uploaded(chosen: UploadedFile[], user: string, { messages, wire, mint }: Ground): Json[] {
  return chosen.map((file) => {
    const id = mint.id('F');
    const stored = {
      id,
      ...file,
      user,
      channel: '',
      createdAt: Math.floor(Number(mint.last())),
      inForm: true as const,
    };
    messages.saveFile(stored);
    return wire.file(stored);
  });
}

function valueOf(element: Json, given: string, { directory }: Ground): Json {
  const { type } = element;
  if (type === 'static_select')
    return { type, selected_option: given === '' ? null : optionFor(element, given) };
  if (type !== 'users_select') return { type, value: given === '' ? null : given };
  const person = directory.people().find(({ id, name }) => id === given || name === given);
  if (!person && given !== '')
    throw new SandboxRefusal('invalid_value', 'There is no such person to choose.');
  return { type, selected_user: person?.id ?? null };
}
