import { code, link, paragraph, time } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { caseOption, nameOf, readCase, say, type Command } from './desk/command.ts';

const FORMATS = ['md', 'html', 'json'] as const;
const READERS = ['staff', 'member'] as const;

/** A case with its whole story as a file, by a link that works once. */
export const transcript: Command = {
  name: 'transcript',
  summary: (texts) => texts.commands.transcript.summary,
  options: [
    caseOption,
    { name: 'as', summary: (texts) => texts.commands.transcript.options.as, required: false, type: 'choice' },
    {
      name: 'for',
      summary: (texts) => texts.commands.transcript.options.for,
      required: false,
      type: 'choice',
    },
  ],
  mayOpenForm: false,
  allow: 'readers',
  async run(context) {
    const { command, links, workspace } = context;
    const texts = context.texts.record;
    const file = await readCase(context);
    const typedAs = command.values['as']?.trim().toLowerCase() || 'html';
    const typedFor = command.values['for']?.trim().toLowerCase() || 'staff';
    const as = FORMATS.find((each) => each === typedAs);
    if (!as) throw new NotPossible(({ record }) => record.wrongFormat(typedAs.slice(0, 40)));
    const reader = READERS.find((each) => each === typedFor);
    if (!reader) throw new NotPossible(({ record }) => record.wrongReader(typedFor.slice(0, 40)));
    const { number } = file.case;
    const made = await links.createDownload({
      workspaceId: workspace.id,
      userId: command.by.userId,
      what: `transcript:${number}/${as}/${reader}/${texts.code}`,
    });
    const name = nameOf(file, context);
    if (!made)
      return {
        type: 'say',
        blocks: [
          paragraph(
            texts.noAddress,
            code(
              `hearback transcript ${name}${reader === 'member' ? ' --for-member' : ''} --as ${as} ${name}.${as}`,
            ),
          ),
        ],
      };
    const label = reader === 'member' ? texts.download.forMember(name) : texts.download.transcript(name);
    return say(link(label, made.url), texts.download.until, time(made.expiresAt), texts.download.keep);
  },
};
