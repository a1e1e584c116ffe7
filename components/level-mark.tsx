import { i18n } from '#i18n';
import type { Level } from '../utils/core/score.ts';
import { Icon } from './icon.tsx';

/** One outline each, so that a level is told apart without its colour: circle, diamond, triangle, octagon. */
export const levelShapes: Readonly<Record<Level, string>> = {
  none: 'M10 3a7 7 0 1 1 0 14a7 7 0 0 1 0-14z',
  notice: 'M10 2.4 17.6 10 10 17.6 2.4 10zM10 10h.01',
  caution: 'M10 3 17.8 16.6H2.2zM10 8.2v3.7M10 14.2h.01',
  danger: 'M6.9 2.6h6.2l4.3 4.3v6.2l-4.3 4.3H6.9l-4.3-4.3V6.9zM10 6.2v4.5M10 13.7h.01',
};

export const LevelMark = ({ level }: { level: Level }) => (
  <span class={`level ${level}`}><Icon path={levelShapes[level]} />{i18n.t(`level.${level}`)}</span>
);
