import { describe, expect, it } from 'vitest';
import { personName } from '../../utils/platform/person-name.ts';

const words = (name: string) => personName(name).words;

describe('personName', () => {
  it.each(['Dana Brook', 'BROOK, Dana', 'Dána Brook', 'Dana B. Brook', 'Dana Brook (Birchline)', 'Dana Brook via Hireboard', 'Dana Brook, MBA',
    'Dr. Dana Brook', 'Dana Brook 🚀', 'Dana Brook | We are hiring', 'Dana Brook - Birchline'])('reads the same person out of %s', (name) => {
    expect(words(name)).toEqual(['brook', 'dana']);
  });

  it.each(['', 'LinkedIn Member', 'Recruiting Team', 'HR', '—', '1234'])('finds nobody in "%s"', (name) => {
    expect(words(name)).toEqual([]);
  });

  it('reads East Asian names with and without a space', () => {
    expect(words('田中 太郎')).toEqual(words('田中太郎'));
    expect(words('田中太郎').length).toBeGreaterThan(1);
  });

  it('tells scripts apart', () => {
    expect(['Dana Brook', 'Дана Брук', '田中太郎'].map((name) => personName(name).kind)).toEqual(['latin', 'other', 'other']);
  });

  it('keeps few words of a name that is a text', () => {
    expect(words('ab cd ef gh ij kl mn op qr').length).toBe(6);
  });
});
