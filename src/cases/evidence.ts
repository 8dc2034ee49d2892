import type { CardFile } from '../chat/card.ts';
import { FILES_MAX } from '../chat/files.ts';
import { isMail } from '../chat/mail.ts';
import type { MessageRef, Place, ThreadRoot } from '../chat/ref.ts';
import { NotYet } from '../errors.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import type { CaseFile } from './case.ts';
import type { DeliveryBody, NewDelivery } from './delivery.ts';
import { copyPlaces, departmentPlaces } from './department-places.ts';
import { isOpen } from './states.ts';
import { type Texts } from '../texts/index.ts';
import { localeOf } from '../texts/locale.ts';

export type EvidenceBody = Extract<DeliveryBody, { type: 'evidence' }>;

/** A file of a case's correspondence, as the record has it. */
export interface CaseAttachment {
  fileRowId: number;
  name: string;
  /** Bytes, as the platform said. */
  size: number;
  /** `coming`: its bytes are being copied. */
  state: 'kept' | 'coming' | 'missing';
  /** Why there are no bytes, for people; null where nobody knows. */
  problem: string | null;
}

/** Which files: all up to one, or those of one message. */
export type WhichFiles = { upTo: number } | { message: ThreadRoot };

/** Files for a department: those that come along, and those that do not, each with the reason. */
export interface Evidence {
  files: CardFile[];
  left: { name: string; why: string }[];
}

/** Largest file that is posted again (bytes): Discord takes 10 MiB of a bot. */
export const EACH_MAX = 8_000_000;
/** The same for all files of one message: Discord takes requests of 25 MiB. */
const TOTAL_MAX = 20_000_000;
/** How long to wait at first for bytes that are being copied, or for the card they belong to, and at most (ms). */
const WAIT_MS = 1_000;
const WAIT_MAX_MS = 60_000;

/**
 * What comes with a case to a department: its files, posted again in the thread of the card from the bytes in the record, since links
 * to them expire and a department may not see them. Nothing where there is none.
 */
export function evidenceDeliveries(
  { case: { caseId }, lastFileId }: Pick<CaseFile, 'case' | 'lastFileId'>,
  department: string,
  workspace: WorkspacePolicy,
): NewDelivery[] {
  if (lastFileId === null) return [];
  return forChannels(department, workspace, (channelId) => `evidence-${caseId}-${department}-${channelId}`, {
    type: 'evidence',
    department,
    upTo: lastFileId,
  });
}

/** Files that came after the departments had the case. */
export function laterEvidence(
  file: CaseFile,
  { ref: { channelId, messageId }, files }: { ref: MessageRef; files: readonly unknown[] },
  workspace: WorkspacePolicy,
): NewDelivery[] {
  if (files.length === 0 || !isOpen(file.case)) return [];
  const { caseId } = file.case;
  return file.departments.flatMap((department) =>
    forChannels(
      department,
      workspace,
      (to) => `evidence-${caseId}-${department}-${to}-${channelId}-${messageId}`,
      { type: 'evidence', department, message: { channelId, messageId } },
    ),
  );
}

function forChannels(
  department: string,
  workspace: WorkspacePolicy,
  keyOf: (channelId: string) => string,
  body: EvidenceBody,
): NewDelivery[] {
  const places = [...departmentPlaces(workspace, department), ...copyPlaces(workspace, department)];
  return (
    places
      // The mail about the case brings them itself.
      .filter(({ workspaceId }) => body.message !== undefined || !isMail(workspaceId))
      .map((place) => ({ key: keyOf(place.channelId), place, body }))
  );
}

/** Where the files come from. */
export interface EvidenceSource {
  caseFiles(caseId: number, which: WhichFiles): Promise<CaseAttachment[]>;
  fileBytes(workspaceId: string, fileRowId: number): Promise<Uint8Array | null>;
  /** Where the card of the case for a department stands in a channel; null while it does not. */
  postedEscalation(caseId: number, department: string, channelId: string): Promise<ThreadRoot | null>;
}

/** Below the card in that channel. @throws {NotYet} while it is not posted */
export async function evidencePlace(
  place: Place,
  { department }: EvidenceBody,
  caseId: number,
  source: EvidenceSource,
  waitedMs: number,
): Promise<Extract<Place, { type: 'thread' }>> {
  const channelId = place.type === 'dm' ? '' : place.channelId;
  const card = await source.postedEscalation(caseId, department, channelId);
  if (!card) throw new NotYet('The card comes first, and its files below it.', nextWait(waitedMs));
  return { type: 'thread', workspaceId: place.workspaceId, ...card };
}

/**
 * The files it is about, without their bytes.
 * @throws {NotYet} while bytes are being copied
 */
export async function evidenceFiles(
  body: EvidenceBody,
  caseId: number,
  source: Pick<EvidenceSource, 'caseFiles'>,
  waitedMs: number,
): Promise<CaseAttachment[]> {
  const which = body.message ? { message: body.message } : { upTo: body.upTo ?? 0 };
  const all = await source.caseFiles(caseId, which);
  if (all.some(({ state }) => state === 'coming'))
    throw new NotYet('Its files are being copied.', nextWait(waitedMs));
  return all;
}

/** The bytes that come along, within what a message takes; what does not is named with the reason, and not read at all where its size is known. */
export async function evidenceOf(
  all: readonly CaseAttachment[],
  workspaceId: string,
  source: Pick<EvidenceSource, 'fileBytes'>,
  texts: Texts,
): Promise<Evidence> {
  const words = texts.rules.notices.files;
  const evidence: Evidence = { files: [], left: [] };
  let total = 0;
  for (const attachment of all) {
    const { name, fileRowId, size } = attachment;
    const known = whyNot(attachment, words) ?? tooMuch(size, total, evidence.files.length, texts);
    const bytes = known === null ? await source.fileBytes(workspaceId, fileRowId) : null;
    const why =
      known ??
      (bytes === null
        ? words.gone
        : bytes.byteLength === 0
          ? words.empty
          : tooMuch(bytes.byteLength, total, evidence.files.length, texts));
    if (why !== null || bytes === null) {
      evidence.left.push({ name, why: why ?? '' });
      continue;
    }
    total += bytes.byteLength;
    evidence.files.push({ name, bytes });
  }
  return evidence;
}

/** As long again as it has been waited for already. */
function nextWait(waitedMs: number): number {
  return Math.min(WAIT_MAX_MS, Math.max(WAIT_MS, waitedMs));
}

function whyNot({ state, problem }: CaseAttachment, words: FileWords): string | null {
  return state === 'kept' ? null : (problem ?? words.notCopied);
}

function tooMuch(bytes: number, total: number, count: number, texts: Texts): string | null {
  const words = texts.rules.notices.files;
  if (bytes > EACH_MAX) return words.tooLarge(inMb(bytes, texts), inMb(EACH_MAX, texts));
  if (count >= FILES_MAX) return words.tooMany(FILES_MAX);
  return total + bytes > TOTAL_MAX ? words.tooMuch(inMb(TOTAL_MAX, texts)) : null;
}

type FileWords = Texts['rules']['notices']['files'];

/** A size for people: `8.5 MB`. */
export function inMb(bytes: number, { common }: Texts): string {
  const digits = bytes % 1_000_000 === 0 ? 0 : 1;
  return new Intl.NumberFormat(localeOf(common.code), {
    style: 'unit',
    unit: 'megabyte',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  }).format(bytes / 1_000_000);
}
