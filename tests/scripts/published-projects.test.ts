import { npmTopDependents } from 'npm-high-impact';
import { describe, expect, it } from 'vitest';
import { fileOf } from '../../scripts/eval/projects/packed-packages.mts';
import { published } from '../../scripts/eval/projects/published-list.mts';
import { templatesOf } from '../../scripts/eval/projects/templates-of.mts';
import { projectOf } from '../inspect/sightings-of.ts';

describe('published-list', () => {
  const versions = [...Object.values(published.popular), ...Object.values(published.others), ...Object.values(published.templates).map(({ version }) => version)];
  it('names the two hundred most depended-on packages, in their order', () => expect(Object.keys(published.popular)).toEqual(npmTopDependents.slice(0, 200)));
  it('names one version of each, so that everybody measures the same', () => expect(versions.filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]));
  it('counts no package twice', () => {
    const names = [published.popular, published.others, published.templates].flatMap(Object.keys);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});

describe('packed-packages', () => {
  it.each([['react', 'react-1.0.0.tgz'], ['@angular/core', 'angular-core-1.0.0.tgz']])('finds %s as npm packs it', (name, file) => expect(fileOf(name, '1.0.0')).toBe(file));
});

describe('templates-of', () => {
  const maker = projectOf({
    'package.json': '{}', 'template-vue/package.json': '{}', 'template-vue/src/main.js': '', 'template-react/package.json-tpl': '{}', 'templates/a/b/app.py': '', 'README.md': '',
  });
  const pathsLike = (...patterns: string[]) => templatesOf(maker, patterns).map(({ name, files }) => [name.replace(/^.*: /, ''), files.map(({ path }) => path)]);

  it('makes a project of each folder that is like a pattern', () => expect(pathsLike('template-*', 'templates/*/*')).toEqual([
    ['template-react', ['package.json']], ['template-vue', ['package.json', 'src/main.js']], ['templates/a/b', ['app.py']],
  ]));
  it('takes a "*" for no more than the rest of one name', () => expect(pathsLike('*')).toEqual([
    ['template-react', ['package.json']], ['template-vue', ['package.json', 'src/main.js']], ['templates', ['a/b/app.py']],
  ]));
  it('finds nothing where there is no such folder', () => expect(pathsLike('starter')).toEqual([]));
});
