/** Where sealed bytes stand. */
export interface SealedTable {
  /** In the schema `hearback`; also what the bytes are bound to, so it never changes. */
  table: string;
  /** The column with the row's number. */
  id: string;
  /** The column with the sealed bytes. */
  bytes: string;
  /** As people call them. */
  noun: string;
  /** What is set, besides, when the key is lost; $2 is the reason in words. */
  whenLost: string;
  /** The job that may get the bytes once more, and what its data call the row. */
  askAgain: { kind: string; data: string } | null;
}

/**
 * Everything that is sealed. A table joins with a line here, and with two columns: the bytes, and
 * `sealed_with text references hearback.seal_key`, the id of their key (null: not sealed yet).
 */
export const SEALED_TABLES: readonly SealedTable[] = [
  {
    table: 'file',
    id: 'file_row_id',
    bytes: 'bytes',
    noun: 'files',
    whenLost: `state = 'problem', problem = $2`,
    askAgain: { kind: 'copy-file', data: 'fileRowId' },
  },
  {
    table: 'gift_code',
    id: 'code_id',
    bytes: 'code',
    noun: 'gift codes',
    whenLost: 'lost = $2',
    askAgain: null,
  },
  {
    table: 'gift_secret',
    id: 'gift_secret_id',
    bytes: 'bytes',
    noun: 'secrets of gift codes',
    whenLost: 'lost = $2',
    askAgain: null,
  },
  {
    table: 'mail_file',
    id: 'mail_file_id',
    bytes: 'bytes',
    noun: 'files of mail',
    whenLost: 'problem = $2',
    askAgain: null,
  },
  {
    table: 'installation',
    id: 'installation_id',
    bytes: 'secret',
    noun: 'tokens of workspaces',
    whenLost: 'lost = $2',
    askAgain: null,
  },
];

/** @throws when it is not in the list: then nothing of it may be sealed. */
export function sealedTable(name: string): SealedTable {
  const found = SEALED_TABLES.find(({ table }) => table === name);
  if (!found) throw new Error(`${name} is not among the sealed tables`);
  return found;
}
