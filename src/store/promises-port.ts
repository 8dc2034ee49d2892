/** How often members heard from us by when they had been promised to. */
export interface Promises {
  /** Words reached the member in time. */
  kept: number;
  /** They came late, or the time is over and they have not come. */
  broken: number;
}
