import { answers } from './answers.ts';
import { buttons } from './buttons.ts';
import { drafts } from './drafts.ts';
import { facts } from './facts.ts';
import { gifts } from './gifts.ts';
import { issues } from './issues.ts';
import { reminders } from './reminders.ts';
import { told } from './told.ts';
import { tone } from './tone.ts';

/** The cards of cases: in channels, in direct messages, and as answers only one person sees. */
export const cards = { answers, buttons, drafts, facts, gifts, issues, reminders, told, tone };
