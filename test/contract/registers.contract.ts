import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/kernel/time';
import { COMPANY, KALLE, PAULA, TESSA, address } from '#test/builders/messages';
import type { Stores } from '#test/builders/stores';

/** What every register, and the entry to it, must do. */
export function registersContract(
  name: string,
  make: () => Promise<Pick<Stores, 'people' | 'businesses' | 'entry'>>,
): void {
  describe(`registers: ${name}`, () => {
    it('know nobody who was never entered', async () => {
      const { people, businesses } = await make();
      expect(await people.find(TESSA)).toBeUndefined();
      expect(await businesses.find(COMPANY)).toBeUndefined();
    });

    it('tell of a person by the identity code', async () => {
      const { people, entry } = await make();
      const tessa = {
        name: 'Testilä Tessa',
        language: 'sv',
        postalAddress: address(),
        contactAddress: address({ streetAddress: 'PL 7' }),
        protectionOrder: true,
        guardians: [PAULA],
        birthDate: calendarDate.parse('1980-02-01'),
      } as const;
      await entry.enterPerson(TESSA, { ...tessa, guardians: [...tessa.guardians] });
      expect(await people.find(TESSA)).toEqual(tessa);
      expect(await people.find(PAULA)).toBeUndefined();
    });

    it('tell of an organisation by its business id', async () => {
      const { businesses, entry } = await make();
      const company = {
        name: 'Kuljetus Oy',
        kind: 'COMPANY' as const,
        employees: 5,
        postalAddress: address({ name: 'Kuljetus Oy' }),
        representatives: [{ id: TESSA, role: 'NIMKO' }],
      };
      await entry.enterBusiness(COMPANY, company);
      expect(await businesses.find(COMPANY)).toEqual(company);
    });

    it('tell whose guardian a person is, and whom a person represents, each once', async () => {
      const { people, businesses, entry } = await make();
      expect([await people.wardsOf(TESSA), await businesses.representedBy(TESSA)]).toEqual([[], []]);
      for (let n = 0; n < 2; n += 1) {
        await entry.enterPerson(PAULA, { name: 'Postila Paula', guardians: [TESSA, KALLE] });
        await entry.enterPerson(KALLE, { name: 'Kalle', guardians: [TESSA] });
      }
      const representatives = [{ id: TESSA, role: 'NIMKO' }];
      await entry.enterBusiness(COMPANY, { name: 'Kuljetus Oy', kind: 'COMPANY', representatives });
      expect(new Set(await people.wardsOf(TESSA))).toEqual(new Set([PAULA, KALLE]));
      expect([await people.wardsOf(KALLE), await people.wardsOf(PAULA)]).toEqual([[PAULA], []]);
      expect([await businesses.representedBy(TESSA), await businesses.representedBy(KALLE)]).toEqual([[COMPANY], []]);
    });

    it('forget the row before when one is entered again', async () => {
      const { people, entry } = await make();
      await entry.enterPerson(TESSA, { name: 'Testilä Tessa', protectionOrder: true });
      await entry.enterPerson(TESSA, { name: 'Testilä Tessa', postalAddress: address() });
      expect(await people.find(TESSA)).toEqual({ name: 'Testilä Tessa', postalAddress: address() });
    });
  });
}
