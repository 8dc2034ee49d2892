/** The part of it that is used. https://github.com/andris9/hoodiecrow */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface Imap {
    server: Server;
    folderCache: Record<string, { messages: { flags: string[] }[] }>;
    listen(port: number, done: () => void): void;
    appendMessage(folder: string, flags: string[], at: false, raw: string): void;
    setCommandHandler(
      command: string,
      handler: (
        connection: { send(response: object): void },
        parsed: { tag: string },
        data: unknown,
        done: () => void,
      ) => void,
    ): void;
    close(): void;
  }

  export default function hoodiecrow(options: { plugins: string[]; storage: Record<string, object> }): Imap;
}
