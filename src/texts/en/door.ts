/** What opens the pages, and downloads. */
export const door = {
  signIn: 'Sign in',
  hello: 'Hello,',
  opens: (community: string) =>
    `This opens the cases you may see in ${community}, in this browser, for up to eight hours. Sign out when you are done, above all on a machine others use.`,
  open: 'Open the dashboard',
  download: 'Download',
  ready: (community: string) =>
    `What you asked for in ${community} is ready. It can be downloaded once, so do it on the device where you want to keep it.`,
  notYou: 'Is this not you? Then close this page, and tell whoever sent you the link.',
};
