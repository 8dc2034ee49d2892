/** Gifts on cards. */
export const gifts = {
  label: 'Gifts',
  one: 'Gift',
  value: 'Value',
  proposedBy: 'Proposed by',
  decidedBy: 'Decided by',
  states: {
    proposed: 'waits for a yes',
    approved: 'not sent yet',
    given: 'given',
    refused: 'refused',
    withdrawn: 'taken back',
    failed: 'not delivered',
  },
  titles: {
    proposed: (name: string) => `${name} · a gift waits for your yes`,
    approved: (name: string) => `${name} · gift approved`,
    given: (name: string) => `${name} · gift approved and sent`,
    refused: (name: string) => `${name} · gift refused`,
    withdrawn: (name: string) => `${name} · gift taken back`,
    failed: (name: string) => `${name} · gift approved, but it could not be delivered`,
  },
  withWords: 'With these words, by direct message:',
  notOwn: 'Whoever proposed it cannot approve it.',
  notArrived: (name: string) => `${name} · a gift did not arrive`,
  codeLost: (member: string, gift: string) =>
    `${member} has not received ${gift}, and its code is lost for good, so it cannot be tried again. It counts against no limit; give another gift.`,
  held: (member: string, gift: string) =>
    `${member} has not received ${gift}. It stays held for them, so nobody else gets its code. When they accept direct messages again, try it once more. Another gift counts besides this one.`,
};
