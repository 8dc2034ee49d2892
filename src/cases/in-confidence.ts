/** What whoever brings something for leads alone is told, when they are none themselves. */
export const FOR_LEADS =
  'It is recorded, and the leads look after it from here. It is shown to nobody else, so please keep it to yourself as well.';
