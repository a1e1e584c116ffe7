/** What the next release brings stands under this heading until it has a number. */
const heading = '## Unreleased';

/** What stands under "Unreleased", or undefined if there is no such part or nothing in it. */
export function unreleased(changelog: string): string | undefined {
  const [, after] = changelog.split(`\n${heading}\n`);
  return after?.split(/\n## /)[0]?.trim() || undefined;
}

/** Versions that the changelog tells of. */
export const releasedVersions = (changelog: string): string[] => [...changelog.matchAll(/^## (\d+\.\d+\.\d+)\b/gm)].map(([, version]) => version!);

/** @param day of the release, YYYY-MM-DD */
export function nameRelease(changelog: string, version: string, day: string): string {
  if (unreleased(changelog) === undefined) throw new Error(`CHANGELOG.md has nothing under "${heading}": say there what ${version} brings.`);
  return changelog.replace(`\n${heading}\n`, `\n${heading}\n\n## ${version} (${day})\n`);
}
