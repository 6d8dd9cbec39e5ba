import { describe, expect, it } from 'vitest';
import type { ConsentRecord } from '#shared/domain/consent/consent-record';
import type { MatterPreference } from '#shared/domain/consent/matter-preference';
import { NOON } from '#test/builders/messages';
import { recipientNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

const OWNER = recipientNo(1);
const consentNo = (version: number): ConsentRecord => ({
  version,
  action: 'GIVE',
  at: NOON,
  email: 'recipients:sealed',
  source: 'SELF',
  actor: { role: 'SELF' },
  textVersion: '2026-11',
  language: 'fi',
});
const matterNo = (n: number): MatterPreference => ({
  recipientId: OWNER,
  matter: String(n).repeat(64),
  kind: 'PAPER',
  declaredAt: NOON,
  actor: { role: 'SELF' },
});

/** What every OwnRecords must do. */
export function ownRecordsContract(
  name: string,
  make: () => Promise<Pick<Stores, 'ownRecords' | 'gates' | 'matters'>>,
): void {
  describe(`OwnRecords: ${name}`, () => {
    it('finds nothing on somebody who has chosen nothing', async () => {
      const { ownRecords } = await make();
      expect(await ownRecords.consents(OWNER)).toEqual([]);
      expect(await ownRecords.matters(OWNER)).toEqual([]);
    });

    it('finds every record of the register of consents, newest first, of its owner alone', async () => {
      const { ownRecords, gates } = await make();
      for (const version of [1, 2, 10]) await gates.register(OWNER, consentNo(version));
      await gates.register(recipientNo(2), consentNo(3));
      expect(await ownRecords.consents(OWNER)).toEqual([consentNo(10), consentNo(2), consentNo(1)]);
    });

    it('finds every choice for a matter, of its owner alone', async () => {
      const { ownRecords, matters } = await make();
      for (const n of [1, 2]) await matters.put(matterNo(n));
      await matters.put({ ...matterNo(3), recipientId: recipientNo(2) });
      const found = await ownRecords.matters(OWNER);
      expect(found.toSorted((a, b) => a.matter.localeCompare(b.matter))).toEqual([matterNo(1), matterNo(2)]);
    });
  });
}
