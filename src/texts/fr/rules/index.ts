import type { rules as english } from '../../en/rules/index.ts';
import { answers } from './answers.ts';
import { departments } from './departments.ts';
import { gifts } from './gifts.ts';
import { kept } from './kept.ts';
import { notices } from './notices.ts';
import { programs } from './programs.ts';
import { refusals } from './refusals.ts';
import { tone } from './tone.ts';
import { words } from './words.ts';

export const rules: typeof english = {
  answers,
  departments,
  gifts,
  kept,
  notices,
  programs,
  refusals,
  tone,
  words,
};
