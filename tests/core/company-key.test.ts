import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyKey } from '../../utils/core/company-key.ts';

describe('company key', () => {
  it.each([
    ['Birchline Systems, Inc.', 'birchlinesystems'], ['BIRCHLINE SYSTEMS', 'birchlinesystems'], ['Birchline Holdings Ltd.', 'birchline'], ['Lindqvist GmbH & Co. KG', 'lindqvist'],
    ['Lindqvist S.A. de C.V.', 'lindqvist'], ['株式会社ミナト', 'ミナト'], ['ミナト株式会社', 'ミナト'], ['(주)버치라인', '버치라인'], ['白桦有限公司', '白桦'], ['The Birch Line', 'birchline'],
    ['Lindqvist K.K.', 'lindqvist'], ['Birch-Line', 'birchline'], ['Bïrchline', 'birchline'], ['Inc', 'inc'],
  ])('makes %s and its spellings one', (name, key) => expect(companyKey(name)).toBe(key));

  it('drops a Russian legal form', () => expect(companyKey('ООО Берёзка')).toBe(companyKey('берёзка')));

  it('leaves letters and digits only, whatever the name', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      expect(companyKey(name)).not.toMatch(/[\s.,&-]/);
    }));
  });
});
