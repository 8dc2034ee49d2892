import type { Eyes } from '../cases/access.ts';
import type { Rating, Verdict } from '../cases/close-request.ts';
import type { WorkspaceId } from '../chat/ref.ts';

/** What members said of a period when they were asked whether their case is solved. */
export interface Satisfied {
  /** Questions that reached them in it. */
  asked: number;
  /** Answers given in it, whenever they were asked. */
  solved: number;
  notYet: number;
  /** Ratings given in it. */
  ratings: number;
  /** Of these; null when there are none. */
  mean: number | null;
}

/** What one member wrote with their answer: why it is not solved, or about how it was looked after. */
export interface Comment {
  caseId: number;
  /** As people name the case. */
  number: number;
  answer: Verdict;
  rating: Rating | null;
  text: string;
  /** When they answered. */
  at: Date;
}

/** How satisfied the members are, as far as `eyes` may see their cases. */
export interface Satisfaction {
  /** @param period from `from` on and before `until` */
  sums(workspaceId: WorkspaceId, period: { from: Date; until: Date }, eyes: Eyes): Promise<Satisfied>;
  /** The newest first. They are people's words: whoever shows them notes it first. */
  comments(
    workspaceId: WorkspaceId,
    period: { from: Date; until: Date },
    eyes: Eyes,
    limit: number,
  ): Promise<Comment[]>;
}
