import { i18n } from '#i18n';

/**
 * Says which language our words are in, and where they begin. That of the messages and not the browser's: who reads Bonafide in English in a Finnish
 * browser must not have it read out in Finnish.
 */
export function setLanguage(element: HTMLElement): void {
  element.lang = i18n.t('language.tag');
  element.dir = i18n.t('language.direction');
}

/** For numbers and dates beside our words; undefined is the browser's own, when a dead extension's messages are gone. */
export const shownLanguage = (): string | undefined => i18n.t('language.tag') || undefined;
