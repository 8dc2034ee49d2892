import type { Invocation } from '../../src/chat/card.ts';
import type { Answer, ChatCommand } from '../../src/chat/command.ts';
import type { Field } from '../../src/chat/form.ts';
import type { MessageSnapshot } from '../../src/chat/message.ts';
import { AppError } from '../../src/errors.ts';
import { platformName } from '../simulate/desk.ts';
import { actionsOf } from '../support/pressing.ts';
import { aboutOf, isInvoking, meantIn, type Invoking } from './asked.ts';
import type { Worker } from './readers.ts';
import type { Scene } from './scene.ts';

/** Told each answer that somebody got, and whom. */
export type Heard = (who: Worker, what: string, answer: unknown) => void;

/** Types commands, presses what is shown and fills in the forms that come, as people do. */
export class Desk {
  readonly heard: Heard;
  private readonly scene: Scene;
  /** What was done, how often; and how often it was not refused. */
  readonly done = new Map<string, { tried: number; done: number }>();

  constructor(scene: Scene, heard: Heard) {
    this.scene = scene;
    this.heard = heard;
  }

  async ask(
    by: Worker,
    asked: Pick<ChatCommand, 'from' | 'name' | 'values' | 'files'> & { target?: MessageSnapshot },
    depth = 0,
  ): Promise<void> {
    const typed: ChatCommand = {
      interactionId: `I${this.scene.next()}`,
      workspaceId: by.workspaceId,
      channelId: by.channelId,
      threadRoot: null,
      by: { userId: by.userId, name: by.userId, groups: [], locale: null },
      target: null,
      ...asked,
    };
    const tally = this.done.get(asked.name) ?? { tried: 0, done: 0 };
    this.done.set(asked.name, tally);
    tally.tried += 1;
    const typedBefore = this.scene.secrets.all.size;
    let answer: Answer;
    try {
      answer = await this.scene.programs.inbound(platformName(by.workspaceId)).onCommand(typed);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.heard(by, `${asked.name}, refused`, error.message);
      return;
    }
    tally.done += 1;
    this.heard(by, asked.name, answer);
    const about = aboutOf(asked.values, by.workspaceId);
    if ((asked.name === 'send' || asked.name === 'approve') && answer.type !== 'card' && about)
      this.scene.readers.wasSent(about, typedBefore);
    if (depth >= 3) return;
    if (answer.type === 'form') {
      const { fields, invoke } = answer.form;
      const home = aboutOf(invoke.values, by.workspaceId);
      const filled = fields.map((field) => [field.name, this.fieldOf(field, invoke, by, home)] as const);
      const values = Object.fromEntries(filled.filter(([, value]) => value !== ''));
      return this.ask(
        by,
        { from: 'form', name: invoke.command, values: { ...invoke.values, ...values } },
        depth + 1,
      );
    }
    const below =
      answer.type === 'card' ? actionsOf(answer.card) : answer.type === 'say' ? (answer.actions ?? []) : [];
    // Of what is shown to one alone, somebody presses something every other time.
    if (below.some(isInvoking) && this.scene.chance.below(2) === 0)
      await this.press(by, below.filter(isInvoking));
  }

  async press(by: Worker, actions: readonly Invoking[]): Promise<void> {
    if (actions.length === 0) return;
    const action = this.scene.chance.pick(actions);
    const chosen =
      action.type === 'select' ? { [action.option]: this.scene.chance.pick(action.choices).value } : {};
    await this.invoke(by, 'button', action.invoke, chosen);
  }

  private invoke(
    by: Worker,
    from: 'button' | 'form',
    { command, values }: Invocation,
    more: Record<string, string>,
  ): Promise<void> {
    return this.ask(by, { from, name: command, values: { ...values, ...more } });
  }

  private fieldOf(
    field: Field,
    { command }: Invocation,
    by: Worker,
    about: { workspaceId: string; number: number } | null,
  ): string {
    if (!field.required && this.scene.chance.below(4) === 0) return '';
    // Files are no texts.
    if (field.type === 'files') return '';
    if (field.type === 'person') return this.scene.somebody(about?.workspaceId ?? by.workspaceId);
    if (field.type === 'choice') return this.scene.chance.pick(field.choices).value;
    return this.scene
      .text(meantIn(command), about, by, `the form of ${command}, ${field.name}`)
      .slice(0, field.maxLength);
  }
}
