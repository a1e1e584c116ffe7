import { i18n } from '#i18n';
import type { Level } from '../utils/core/score.ts';

/** One outline each, so that a level is told apart without its colour. */
const shapes: Record<Level, string> = {
  none: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11z',
  notice: 'M8 1.8 14.2 8 8 14.2 1.8 8z',
  caution: 'M8 2 14.6 13.6H1.4z',
  danger: 'M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z',
};
const signs: Record<Level, string> = {
  none: '',
  notice: 'M8 8h.01',
  caution: 'M8 6.4v3M8 11.4h.01',
  danger: 'M8 4.8v3.9M8 11.2h.01',
};

export function LevelMark({ level }: { level: Level }) {
  return (
    <span class={`level ${level}`}>
      <svg
        width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6"
        stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"
      >
        <path d={shapes[level]} />
        <path d={signs[level]} />
      </svg>
      {i18n.t(`level.${level}`)}
    </span>
  );
}
