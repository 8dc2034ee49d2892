import type { FileRef } from '../chat/message.ts';
import type { WorkspaceId } from '../chat/ref.ts';

/** A file of which the record has no bytes yet. */
export interface FileToCopy {
  fileRowId: number;
  workspaceId: WorkspaceId;
  file: FileRef;
  /** Set where its member told it another way than by a message here: nobody else has the file. */
  told: {
    caseId: number;
    /** Who wrote it down; null where nobody knows any more. */
    by: string | null;
    /** Whether people were told that it is not there. */
    isMissed: boolean;
  } | null;
}

/** The bytes of files that came with what was said. */
export interface FileBytes {
  fileToCopy(fileRowId: number): Promise<FileToCopy | null>;
  /** What the files that are kept of a community, or of all (null), take together (bytes). */
  keptBytes(workspaceId: WorkspaceId | null): Promise<number>;
  /** The bytes of a kept file, opened; null when there are none. @throws {AppError} KEY_MISSING, SEAL_BROKEN */
  fileBytes(workspaceId: WorkspaceId, fileRowId: number): Promise<Uint8Array | null>;
  /** Keeps the bytes, or the reason why there are none. */
  keepFile(fileRowId: number, content: { bytes: Uint8Array } | { problem: string }): Promise<void>;
}
