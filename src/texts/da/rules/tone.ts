import type { tone as english } from '../../en/rules/tone.ts';

export const tone: typeof english = {
  hindsight: 'Det siger, hvad de gjorde forkert, og det kan ingen lave om på mere.',
  repeating: 'Det siger, at de ikke hørte efter. Måske var det ikke klart, eller det blev væk.',
  fault: 'Det handler om, hvis skyld det er. Det, der hjælper dem, er, hvad der sker nu.',
  careless: 'Det siger, at de ikke gjorde sig umage. Vi ved ikke, hvad de har prøvet.',
  insult: 'Det dømmer mennesket og ikke det, der skete.',
  obvious:
    'Det, der er let for os, var ikke let for dem, ellers spurgte de ikke. Det får dem til at føle sig dumme.',
  reading: 'Det siger, at de ikke kan læse eller ikke gjorde det. Måske var det svært at finde.',
  alone: 'Det siger, at det, der skete for dem, ikke tæller, fordi andre ikke har nævnt det.',
  condescending: 'Det taler ned til dem.',
  exaggerating: 'Det gør deres følelser mindre, end de er. Sagen er stor nok til, at de skriver til os.',
  halfApology: 'Det beklager, hvad de føler, og ikke det, der skete.',
  calm: 'Folk, der får at vide, at de skal falde ned, gør det sjældent. Det virker bedre at vise, at du forstår.',
  wrong: 'Det strides om, hvem der har ret. Det er nok at sige, hvad vi ser, og hvor det kan komme fra.',
  notUnderstood: 'Det siger, at det er dem, der ikke forstår. Vi kan sige det bedre.',
  manners: 'Det svarer på, hvordan de siger det, og ikke på, hvad de siger.',
  shuttingDown: 'Det smækker døren i. Selv et nej kan sige, hvad der stadig kan lade sig gøre.',
  swearing: 'Det er et bandeord eller tæt på.',
  shouting: 'Store bogstaver og rækker af tegn læses som råb, også når de er venligt ment.',
};
