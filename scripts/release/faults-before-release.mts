import { isNewer, isVersion } from './version.mts';
import { releasedVersions, unreleased } from './changelog.mts';

export interface BeforeRelease {
  readonly version: string;
  /** The version that package.json names now. */
  readonly present: string;
  readonly changelog: string | undefined;
  /** Lines of `git status --porcelain`. */
  readonly changedFiles: readonly string[];
}

/** Most changed files that are named. */
const named = 5;

/** What stands in the way of a release, each with its remedy. All at once: nobody wants to learn them one by one. */
export function faultsBeforeRelease({ version, present, changelog, changedFiles }: BeforeRelease): string[] {
  return [...faultsOfVersion(version, [present, ...releasedVersions(changelog ?? '')]), ...faultsOfChangelog(version, changelog), ...faultsOfTree(changedFiles)];
}

function faultsOfVersion(version: string, earlier: readonly string[]): string[] {
  if (!isVersion(version)) return [`"${version}" is no version: give three numbers up to 65535, such as 1.2.0.`];
  const newest = earlier.reduce((newest, other) => (isNewer(other, newest) ? other : newest));
  return isNewer(version, newest) ? [] : [`${version} is not newer than ${newest}: browsers update to higher versions only.`];
}

function faultsOfChangelog(version: string, changelog: string | undefined): string[] {
  if (changelog === undefined) return ['There is no CHANGELOG.md: write one with a part "## Unreleased".'];
  return unreleased(changelog) === undefined ? [`CHANGELOG.md has nothing under "## Unreleased": say there what ${version} brings.`] : [];
}

function faultsOfTree(changed: readonly string[]): string[] {
  if (changed.length === 0) return [];
  const more = changed.length > named ? ` and ${changed.length - named} more` : '';
  return [`The tree has changes that no commit holds (${changed.slice(0, named).map((line) => line.trim()).join(', ')}${more}): commit them or put them away.`];
}
