import { z } from 'zod';
import { isEmoji, normaliseEmoji } from './emoji.ts';
import { duration } from './values.ts';

/** Reactions by which people say that they are upset. Sad ones are not: they mean sympathy, or laughter. */
const UPSET = '👎 😠 😡 🤬 😤 🖕 🤮 🤢 💩 🙄 😒 🤡 🤦 🤦‍♀️ 🤦‍♂️'.split(' ');
/** Reactions that are kind whatever they stand below. Not 👍 and 💯: below angry words they agree with them. */
const PRAISE = '❤️ 🧡 💛 💚 💙 💜 🩷 🥰 😍 🤩 😊 😄 🎉 🥳 👏 🙌 🙏 💖 💕'.split(' ');

const DEFAULTS = { replies: 8, people: 4, upset: 5, within: 3_600_000 };

const emojis = z
  .array(
    z
      .string()
      .refine(
        isEmoji,
        'write one emoji such as 😡, or the name of a custom one between colons in quotes, such as ":nope:"',
      )
      .transform(normaliseEmoji),
  )
  .max(200);

const count = z.int().min(1).max(10_000);
const someLimits = { replies: count.optional(), people: count.optional(), upset: count.optional() };
const emojiDefaults = { upset: UPSET.map(normaliseEmoji), praise: PRAISE.map(normaliseEmoji) };

/** When a thread of a watched channel heats up so much that moderators are asked whether it should be flagged. */
export const hotThreadsSchema = z
  .union(
    [
      z.literal(false),
      z.strictObject({
        /** So many replies that are no praise … */
        replies: count.default(DEFAULTS.replies),
        /** … by so many different people … */
        people: count.default(DEFAULTS.people),
        /** … with so many upset words or reactions … */
        upset: count.default(DEFAULTS.upset),
        /** … within so long. */
        within: duration.default(DEFAULTS.within),
        /** Reactions that count as upset and as praise. */
        emojis: z
          .strictObject({
            upset: emojis.default(emojiDefaults.upset),
            praise: emojis.default(emojiDefaults.praise),
          })
          .default(emojiDefaults),
      }),
    ],
    { error: 'write false, or replies, people, upset, within and emojis' },
  )
  .default({ ...DEFAULTS, emojis: emojiDefaults });

/** The same for one community: other limits, and other ones in some of its channels; false: not there. */
export const ownHotThreadsSchema = z.union(
  [
    z.literal(false),
    z.strictObject({
      ...someLimits,
      channels: z
        .record(z.string().min(1), z.union([z.literal(false), z.strictObject(someLimits)]))
        .default({}),
    }),
  ],
  { error: 'write false, or replies, people, upset and channels' },
);
