import { settingShapes } from '../../utils/core/setting-shapes.ts';

/** Of no type that any setting could have been meant by; a whole policy of them. Two are of the right type, as Chromium keeps the others for itself. */
export const brokenSettings = (): object => ({
  ...Object.fromEntries(settingShapes().map(({ key, type }) => [key, type === 'array' ? { first: 1 } : ['not', 'this']])),
  placement: 'sideways',
  orgDomains: ['not a domain'],
});
