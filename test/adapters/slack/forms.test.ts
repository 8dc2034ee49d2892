import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { InputBlock } from '@slack/types';
import { invocationOf, selectId } from '../../../src/adapters/slack/action-ids.ts';
import { filesIn, modal, openedInOf, submitted } from '../../../src/adapters/slack/forms.ts';
import type { Form } from '../../../src/chat/form.ts';
import { faultsInView } from '../../../sandbox/slack/block-kit.ts';

const from = {
  channelId: 'C0TRIAGE',
  threadRoot: { channelId: 'C0TRIAGE', messageId: '1700000000.000100' },
  responseUrl: 'https://hooks.slack.com/actions/T0/1/x',
};
const openedIn = { ...from, locale: null };
const invoke = { command: 'reply', values: { case: 'FB-12' } };

describe('a form as a modal', () => {
  it('comes back with its invocation, its fields and where it was opened', () => {
    const view = modal({ title: 'Reply', submit: 'Send', fields: [], invoke }, openedIn);
    const state = {
      text: { value: { value: 'We are sorry\u0000' } },
      severity: { value: { selected_option: { value: 'high' } } },
      person: { value: { selected_user: 'U0MIA' } },
      empty: { value: { value: null } },
      blank: { value: { value: '' } },
    };

    expect(openedInOf(view.private_metadata!)).toEqual(from);
    expect(submitted(view.callback_id!, state)).toEqual({
      command: 'reply',
      values: { case: 'FB-12', text: 'We are sorry', severity: 'high', person: 'U0MIA' },
    });
  });

  it('gives the files that were chosen apart from its values', () => {
    const url = 'https://files.slack.com/files-pri/T1-F1/download/seen.png';
    const file = { id: 'F1', name: 'seen.png', mimetype: 'image/png', size: 42 };
    const state = {
      file: {
        value: {
          files: [
            { ...file, url_private_download: url },
            { id: 'F2', mode: 'tombstone' },
          ],
        },
      },
      none: { value: { files: null } },
    };
    expect(filesIn(state)).toEqual([{ fileId: 'F1', name: 'seen.png', mime: 'image/png', size: 42, url }]);
    expect(submitted('new', state)).toEqual({ command: 'new', values: {} });
  });

  it.each(['', 'null', '[]', '{}', '{"channel":1}', 'nonsense'])(
    'is not ours with %j kept in it',
    (metadata) => {
      expect(openedInOf(metadata)).toBeNull();
    },
  );

  it('is not ours with another id', () => {
    expect(submitted('<script>', {})).toBeNull();
  });

  it('starts with the choice that was made, if there is such a choice', () => {
    const choices = [
      { label: 'High', value: 'high' },
      { label: 'Low', value: 'low' },
    ];
    const field = (initial: string) =>
      ({ type: 'choice', name: 'severity', label: 'Severity', required: true, choices, initial }) as const;
    const element = (initial: string) => {
      const [block] = modal({ title: 't', submit: 's', fields: [field(initial)], invoke }, openedIn).blocks;
      return (block as InputBlock).element;
    };
    expect(element('low')).toMatchObject({ initial_option: { value: 'low' } });
    expect(element('gone')).not.toHaveProperty('initial_option');
  });

  it('is never one that Slack refuses', () => {
    const base = {
      name: fc.constantFrom('text', 'person', 'severity'),
      label: fc.string({ maxLength: 3_000 }),
      required: fc.boolean(),
      hint: fc.string({ maxLength: 3_000 }),
    };
    const long = fc
      .tuple(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 300 }))
      .map(([unit, times]) => unit.repeat(times));
    const field = fc.oneof(
      fc.record({
        ...base,
        type: fc.constantFrom('line' as const, 'paragraph' as const),
        initial: long,
        maxLength: fc.integer({ min: 0, max: 9_000 }),
      }),
      fc.record({
        ...base,
        type: fc.constant('choice' as const),
        initial: fc.string(),
        choices: fc.array(fc.record({ label: long, value: fc.string() }), { minLength: 1, maxLength: 130 }),
      }),
      fc.record({ ...base, type: fc.constant('person' as const) }),
      fc.record({ ...base, type: fc.constant('files' as const), max: fc.integer({ min: 1, max: 40 }) }),
    );
    const form: fc.Arbitrary<Form> = fc.record({
      title: fc.string({ maxLength: 60 }),
      submit: fc.string({ maxLength: 60 }),
      fields: fc.uniqueArray(field, { minLength: 1, maxLength: 5, selector: ({ name }) => name }),
      invoke: fc.constant(invoke),
    });
    fc.assert(
      fc.property(form, (some) => {
        const view = modal(some, openedIn);
        fc.pre(view.blocks.length > 0);
        expect(faultsInView(view, 'modal')).toEqual([]);
      }),
    );
  });
});

describe('the id of a select', () => {
  it('carries the option that the choice fills', () => {
    const id = selectId({ command: 'severity', values: { case: 'FB-12', note: 'a#b & c' } }, 'severity');
    expect(invocationOf(id, 'urgent')).toEqual({
      command: 'severity',
      values: { case: 'FB-12', note: 'a#b & c', severity: 'urgent' },
    });
  });

  it('means nothing without a choice, and a link’s id never does', () => {
    expect(invocationOf('severity?case=FB-1#severity', null)).toBeNull();
    expect(invocationOf('link:2', null)).toBeNull();
  });
});
