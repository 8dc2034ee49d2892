/** The part of it that is used. https://github.com/andris9/hoodiecrow */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface Imap {
    server: Server;
    folderCache: Record<string, { messages: { flags: string[] }[] }>;
    listen(port: number, done: () => void): void;
    appendMessage(folder: string, flags: string[], at: false, raw: string): void;
    close(): void;
  }

  export default function hoodiecrow(options: { plugins: string[]; storage: Record<string, object> }): Imap;
}
