import { i18n } from '#i18n';
import type { SettingKey } from '../../utils/core/settings-schema.ts';

const words = {
  placement: 'options.placement', checkPhotos: 'options.photosToggle', rememberPhotosDays: 'options.photoDaysLabel',
  imageSearch: 'options.imageSearch', disabledRules: 'rules.title', disabledSites: 'options.sites',
} as const satisfies Record<SettingKey, string>;

/** A setting by the words it has on this page; what is not known here as it is written. */
export const wordsOf = (key: string): string => (Object.hasOwn(words, key) ? `“${i18n.t(words[key as SettingKey])}”` : key);
