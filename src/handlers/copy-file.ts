import { z } from 'zod';
import { AppError } from '../errors.ts';
import { defineHandler } from './handler.ts';

/** A file at a recorded message: its bytes are copied, since links expire and messages are deleted. */
export const copyFile = defineHandler({
  name: 'copy-file',
  lane: 'files',
  data: z.object({ fileRowId: z.number() }),
  async run({ fileRowId }, { store, policy, chat }) {
    const found = await store.fileToCopy(fileRowId);
    if (!found) return;
    try {
      const bytes = await chat(found.workspaceId).download(
        found.workspaceId,
        found.file,
        policy().files.maxBytes,
      );
      await store.keepFile(fileRowId, { bytes });
    } catch (error) {
      // What can never be had is noted with its reason; everything else is tried again.
      if (!(error instanceof AppError) || error.retry !== 'never') throw error;
      await store.keepFile(fileRowId, { problem: error.message });
    }
  },
});
