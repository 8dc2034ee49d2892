import { isLead } from '../cases/access.ts';
import { caseName, type CaseFile } from '../cases/case.ts';
import { ORIGINS, originWords, type Origin } from '../cases/origin.ts';
import { FILES_MAX } from '../chat/files.ts';
import type { FileRef } from '../chat/message.ts';
import { NotPossible } from '../errors.ts';
import { recordTold } from '../record-told.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';
import { pickKind, pickSeverity } from './desk/picks.ts';
import { toldForm } from './desk/told-form.ts';
import { toldMember } from './desk/told-member.ts';

/** Feedback that nobody wrote in a channel. Where it came from belongs to it: who does not say is asked. */
export const newCase: Command = {
  name: 'new',
  summary: (texts) => texts.commands.new.summary,
  options: [
    {
      name: 'text',
      summary: (texts) => texts.commands.new.options.text,
      required: false,
      type: 'text',
      takesRest: true,
      keepsMentions: true,
    },
    { name: 'from', summary: (texts) => texts.commands.new.options.from, required: false, type: 'text' },
    {
      name: 'origin',
      summary: (texts) => texts.commands.new.options.origin,
      required: false,
      type: 'choice',
    },
    { name: 'kind', summary: (texts) => texts.commands.new.options.kind, required: false, type: 'choice' },
    {
      name: 'severity',
      summary: (texts) => texts.commands.new.options.severity,
      required: false,
      type: 'choice',
    },
    {
      name: 'member',
      summary: (texts) => texts.commands.new.options.member,
      required: false,
      type: 'person',
    },
    { name: 'file', summary: (texts) => texts.commands.new.options.file, required: false, type: 'file' },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by, from, interactionId, files = [] } = context.command;
    const text = values['text'] ?? '';
    const origin = pickOrigin(values['origin']);
    const kind = pickKind(values['kind'], context);
    const severity = pickSeverity(values['severity']);
    if (from !== 'form' && (text.trim() === '' || origin === null)) {
      // Nothing but its link could go through a form, and that is longer than what one can carry.
      if (files.length > 0) throw new NotPossible(({ commands }) => commands.new.atOnce(ORIGINS.join(', ')));
      return toldForm({ origin: origin ?? 'mail', kind }, context);
    }
    if (!text.trim()) throw new NotPossible(({ commands }) => commands.new.noWords);
    const { member, remark } = await toldMember(context);
    const { file, isNew } = await recordTold(
      {
        text,
        member,
        origin: origin ?? 'elsewhere',
        by: by.userId,
        kind,
        severity,
        files: files.slice(0, FILES_MAX),
        id: interactionId,
      },
      context,
    );
    const said = [whereItIs(file, isNew, context), ...aboutFiles(files, context), ...remark(file)];
    return say(said.join(' '));
  },
};

/** @returns null when nothing was said. @throws {NotPossible} */
function pickOrigin(typed: string | undefined): Origin | null {
  const wanted = typed?.trim().toLowerCase();
  if (!wanted) return null;
  const known = ORIGINS.find((each) => each === wanted);
  if (known !== undefined) return known;
  throw new NotPossible((texts) => texts.commands.new.noOrigin(wanted.slice(0, 40), ORIGINS.join(', ')));
}

function whereItIs(file: CaseFile, isNew: boolean, { policy, standing, texts }: CommandContext): string {
  const { audience, number, member, origin } = file.case;
  const words = texts.commands.new;
  if (audience === 'leads' && !isLead(standing)) return words.thanks(texts.rules.notices.forLeads);
  const name = caseName(policy.prefix, number);
  if (!isNew) return words.joined(name, member.name);
  const how = originWords(origin ?? 'elsewhere', texts);
  return member.userId ? words.recordedFor(name, member.name, how) : words.recorded(name, how);
}

/** How many come along, and which do not. */
function aboutFiles(files: readonly FileRef[], { texts }: CommandContext): string[] {
  if (files.length === 0) return [];
  const { with: kept, left } = texts.commands.new.withFiles;
  const surplus = files.slice(FILES_MAX).map(({ name }) => name);
  return [
    kept(Math.min(files.length, FILES_MAX)),
    ...(surplus.length > 0 ? [left(surplus.join(', ').slice(0, 500), FILES_MAX)] : []),
  ];
}
