import { describe, expect, it } from 'vitest';
import type { DutyException } from '#shared/domain/channel/duty-exception';
import { calendarDate } from '#shared/kernel/time';
import { NOON, OTHER_TENANT, TENANT } from '#test/builders/messages';
import { recipientNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

const WHO = recipientNo(1);
const OTHER = recipientNo(2);
const exception = (part: Partial<DutyException> = {}): DutyException => ({
  tenantId: TENANT,
  exceptionId: 'poikkeus-1',
  recipientId: WHO,
  from: calendarDate.parse('2026-11-01'),
  to: calendarDate.parse('2026-11-30'),
  ground: 'INDIVIDUAL_REASON',
  sealed: 'sealed',
  enteredAt: NOON,
  ...part,
});

/** What every Exceptions must do. */
export function exceptionsContract(name: string, make: () => Promise<Pick<Stores, 'exceptions'>>): void {
  describe(`Exceptions: ${name}`, () => {
    it('knows none that was not entered', async () => {
      const { exceptions } = await make();
      expect(await exceptions.read(TENANT, 'poikkeus-1')).toBeUndefined();
      expect(await exceptions.of(TENANT, WHO)).toEqual([]);
    });

    it('tells a new one from one that takes the place of another', async () => {
      const { exceptions } = await make();
      expect(await exceptions.put(exception())).toBe(true);
      expect(await exceptions.put(exception({ matterId: 'asia-1' }))).toBe(false);
      expect(await exceptions.read(TENANT, 'poikkeus-1')).toEqual(exception({ matterId: 'asia-1' }));
      expect(await exceptions.of(TENANT, WHO)).toEqual([exception({ matterId: 'asia-1' })]);
    });

    it('finds all of a recipient', async () => {
      const { exceptions } = await make();
      await exceptions.put(exception());
      await exceptions.put(exception({ exceptionId: 'poikkeus-2' }));
      await exceptions.put(exception({ exceptionId: 'poikkeus-3', recipientId: OTHER }));
      const found = (await exceptions.of(TENANT, WHO)).map(({ exceptionId }) => exceptionId);
      expect(found.sort()).toEqual(['poikkeus-1', 'poikkeus-2']);
    });

    it('shows an authority nothing of another, though both chose one id', async () => {
      const { exceptions } = await make();
      await exceptions.put(exception({ tenantId: OTHER_TENANT }));
      expect(await exceptions.read(TENANT, 'poikkeus-1')).toBeUndefined();
      expect(await exceptions.of(TENANT, WHO)).toEqual([]);
      expect(await exceptions.put(exception())).toBe(true);
    });

    it('does not find one with the recipient it named before', async () => {
      const { exceptions } = await make();
      await exceptions.put(exception());
      await exceptions.put(exception({ recipientId: OTHER }));
      expect(await exceptions.of(TENANT, WHO)).toEqual([]);
      expect(await exceptions.of(TENANT, OTHER)).toHaveLength(1);
    });
  });
}
