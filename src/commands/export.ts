import { code, link, paragraph, time } from '../chat/rich.ts';
import { textsIn } from '../texts/index.ts';
import { say, type Command } from './desk/command.ts';

/** Everything somebody may see, as a file, by a link that works once. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Everything you may see as a file to keep',
  options: [],
  mayOpenForm: false,
  allow: 'departments',
  async run({ command, links, workspace, policy }) {
    const { record: texts } = textsIn(command.by.locale, policy.language);
    const { userId } = command.by;
    const made = await links.createDownload({ workspaceId: workspace.id, userId, what: 'record' });
    if (!made)
      return {
        type: 'say',
        blocks: [
          paragraph(
            texts.noAddress,
            code(`hearback export --as-seen-by ${workspace.id}/${userId} feedback.jsonl`),
          ),
        ],
      };
    return say(
      link(texts.download.record, made.url),
      texts.download.until,
      time(made.expiresAt),
      texts.download.keep,
    );
  },
};
