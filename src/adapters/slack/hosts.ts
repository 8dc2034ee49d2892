/** Whether an address is Slack's, or that of the API we use: nothing of ours goes anywhere else. */
export function isSlackAddress(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, protocol, hostname } = new URL(url);
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && /(^|\.)slack\.com$/.test(hostname));
}
