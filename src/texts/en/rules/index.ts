import { answers } from './answers.ts';
import { departments } from './departments.ts';
import { gifts } from './gifts.ts';
import { kept } from './kept.ts';
import { notices } from './notices.ts';
import { programs } from './programs.ts';
import { refusals } from './refusals.ts';
import { tone } from './tone.ts';
import { words } from './words.ts';

/** What the rules of a case say: refusals, notices, and the notes that Hearback writes itself. */
export const rules = { answers, departments, gifts, kept, notices, programs, refusals, tone, words };
