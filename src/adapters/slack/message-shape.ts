import { z } from 'zod';

/** What may be left out, or said to be nothing. */
export const text = z.string().nullish();

export const file = z.looseObject({
  id: text,
  name: text,
  title: text,
  mimetype: text,
  mode: text,
  size: z.number().nullish(),
  url_private: text,
  url_private_download: text,
});

/** No more of a message than what snapshot.ts reads. */
export const spoken = z.looseObject({
  text,
  user: text,
  bot_id: text,
  username: text,
  thread_ts: text,
  bot_profile: z.looseObject({ name: text }).nullish(),
  files: z.array(file).nullish(),
  attachments: z.array(z.looseObject({ text, fallback: text })).nullish(),
});
