/** What stands in many places. */
export const common = {
  /** The language's own code, for dates and for the `lang` of a page. */
  code: 'en',
  yes: 'Yes',
  no: 'No',
};
