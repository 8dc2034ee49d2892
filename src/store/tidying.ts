import { tidyCases } from './tidy-cases.ts';
import { tidyDoor } from './tidy-door.ts';
import { tidyHomes } from './tidy-homes.ts';
import { tidyFiles } from './tidy-files.ts';
import { tidyIntake } from './tidy-intake.ts';
import { tidyMailFiles } from './tidy-mail-files.ts';
import { tidyHeat, tidyHotThreads, tidyMoods } from './tidy-heat.ts';
import {
  tidyDeliveries,
  tidyDigests,
  tidyFigureMarks,
  tidyInteractions,
  tidyJobs,
  tidyToDo,
  tidyTroubles,
  tidyWebhooks,
} from './tidy-old-rows.ts';
import type { Tidier } from './tidier.ts';

/**
 * Everything that is removed when its time is over, once a day, in this order. What is new here is a line and a `Tidier`;
 * docs/configuration.md says how long each is kept.
 */
export const TIDYING: readonly Tidier[] = [
  tidyFiles,
  tidyMailFiles,
  tidyCases,
  tidyIntake,
  tidyDeliveries,
  tidyInteractions,
  tidyJobs,
  tidyToDo,
  tidyWebhooks,
  tidyDigests,
  tidyTroubles,
  tidyDoor,
  tidyHomes,
  tidyHeat,
  tidyHotThreads,
  tidyMoods,
  tidyFigureMarks,
];
