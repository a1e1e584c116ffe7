import { describe, expect, it } from 'vitest';
import { matchLanguage } from '../../utils/core/match-language.ts';

const available = ['en', 'de', 'es', 'fr', 'ja', 'ko', 'pt-BR', 'uk', 'zh-CN', 'zh-TW'];

describe('matchLanguage', () => {
  it.each([
    ['ja', 'ja'], ['zh-TW', 'zh-TW'], ['zh-HK', 'zh-TW'], ['zh-Hant', 'zh-TW'], ['zh', 'zh-CN'], ['zh-SG', 'zh-CN'], ['pt', 'pt-BR'], ['pt-PT', 'pt-BR'],
    ['es-419', 'es'], ['de-AT', 'de'], ['en-GB', 'en'],
  ])('serves %s with %s', (wanted, given) => {
    expect(matchLanguage(wanted, available)).toBe(given);
  });

  it('serves nobody with another language, or another writing', () => {
    expect(['fi', 'zh-Hant', 'not a tag', ''].map((wanted) => matchLanguage(wanted, ['en', 'zh-CN']))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('prefers the region that is meant', () => {
    expect(matchLanguage('pt', ['pt-PT', 'pt-BR'])).toBe('pt-BR');
  });
});
