import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsIn, onlyNumber } from '../../utils/surfaces/company-counts.ts';

describe('company-counts', () => {
  it.each([
    ['11-50 employees', 11, 50],
    ['1.001–5.000 Beschäftigte', 1_001, 5_000],
    ['1 001-5 000 employés', 1_001, 5_000],
    ['De 51 a 200 empleados', 51, 200],
    ['社員2～10名', 2, 10],
    ['من ١١ إلى ٥٠ موظفًا', 11, 50],
    ['1K-5K employees', 1_001, 5_000],
    ['0-1 employees', 1, 1],
  ])('reads %s as a size', (line, sizeLeast, sizeMost) => {
    expect(countsIn([line])).toEqual({ sizeLeast, sizeMost });
  });

  it.each(['10,001+ employees', '10K+ employees', 'Mehr als 10.001 Beschäftigte'])('reads %s as a size without an upper end', (line) => {
    expect(countsIn([line])).toEqual({ sizeLeast: 10_001 });
  });

  it.each(['12-40 employees', 'Founded 2019', '3 November 2023', '50 employees', 'Room 11, 2nd floor'])('takes %s for no size', (line) => {
    expect(countsIn([line])).toEqual({});
  });

  it.each([['1,204 followers', 1_204], ['1.204 Follower:innen', 1_204], ['12K followers', 12_000], ['フォロワー512人', 512], ['٣٬٤٥٦ متابعًا', 3_456]])(
    'reads %s as followers', (line, followers) => {
      expect(countsIn([line])).toEqual({ followers });
    });

  it.each(['1,2 mil seguidores', '3 Tsd. Follower', 'フォロワー1.2万人', '4 of 9 followers'])('does not guess how many %s are', (line) => {
    expect(countsIn([line]).followers).toBeUndefined();
  });

  it('tells the parts of one line apart', () => {
    expect(countsIn(['Software · Halden · 3,400 followers · 51-200 employees', '187 on LinkedIn']))
      .toEqual({ followers: 3_400, sizeLeast: 51, sizeMost: 200, members: 187 });
    expect(countsIn(['Logistics 51-200 employees 64 on LinkedIn'])).toEqual({ sizeLeast: 51, sizeMost: 200, members: 64 });
  });

  it('takes the first statement of each kind', () => {
    expect(countsIn(['10 followers', '99 followers', '2-10', '51-200'])).toEqual({ followers: 10, sizeLeast: 2, sizeMost: 10 });
  });

  it('reads every number it gives from the line', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom('en', 'de', 'ar-EG', 'fr'), (number, language) => {
      expect(onlyNumber(`(${new Intl.NumberFormat(language).format(number)})`)).toBe(number);
    }));
  });

  it('never throws and gives whole numbers only', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (lines) => {
      expect(Object.values(countsIn(lines)).every((value) => Number.isInteger(value))).toBe(true);
    }));
  });
});
