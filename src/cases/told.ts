import type { MessageSnapshot } from '../chat/message.ts';
import type { Place } from '../chat/ref.ts';
import { paragraph, type Block } from '../chat/rich.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { textsOf, type Texts } from '../texts/index.ts';
import { isBarred } from './access.ts';
import { both } from './both.ts';
import type { CaseFile } from './case.ts';
import type { Change } from './change.ts';
import { wrote } from './conversation.ts';
import type { NewDelivery } from './delivery.ts';
import { laterEvidence } from './evidence.ts';
import { noticeTo } from './notice.ts';
import { wordPlaces } from './word-places.ts';

/** In the place of a channel, for what came by mail, phone or in person. No platform has a channel of this id. */
export const TOLD = 'told';

/** The member told another way what they have an open case about: it is one case, and whoever is responsible hears the words. */
export function toldAgain(
  file: CaseFile,
  said: MessageSnapshot,
  by: string,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
): Change {
  // There is no message to open.
  return both(wrote(file, said, workspace, policy, now, { isDirect: true }), {
    history: [{ action: 'said_again', actorId: by }],
    deliveries: laterEvidence(file, said, workspace),
  });
}

/** A file that came with such words. */
export interface ToldFile {
  fileRowId: number;
  name: string;
  /** Who wrote down what it came with; null where nobody knows any more. */
  by: string | null;
}

/** How it stands with its copy: tried again and again, given up, or there although people were told that it is not. */
export type FileNews = { type: 'late' | 'lost'; why: string } | { type: 'there' };

interface SaidOfFile {
  delivery: NewDelivery;
  /** Whether it names the case: whoever recorded it need not be one of those who may see it. */
  namesCase: boolean;
}

/**
 * A file that came with such words is nowhere else: where it could not be kept, people have to ask for it again. Whoever wrote it
 * down hears it too, as nobody else has the file.
 */
export function fileNews(
  file: CaseFile,
  { fileRowId, name, by }: ToldFile,
  news: (texts: Texts) => FileNews,
  workspace: WorkspacePolicy,
): SaidOfFile[] {
  const { type } = news(textsOf(workspace));
  const isTheirs = (place: Place) => place.type === 'dm' && place.userId === by;
  const others = wordPlaces(file, workspace).filter((place) => !isTheirs(place));
  const said = others.map((place, index) => ({
    namesCase: true,
    delivery: {
      key: `${keyOf(type, fileRowId)}-${index}`,
      place,
      body: noticeTo(place, workspace, (texts) => wordsOf(name, news(texts), false, texts)),
    },
  }));
  if (by === null) return said;
  const place: Place = { type: 'dm', workspaceId: workspace.id, userId: by };
  const own = {
    key: `${keyOf(type, fileRowId)}-own`,
    place,
    body: noticeTo(place, workspace, (texts) => wordsOf(name, news(texts), true, texts)),
  };
  return [...said, { namesCase: !isBarred(workspace, file, by), delivery: own }];
}

/** Keys of what people were told of a file that was not there: they have to hear when it is after all. */
export function keysOfMissing(fileRowId: number): string[] {
  return (['late', 'lost'] as const).flatMap((type) =>
    ['0', 'own'].map((whose) => `${keyOf(type, fileRowId)}-${whose}`),
  );
}

function keyOf(type: FileNews['type'], fileRowId: number): string {
  return `file-${type}-${fileRowId}`;
}

function wordsOf(
  name: string,
  news: FileNews,
  isTheirs: boolean,
  { rules: { notices } }: Texts,
): { title: string; blocks: Block[] } {
  switch (news.type) {
    case 'late':
      return { title: notices.fileLateTitle, blocks: [paragraph(notices.fileLate(name, news.why))] };
    case 'there':
      return { title: notices.fileThereTitle, blocks: [paragraph(notices.fileThere(name))] };
    case 'lost': {
      const lost = isTheirs ? notices.yourFileLost : notices.fileLost;
      return { title: notices.fileLostTitle, blocks: [paragraph(lost(name, news.why))] };
    }
  }
}
