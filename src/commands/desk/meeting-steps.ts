/** What `/feedback meeting` can do. */
export const MEETING_STEPS = [
  { value: 'list', label: 'List: what is left to decide' },
  { value: 'add', label: 'Add: something to talk about' },
  { value: 'decide', label: 'Decide: its number and the decision' },
] as const;
