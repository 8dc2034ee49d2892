import type { FormView } from '../platform.ts';
import { faultsInView, viewTooLarge } from './block-kit.ts';
import type { Directory } from './directory.ts';
import type { Mint } from './mint.ts';
import { ApiRefusal, type Json } from './types.ts';
import { withBlockIds } from './wire.ts';

export interface OpenForm {
  id: string;
  owner: string;
  triggerId: string;
  /** The view as Slack gives it back: as sent, with ids. */
  view: Json;
}

/** Modals people have open. They do not survive a restart. */
export interface Forms {
  /** @throws {ApiRefusal} */
  open(owner: string, view: unknown, triggerId: string): OpenForm;
  /** @throws {ApiRefusal} */
  update(
    id: { view_id?: string | undefined; external_id?: string | undefined },
    view: unknown,
    hash?: string,
  ): OpenForm;
  get(id: string): OpenForm | undefined;
  of(owner: string): OpenForm[];
  close(id: string): void;
}

/** What Slack gives back for what the app left out. */
const UNSAID = {
  private_metadata: '',
  callback_id: '',
  external_id: '',
  submit: null,
  close: null,
  clear_on_close: false,
  notify_on_close: false,
};

export function createForms(directory: Directory, mint: Mint, changed: () => void): Forms {
  const forms = new Map<string, OpenForm>();
  const { teamId, bot } = directory;

  const keep = (form: OpenForm): OpenForm => {
    forms.set(form.id, form);
    changed();
    return form;
  };
  const rendered = (id: string, view: Json): Json => ({
    ...UNSAID,
    ...view,
    blocks: withBlockIds(view['blocks'] as Json[]).map((block, index) => withActionId(block, index)),
    id,
    team_id: teamId,
    app_id: bot.appId,
    bot_id: bot.botId,
    app_installed_team_id: teamId,
    root_view_id: id,
    previous_view_id: null,
    hash: mint.id('').toLowerCase(),
    state: { values: {} },
  });

  return {
    open: (owner, view, triggerId) => {
      const checked = checkView(view, 'modal');
      const external = checked['external_id'];
      if (external && [...forms.values()].some((form) => form.view['external_id'] === external)) {
        throw new ApiRefusal('duplicate_external_id');
      }
      const id = mint.id('V');
      return keep({ id, owner, triggerId, view: rendered(id, checked) });
    },
    update: ({ view_id: id, external_id: external }, view, hash) => {
      const checked = checkView(view, 'modal');
      const form = [...forms.values()].find((one) =>
        id ? one.id === id : external && one.view['external_id'] === external,
      );
      if (!form) throw new ApiRefusal('not_found');
      if (hash !== undefined && hash !== form.view['hash']) throw new ApiRefusal('hash_conflict');
      return keep({ ...form, view: rendered(form.id, checked) });
    },
    get: (id) => forms.get(id),
    of: (owner) => [...forms.values()].filter((form) => form.owner === owner),
    close: (id) => {
      if (forms.delete(id)) changed();
    },
  };
}

/** @throws {ApiRefusal} `invalid_arguments` with all that is wrong, or `view_too_large`. */
export function checkView(view: unknown, type: 'modal' | 'home'): Json {
  const faults = faultsInView(view, type);
  if (faults.length) {
    throw new ApiRefusal('invalid_arguments', {
      response_metadata: { messages: faults.map((fault) => `[ERROR] ${fault}`) },
    });
  }
  if (viewTooLarge(view)) throw new ApiRefusal('view_too_large');
  return view as Json;
}

function withActionId(block: Json, index: number): Json {
  const element = block['element'] as Json | undefined;
  return element
    ? { ...block, element: { ...element, action_id: element['action_id'] ?? `a${index}` } }
    : block;
}

/** The input blocks of a form in the order they are shown. */
export function inputsOf(form: OpenForm): { block: Json; element: Json }[] {
  return (form.view['blocks'] as Json[]).flatMap((block) =>
    block['type'] === 'input' ? [{ block, element: block['element'] as Json }] : [],
  );
}

/** The words of a text object. */
export function wordsOf(textObject: unknown): string {
  return typeof textObject === 'object' && textObject !== null && 'text' in textObject
    ? String(textObject.text)
    : '';
}

export function choicesOf(element: Json): { label: string; value: string }[] {
  const groups = (element['option_groups'] as { options: Json[] }[] | undefined) ?? [];
  const options = (element['options'] as Json[] | undefined) ?? groups.flatMap((group) => group.options);
  return options.map((option) => ({ label: wordsOf(option['text']), value: String(option['value']) }));
}

/** A form as people see it. A field's name is its block_id, where the app gave one that says something. */
export function shownForm(form: OpenForm, directory: Directory): FormView {
  return {
    id: form.id,
    title: wordsOf(form.view['title']),
    submit: wordsOf(form.view['submit']) || (isOnlyWords(form) ? '' : 'Submit'),
    ...(introOf(form) !== '' && { intro: introOf(form) }),
    fields: inputsOf(form).map(({ block, element }) => {
      const type = typeOf(element);
      return {
        name: nameOf(block, element),
        label: wordsOf(block['label']),
        type,
        required: block['optional'] !== true,
        value: initialOf(element),
        choices:
          type === 'person'
            ? directory
                .people()
                .filter((person) => !person.isBot)
                .map(({ id, name }) => ({ label: name, value: id }))
            : choicesOf(element),
        ...(wordsOf(block['hint']) !== '' && { hint: wordsOf(block['hint']) }),
        ...(type === 'files' && { maxFiles: maxFilesOf(element) }),
      };
    }),
  };
}

/** A view with nothing to fill in is only to be read: Slack shows it without a button that sends it. */
function isOnlyWords(form: OpenForm): boolean {
  return inputsOf(form).length === 0;
}

/** What it says besides its fields. */
function introOf(form: OpenForm): string {
  return (form.view['blocks'] as Json[])
    .flatMap(({ text }) => wordsOf(text) || [])
    .join('\n')
    .replaceAll(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** https://docs.slack.dev/reference/block-kit/block-elements/file-input-element */
export function maxFilesOf({ max_files: most }: Json): number {
  return Number(most ?? 10);
}

function typeOf(element: Json): FormView['fields'][number]['type'] {
  if (element['type'] === 'users_select') return 'person';
  if (element['type'] === 'file_input') return 'files';
  if (element['type'] === 'static_select') return 'choice';
  return element['multiline'] === true ? 'paragraph' : 'line';
}

/** Slack makes up a block_id, `b0`, where the app gives none; then the action_id says more. */
function nameOf({ block_id: blockId }: Json, { action_id: actionId }: Json): string {
  return /^b\d+$/.test(String(blockId)) ? String(actionId) : String(blockId);
}

function initialOf({ initial_value: text, initial_option: option, initial_user: user }: Json): string {
  const chosen = (option as { value: string } | undefined)?.value;
  return (text as string | undefined) ?? chosen ?? (user as string | undefined) ?? '';
}
