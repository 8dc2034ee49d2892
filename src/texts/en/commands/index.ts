import { door } from './door.ts';
import { listed } from './listed.ts';
import { issueForm } from './issue-form.ts';
import { topics } from './topics.ts';
import { departments } from './departments.ts';
import { reading } from './reading.ts';
import { flagging } from './flagging.ts';
import { sight } from './sight.ts';
import { absence } from './absence.ts';
import { hands } from './hands.ts';
import { waits } from './waits.ts';
import { kept } from './kept.ts';
import { picked } from './picked.ts';
import { giving } from './giving.ts';
import { answering } from './answering.ts';
import { timing } from './timing.ts';
import { recording } from './recording.ts';
import { ownData } from './own-data.ts';
import { together } from './together.ts';
import { whoSees } from './who-sees.ts';

/** What commands, their forms and their answers say; one file a subject. */
export const commands = {
  door,
  listed,
  issueForm,
  topics,
  ...departments,
  ...reading,
  ...flagging,
  ...sight,
  ...absence,
  ...hands,
  waits,
  kept,
  picked,
  ...giving,
  ...answering,
  ...timing,
  ...recording,
  ...ownData,
  ...together,
  ...whoSees,
};
