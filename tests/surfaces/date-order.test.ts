import { describe, expect, it } from 'vitest';
import { isNewestFirst } from '../../utils/surfaces/date-order.ts';

const shown = (...texts: string[]) => texts.map((text) => {
  const element = document.createElement('div');
  element.textContent = text;
  document.body.append(element);
  return element;
});

describe('date-order', () => {
  it.each([
    ['Wed 11/4/2026 2:05 PM', 'Tue 11/3/2026 9:12 AM'], ['Mi 04.11.2026 09:12', 'Di 03.11.2026 09:12'], ['2026/11/04 (水) 9:12', '2026/11/03 (火) 9:12'],
    ['Tue 11/3/2026 1:05 PM', 'Tue 11/3/2026 9:12 AM'], ['Di 03.11.2026 10:00', 'Di 03.11.2026 09:59'],
  ])('sees that %s stands above the earlier %s', (first, last) => {
    expect(isNewestFirst(shown(first, last))).toBe(true);
  });
  it.each([
    ['Tue 11/3/2026 9:12 AM', 'Wed 11/4/2026 2:05 PM'], ['Di 03.11.2026 09:12', 'Mi 04.11.2026 09:12'], ['2025/12/31 9:12', '2026/01/01 9:12'],
    ['Tue 11/3/2026 11:59 AM', 'Tue 11/3/2026 12:01 PM'],
  ])('sees that %s stands above the later %s', (first, last) => {
    expect(isNewestFirst(shown(first, last))).toBe(false);
  });
  it('believes in the usual order where dates do not tell', () => {
    expect([isNewestFirst(shown('gestern', 'heute')), isNewestFirst([undefined, undefined])]).toEqual([true, true]);
  });
});
