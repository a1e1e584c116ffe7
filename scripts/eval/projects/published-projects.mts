import { readProject } from '../../../utils/cli/read-project.ts';
import type { Project } from '../../../utils/inspect/project.ts';
import { debianPackages, fetchDebian, readFolder } from './debian-packages.mts';
import { fetchPackages, packedPackages } from './packed-packages.mts';
import { published, type Versions } from './published-list.mts';
import { templatesOf } from './templates-of.mts';

/** A set of other people's projects, and what of it could not be had. Each step reads what belongs together: a package and its templates. */
export interface PublishedSet {
  readonly name: string;
  readonly steps: readonly (() => Promise<readonly Project[]>)[];
  readonly missing: readonly string[];
}

const makers: Versions = Object.fromEntries(Object.entries(published.templates).map(([name, { version }]) => [name, version]));

/** Other people's projects are fetched the first time, as far as their registries are in reach. */
export function fetchPublished(): void {
  for (const versions of [published.popular, makers, published.others]) fetchPackages(versions);
  fetchDebian();
}

export const publishedSets = (): PublishedSet[] => [
  packages('most depended-on npm packages', published.popular),
  packages('templates and their makers', makers),
  packages('other npm packages', published.others),
  python(),
];

function packages(name: string, versions: Versions): PublishedSet {
  const { packed, missing } = packedPackages(versions);
  return { name, missing, steps: packed.map(({ id, path }) => async () => withTemplates({ ...await readProject(path), name: id })) };
}

const withTemplates = (project: Project): Project[] => [project, ...templatesOf(project, published.templates[project.name]?.folders ?? [])];

function python(): PublishedSet {
  const { folders, missing } = debianPackages();
  return { name: 'Python packages of Debian', missing, steps: folders.map((folder) => async () => [await readFolder(folder)]) };
}
