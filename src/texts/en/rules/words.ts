/** Short words for what a case is, has or came by. */
export const words = {
  /** How feedback came that nobody wrote in a channel. */
  origins: { mail: 'by mail', phone: 'by phone', person: 'in person', elsewhere: 'another way' },
  /** How a case stands with a department. */
  departments: {
    asked: 'asked',
    taken: 'taken',
    needs_more: 'needs more',
    elsewhere: 'handled elsewhere',
    declined: 'declined',
    fixed: 'fixed',
    answered: 'answered for the member',
  },
  /** Who may see a case. */
  audiences: { leads: 'Leads, management and admins alone', staff: 'All who work on cases' },
  /** Whose each level is. */
  levels: { 1: 'L1, the moderators', 2: 'L2, a department', 3: 'L3, management' },
  /** Promises to members. */
  noneDue: 'none was due',
  kept: (percent: number, kept: number, all: number) => `${percent}% kept, ${kept} of ${all}`,
  noText: '(no text)',
  onlyFiles: '(only files, no text)',
};
