import { browser } from 'wxt/browser';

/**
 * What the warning needs of `@wxt-dev/i18n`, which stands in for it in the page's script: keys and replacements, no plurals.
 * Without its extension, after an update, a card that moves once more before it goes has no words.
 */
export const createI18n = () => ({
  t(key: string, replacements: string[] = []): string {
    try {
      return (browser.i18n.getMessage as (key: string, replacements: string[]) => string)(key.replaceAll('.', '_'), replacements);
    } catch {
      return '';
    }
  },
});
