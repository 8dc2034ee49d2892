import { setTimeout as sleep } from 'node:timers/promises';
import type { Content, Picture } from '../../chat/card.ts';
import { pictureOf, withoutPicture } from '../../chat/picture.ts';
import { shorten } from '../../chat/text.ts';
import { PermissionMissing, PlatformRefused, PlatformUnavailable } from '../../errors.ts';
import type { Wording } from '../../texts/index.ts';
import type { Clients } from './clients.ts';
import { asking } from './errors.ts';
import { uploadBytes } from './upload-bytes.ts';

/** Slack looks through what it got before it can be shown: it is asked so often, after waits that grow (ms), 9 s in all. */
const LOOKS = 9;
const WAIT_MS = 200;
/** So many uploads are remembered, for a post that waits for its turn. */
const REMEMBERED = 100;
/** So much of what it shows is its title, which Slack shows with the file (characters). */
const TITLE_MAX = 80;

/** Pictures in messages. */
export interface Pictures {
  /**
   * Uploads the picture of a card, if it has one, and says the card with its id. Where Slack takes no picture from us, what it
   * shows is said in words. Uploaded again after a crash, the first one is a file nobody was shown.
   * @param mark the same for every attempt at the same post; null: it is none
   */
  shown<T>(
    content: Content,
    mark: string | null,
    say: (content: Content, pictureId: string | null) => Promise<T>,
  ): Promise<T>;
}

export function createPictures(clients: Clients): Pictures {
  const uploaded = new Map<string, string>();

  async function idOf(picture: Picture, mark: string | null): Promise<string> {
    const known = mark === null ? undefined : uploaded.get(mark);
    if (known !== undefined) return known;
    const id = await upload(picture, clients);
    if (uploaded.size >= REMEMBERED) uploaded.clear();
    if (mark !== null) uploaded.set(mark, id);
    return id;
  }

  return {
    shown: async (content, mark, say) => {
      const picture = pictureOf(content);
      if (!picture) return say(content, null);
      try {
        return await say(content, await idOf(picture, mark));
      } catch (error) {
        const why = adviceFor(error);
        if (why === null) throw error;
        return say(withoutPicture(content, why), null);
      }
    },
  };
}

/** Refused means that nothing was posted; what is wrong with anything but the picture is refused again without it. */
function adviceFor(error: unknown): Wording | null {
  if (error instanceof PermissionMissing)
    return (texts) => texts.says.advice.pictureOnce(error.neededIn(texts));
  return error instanceof PlatformRefused ? ({ says }) => says.advice.pictureRefused : null;
}

/** https://docs.slack.dev/messaging/working-with-files#upload : in no channel, and shown by a block of our message. */
async function upload({ png, alt }: Picture, clients: Clients): Promise<string> {
  const { post, read } = clients;
  const id = await uploadBytes({ filename: 'picture.png', bytes: png }, clients);
  await asking('read', () =>
    post.files.completeUploadExternal({ files: [{ id, title: shorten(alt, TITLE_MAX) }] }),
  );
  for (let look = 1; look <= LOOKS; look += 1) {
    const { file } = await asking('read', () => read.files.info({ file: id }));
    if (file?.mimetype) return id;
    await sleep(look * WAIT_MS);
  }
  throw new PlatformUnavailable('slack', 'picture_not_ready', null);
}
