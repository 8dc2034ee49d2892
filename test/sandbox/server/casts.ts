/** Who plays in the tests of the control API, on either platform. */
export const CASTS = [
  {
    platform: 'slack',
    member: 'Alma Berg',
    memberId: 'U0ALMA',
    manager: 'Mia Holm',
    managerId: 'U0MIA',
    channel: 'product-talk',
    channelId: 'C0PRODUCT',
    triage: 'C0TRIAGE',
    noSuchMessage: '1.000001',
  },
  {
    platform: 'discord',
    member: 'Kasper Lind',
    memberId: '1100000000000000101',
    manager: 'Nora Finch',
    managerId: '1100000000000000103',
    channel: 'game-feedback',
    channelId: '1100000000000000202',
    triage: '1100000000000000203',
    noSuchMessage: '1100000000000000999',
  },
];

/** A refusal of the control API. */
export interface ApiError {
  error: { code: string; message: string; where?: string | null };
}
