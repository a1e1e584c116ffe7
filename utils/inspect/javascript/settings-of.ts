import type { TextFile } from '../sighting.ts';

const settingsFile = /(?:^|\/)(?:\.env(?:\.[\w.-]+)?|[\w-]*config\.env(?:\.[\w.-]+)?|[\w-]+\.env)$/;

export const holdsSettings = (path: string): boolean => settingsFile.test(path);

/** Values that the project's `.env` files give to `process.env`. The first file that names one has it. */
export function settingsOf(files: readonly TextFile[]): Map<string, string> {
  const settings = new Map<string, string>();
  for (const { text } of files) {
    for (const match of text.matchAll(/^[ \t]*(?:export[ \t]+)?([\w.]+)[ \t]*=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^#\n]*))/gm)) {
      const value = (match[2] ?? match[3] ?? match[4] ?? '').trim();
      if (!settings.has(match[1]!)) settings.set(match[1]!, value);
    }
  }
  return settings;
}
