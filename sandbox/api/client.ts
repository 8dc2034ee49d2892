import type {
  CallView,
  Community,
  Fault,
  Inbox,
  InteractionResult,
  MessageView,
  SentForm,
  UploadedFile,
} from '../platform.ts';

/** The control API said no. `status` is HTTP's; `code` and the message are the sandbox's. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

interface Where {
  as: string;
  channel: string;
}

/** One platform of a running sandbox, played over HTTP. People and channels by id or by name. @throws {ApiError} */
export interface SandboxClient {
  messages(query: Where & { thread?: string; limit?: number }): Promise<MessageView[]>;
  inbox(as: string): Promise<Inbox>;
  createMessage(
    input: Where & { text: string; thread?: string; files?: UploadedFile[] },
  ): Promise<{ channel: string; message: string }>;
  editMessage(input: Where & { message: string; text: string }): Promise<void>;
  deleteMessage(input: Where & { message: string }): Promise<void>;
  react(input: Where & { message: string; emoji: string; present: boolean }): Promise<void>;
  command(
    input: Where & { text: string; thread?: string; files?: UploadedFile[] },
  ): Promise<InteractionResult>;
  menu(input: Where & { message: string; name: string }): Promise<InteractionResult>;
  press(input: Where & { message: string; action: string; value?: string }): Promise<InteractionResult>;
  openHome(input: { as: string }): Promise<void>;
  submit(input: SentForm): Promise<InteractionResult>;
  belong(input: { person: string; group: string; present: boolean }): Promise<void>;
  renameGroup(input: { group: string; name: string }): Promise<void>;
  removeGroup(input: { group: string }): Promise<void>;
  leave(input: { person: string }): Promise<void>;
  fault(fault: Fault): Promise<void>;
  faults(): Promise<Fault[]>;
  clearFaults(): Promise<void>;
  calls(): Promise<CallView[]>;
}

/** @param url the sandbox's address, such as `http://127.0.0.1:3000`. */
export function sandboxClient(url: string, platform: 'slack' | 'discord'): SandboxClient {
  const call = <T>(method: string, path: string, body?: unknown) =>
    request<T>(new URL(`/sandbox/api/${platform}/${path}`, url), method, body);
  return {
    messages: (query) => call('GET', `messages?${queryOf(query)}`),
    inbox: (as) => call('GET', `inbox?${queryOf({ as })}`),
    createMessage: (input) => call('POST', 'messages', input),
    editMessage: (input) => call('PATCH', 'messages', input),
    deleteMessage: (input) => call('DELETE', 'messages', input),
    react: ({ present, ...input }) => call(present ? 'POST' : 'DELETE', 'reactions', input),
    command: (input) => call('POST', 'commands', input),
    menu: (input) => call('POST', 'menu', input),
    press: (input) => call('POST', 'press', input),
    openHome: (input) => call('POST', 'home', input),
    submit: (input) => call('POST', 'submit', input),
    belong: ({ present, ...input }) => call(present ? 'POST' : 'DELETE', 'members', input),
    renameGroup: (input) => call('PATCH', 'groups', input),
    removeGroup: (input) => call('DELETE', 'groups', input),
    leave: (input) => call('DELETE', 'people', input),
    fault: (fault) => call('POST', 'faults', fault),
    faults: () => call('GET', 'faults'),
    clearFaults: () => call('DELETE', 'faults'),
    calls: () => call('GET', 'calls'),
  };
}

/** Both communities of a running sandbox. @throws {ApiError} */
export function communities(url: string): Promise<Community[]> {
  return request(new URL('/sandbox/api/communities', url), 'GET');
}

function queryOf(query: object): string {
  const pairs = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
  return new URLSearchParams(pairs).toString();
}

async function request<T>(url: URL, method: string, body?: unknown): Promise<T> {
  const answer = await fetch(url, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const given = (await answer.json()) as { error?: { code: string; message: string } };
  if (!answer.ok)
    throw new ApiError(answer.status, given.error?.code ?? 'unknown', given.error?.message ?? '');
  return given as T;
}
