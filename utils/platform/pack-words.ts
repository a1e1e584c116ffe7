import { browser } from 'wxt/browser';
import { matchLanguage } from '../core/match-language.ts';
import type { Pack } from '../core/pack.ts';
import { english, speechOf, Words, type Speech } from '../core/speech.ts';
import type { Rows } from './rows.ts';

/** Language of the messages that the browser chose for the interface (each file of messages says its own): words of rules go with them. */
const shownLanguage = (): string => browser.i18n.getMessage('language_tag' as '@@ui_locale');

/** Name of the bytes that hold a pack's words in the language of the interface; undefined when it brings none. */
export function wordsName({ words }: Pack): string | undefined {
  if (!words) return undefined;
  const language = matchLanguage(shownLanguage(), Object.keys(words));
  return language === undefined ? undefined : words[language];
}

/** Throws an error that names the first wrong place. */
export function readWords(json: string): Words {
  return Words.parse(JSON.parse(json));
}

/** The words of a pack, read when something is said for the first time: of most that is read nothing is. */
export function speechIn(row: Rows['lists'] | undefined): () => Speech {
  let speech: Speech | undefined;
  return () => (speech ??= row ? speechOfRow(row) : english);
}

/** A finding is told in English rather than not at all. */
function speechOfRow({ bytes }: Rows['lists']): Speech {
  try {
    return speechOf(JSON.parse(new TextDecoder().decode(bytes)) as Words);
  } catch {
    return english;
  }
}
