/** What a browser does, as far as the pages care: keeps cookies, says where a request comes from, sends the form it was shown. */
export interface Browser {
  /** Everything sent with every request, such as `x-forwarded-for`. */
  headers: Record<string, string>;
  /** Name to value. Cookies that are marked for https are kept too: what reads them is behind a proxy. */
  cookies: Map<string, string>;
  /** The `Set-Cookie` lines of the last answer. */
  lastSet: string[];
  get(path: string): Promise<Seen>;
  /** Presses the one button of the page at `path` (or of the page in `html`), as a form of our own page. */
  press(
    path: string,
    options?: { html?: string; fields?: Record<string, string>; headers?: Record<string, string> },
  ): Promise<Seen>;
}

export interface Seen {
  status: number;
  headers: Headers;
  html: string;
}

export function openBrowser(base: string): Browser {
  const ask = async (path: string, init: RequestInit): Promise<Seen> => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, base), {
      ...init,
      redirect: 'manual',
      headers: { ...(cookie && { cookie }), ...browser.headers, ...(init.headers as Record<string, string>) },
    });
    browser.lastSet = response.headers.getSetCookie();
    for (const line of browser.lastSet) keep(line, browser.cookies);
    return { status: response.status, headers: response.headers, html: await response.text() };
  };
  const browser: Browser = {
    headers: {},
    cookies: new Map(),
    lastSet: [],
    get: (path) => ask(path, {}),
    async press(path, { html, fields = {}, headers = {} } = {}) {
      const csrf = formToken(html ?? (await browser.get(path)).html);
      return ask(path, {
        method: 'POST',
        body: new URLSearchParams({ ...(csrf !== null && { csrf }), ...fields }),
        headers: { origin: 'null', 'sec-fetch-site': 'same-origin', ...headers },
      });
    },
  };
  return browser;
}

function keep(line: string, cookies: Map<string, string>): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (/expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

export function formToken(html: string): string | null {
  return /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? null;
}
