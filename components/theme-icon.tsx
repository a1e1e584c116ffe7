import type { Theme } from '../utils/core/rule.ts';
import { Icon } from './icon.tsx';

/** Themes of what was found in a conversation, and in a project. */
export type FoundTheme = Theme | 'runs' | 'hides' | 'fetches';

export const themeShapes: Readonly<Record<FoundTheme, string>> = {
  // An envelope.
  sender: 'M4.5 4.5h11A1.5 1.5 0 0 1 17 6v8a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14V6a1.5 1.5 0 0 1 1.5-1.5zM3.4 5.4 10 10.8l6.6-5.4',
  // Head and shoulders.
  profile: 'M10 10a3.4 3.4 0 1 0 0-6.8a3.4 3.4 0 0 0 0 6.8zM3.6 16.8c.7-2.7 3.2-4.2 6.4-4.2s5.7 1.5 6.4 4.2',
  // A picture in its frame.
  photo: 'M4.5 3h11A1.5 1.5 0 0 1 17 4.5v11a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15.5v-11A1.5 1.5 0 0 1 4.5 3zM3.2 14.2l4-4 6.3 6.4M11 13.8l2.2-2.2 3.6 3.5M13 7h.01',
  // Two links of a chain.
  link: 'M8.3 11.7a3.1 3.1 0 0 0 4.4 0l3.2-3.2a3.1 3.1 0 0 0-4.4-4.4L10.2 5.4M11.7 8.3a3.1 3.1 0 0 0-4.4 0l-3.2 3.2a3.1 3.1 0 0 0 4.4 4.4l1.3-1.3',
  // A sheet with its corner turned.
  file: 'M11.6 2.8H6.2A1.4 1.4 0 0 0 4.8 4.2v11.6a1.4 1.4 0 0 0 1.4 1.4h7.6a1.4 1.4 0 0 0 1.4-1.4V6.4zM11.5 3v3.6h3.6',
  // Marks of code.
  assignment: 'M6.3 6 2.6 10l3.7 4M13.7 6l3.7 4-3.7 4M11.3 4.6 8.7 15.4',
  // Words somebody said.
  text: 'M4.5 3.5h11A1.5 1.5 0 0 1 17 5v6.8a1.5 1.5 0 0 1-1.5 1.5H9.2L5.7 16.6v-3.3H4.5A1.5 1.5 0 0 1 3 11.8V5a1.5 1.5 0 0 1 1.5-1.5zM6.4 7h7.2M6.4 9.9h4.2',
  // Out of here, to somewhere else.
  channel: 'M9 3.8H5.3a1.5 1.5 0 0 0-1.5 1.5v9.4a1.5 1.5 0 0 0 1.5 1.5H9M8.4 10h8.7M13.6 6.4 17.2 10l-3.6 3.6',
  // A terminal.
  runs: 'M4.3 3.8h11.4A1.5 1.5 0 0 1 17.2 5.3v9.4a1.5 1.5 0 0 1-1.5 1.5H4.3a1.5 1.5 0 0 1-1.5-1.5V5.3a1.5 1.5 0 0 1 1.5-1.5zM6.2 7.6 8.7 10l-2.5 2.4M10.8 12.6h3.2',
  // An eye, struck out.
  hides: 'M2.6 10S5.3 5 10 5s7.4 5 7.4 5-2.7 5-7.4 5-7.4-5-7.4-5zM10 12.1a2.1 2.1 0 1 0 0-4.2a2.1 2.1 0 0 0 0 4.2zM4.2 16.2 15.8 3.8',
  // Down, into the tray.
  fetches: 'M10 3v9.2M6.2 8.5 10 12.3l3.8-3.8M3.4 13v2.2a1.5 1.5 0 0 0 1.5 1.5h10.2a1.5 1.5 0 0 0 1.5-1.5V13',
};

/** What a finding is about, beside its name. */
export const ThemeIcon = ({ theme }: { theme: FoundTheme }) => <Icon path={themeShapes[theme]} turns={theme === 'channel'} />;
