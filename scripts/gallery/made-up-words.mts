import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import { readWords } from '../../utils/cli/build-words.ts';
import { english, speechOf, type Speech } from '../../utils/core/speech.ts';

export const languages = ['en', 'ja', 'de', 'ar-XB'] as const;
export type Language = (typeof languages)[number];
/** English written from right to left: what a page looks like in Arabic or Hebrew, readable by those who make it. The code is Chromium's. */
const turned = 'ar-XB';

/** Messages of the interface by the names that browsers know. What a language lacks is said in English, as browsers do. */
export function messagesIn(lang: Language): Record<string, string> {
  const words = written('en');
  if (lang !== turned) return { ...words, ...written(lang) };
  return { ...Object.fromEntries(Object.entries(words).map(([name, message]) => [name, turn(message)])), language_tag: 'ar', language_direction: 'rtl' };
}

/** Number of messages that a language lacks. */
export const lackingIn = (lang: Language): number => (lang === turned ? 0 : Object.keys(written('en')).filter((name) => !(name in written(lang))).length);

function written(lang: Language): Record<string, string> {
  const path = join(import.meta.dirname, '../../assets/locales', `${lang}.yml`);
  const messages = Object.entries(generateChromeMessages(parseMessagesText(readFileSync(path, 'utf8'), 'YAML')));
  return Object.fromEntries(messages.map(([name, { message }]) => [name, message]));
}

/** Words of the rules. */
export function speechIn(lang: Language): Speech {
  if (lang === 'en') return english;
  return lang === turned ? english : speechOf(readWords(join(import.meta.dirname, '../../assets'), lang));
}

/** Words of a verdict as they come, turned round where the language is. */
export const sayIn = (lang: Language, text: string): string => (lang === turned ? turn(text) : text);

const [rightToLeft, end] = ['\u202e', '\u202c'];
const turn = (text: string) => text.replace(/[A-Za-z’']+/g, (word) => rightToLeft + word + end);
