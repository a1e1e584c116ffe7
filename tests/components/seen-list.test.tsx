import { describe, expect, it, vi } from 'vitest';
import { SeenList } from '../../components/seen-list.tsx';
import { drawn } from './drawn.ts';

const language = vi.hoisted(() => ({ tag: 'en' }));
vi.mock('#i18n', async () => {
  const { i18n } = await import('./english.ts');
  const t: typeof i18n.t = (key, ...options) => (key === 'language.tag' ? language.tag : i18n.t(key, ...options));
  return { i18n: { t } };
});

const place = drawn();
const seen = [{ fact: 'links.host', value: 'larkspur.example' }];

describe('SeenList', () => {
  it.each([['en', 'Site: larkspur.example'], ['fr', 'Site\u00A0: larkspur.example'], ['zh-TW', 'Site：larkspur.example']])('sets the colon as %s does', async (tag, line) => {
    language.tag = tag;
    await place.draw(<SeenList seen={seen} />);
    expect(place.all('li')).toEqual([line]);
  });
});
