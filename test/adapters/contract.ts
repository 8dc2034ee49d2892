import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { platformOf } from '../../src/chat/ref.ts';
import { describeCommands } from './contract/commands.ts';
import { describeEvents } from './contract/events.ts';
import { describeFaults } from './contract/faults.ts';
import { describeFiles } from './contract/files.ts';
import { describeHomes } from './contract/homes.ts';
import { describeLookingBack } from './contract/looking-back.ts';
import { describePosting } from './contract/posting.ts';
import { describeReading } from './contract/reading.ts';
import { describeRoles } from './contract/roles.ts';
import { openScene, type AdapterHarness, type Scene } from './contract/scene.ts';

export type { AdapterHarness, AdapterWorld } from './contract/scene.ts';

/**
 * What every chat adapter promises, played by people of the platform's sandbox and checked from both ends.
 * A platform's own oddities are tested beside it.
 */
export function adapterContract(name: string, harness: AdapterHarness): void {
  describe(`${name} keeps the adapter contract`, () => {
    let scene: Scene;

    beforeEach(async () => {
      scene = await openScene(harness);
    });
    afterEach(async () => {
      await scene.close();
    });

    it('says it is well once events arrive, and has reported the gap before its start', () => {
      expect(scene.adapter.problem()).toBeNull();
      expect(scene.inbound.gaps).toEqual([scene.workspaceId]);
      expect(platformOf(scene.workspaceId)).toBe(scene.adapter.platform);
    });

    it('can be stopped twice, says so, and may be stopped without having been started', async () => {
      await scene.adapter.stop();
      await scene.adapter.stop();
      expect(scene.adapter.problem()).not.toBeNull();

      const unused = scene.makeAdapter();
      await unused.stop();
      expect(unused.problem()).not.toBeNull();
    });

    it('posts without having been started, as a worker process does', async () => {
      const worker = scene.makeAdapter();
      const ref = await worker.post(scene.inChannel(), scene.reply('from a worker'), 'mark-worker');
      expect(scene.seen(scene.people.moderator, scene.channels.open).map(({ id }) => id)).toContain(
        ref.messageId,
      );
      await worker.stop();
    });

    describeEvents(() => scene);
    describePosting(() => scene);
    describeFiles(() => scene);
    describeHomes(() => scene);
    describeReading(() => scene);
    describeRoles(() => scene);
    describeLookingBack(() => scene);
    describeCommands(() => scene);
    describeFaults(() => scene);
  });
}
