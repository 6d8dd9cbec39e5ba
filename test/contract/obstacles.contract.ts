import { describe, expect, it } from 'vitest';
import { messageId } from '#shared/domain/message/ids';
import { OTHER_SERVICE, OTHER_TENANT, SERVICE, TENANT } from '#test/builders/messages';
import type { Stores } from '#test/builders/stores';

const OBSTACLE = { tenantId: TENANT, serviceId: SERVICE, statute: 'a'.repeat(64) };
const hit = (n: number) => ({ messageId: messageId.parse(n), sealed: 'sealed' });

/** What every ObstacleRegister must do. */
export function obstaclesContract(name: string, make: () => Promise<Pick<Stores, 'obstacles'>>): void {
  describe(`ObstacleRegister: ${name}`, () => {
    it('has counted nothing that was not noted', async () => {
      const { obstacles } = await make();
      expect(await obstacles.count(OBSTACLE)).toBe(0);
    });

    it('counts every message once, however often and however many at a time it is noted', async () => {
      const { obstacles } = await make();
      const messages = Array.from({ length: 25 }, (_, i) => i + 1);
      await Promise.all([...messages, ...messages].map(async (n) => obstacles.note(OBSTACLE, hit(n))));
      await obstacles.note(OBSTACLE, hit(7));
      expect(await obstacles.count(OBSTACLE)).toBe(25);
    });

    it('keeps statutes, services and authorities apart', async () => {
      const { obstacles } = await make();
      await obstacles.note(OBSTACLE, hit(1));
      const others = [
        { ...OBSTACLE, statute: 'b'.repeat(64) },
        { ...OBSTACLE, serviceId: OTHER_SERVICE },
        { ...OBSTACLE, tenantId: OTHER_TENANT },
      ];
      expect(await Promise.all(others.map(async (each) => obstacles.count(each)))).toEqual([0, 0, 0]);
    });
  });
}
