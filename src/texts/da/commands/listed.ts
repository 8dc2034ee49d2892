import type { listed as english } from '../../en/commands/listed.ts';

export const listed: typeof english = {
  usual: 'Fællesskabets feedback: marker, svar, følg op',
  more: 'Det, der bruges sjældnere',
  team: 'Afdelinger, emner og andre programmer',
  menu: 'Marker som feedback',
};
