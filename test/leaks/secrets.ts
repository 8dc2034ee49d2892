import { wordOf } from '../simulate/word-of.ts';

/** Who is meant to read what somebody typed. */
export type Meant =
  /** Whoever works on it. */
  | 'internal'
  /** The member, once somebody has sent it; until then whoever works on it. */
  | 'reply'
  /** Words of a member to us alone: theirs, and of whoever works on it. */
  | 'private'
  /** The same, written down by somebody who knows them for that reason. */
  | 'told';

/** Something that was typed somewhere, with a word in it that stands nowhere else. */
export interface Secret {
  word: string;
  /** So many were typed before it. */
  order: number;
  meant: Meant;
  /** Of what it was said; null: of no single case. */
  about: { workspaceId: string; number: number } | null;
  by: string;
  /** How it was typed, for whoever reads of a leak. */
  where: string;
}

const WORD = /zq[a-z]+qz/g;

/** Every text typed in a month. Its words are letters only: nothing that draws a message changes them. */
export class Secrets {
  readonly all = new Map<string, Secret>();

  /** A text to type: its word stands at both ends, whatever is cut. */
  text(rest: Omit<Secret, 'word' | 'order'>): string {
    const { word } = this.add(rest);
    return `${word} they have asked before and somebody should look ${word}`;
  }

  add(rest: Omit<Secret, 'word' | 'order'>): Secret {
    const order = this.all.size;
    const word = `zq${wordOf(order)}qz`;
    const secret = { ...rest, word, order };
    this.all.set(word, secret);
    return secret;
  }

  /** Those that can be read in it. */
  in(content: unknown): Secret[] {
    const text = JSON.stringify(content, (_key, part: unknown) => (part instanceof Uint8Array ? '' : part));
    const words = new Set((text ?? '').toLowerCase().match(WORD) ?? []);
    return [...words].map((word) => {
      const found = this.all.get(word);
      if (!found) throw new Error(`Nobody has typed ${word}.`);
      return found;
    });
  }
}
