import { describe, expect, it } from 'vitest';
import { sourceAddress } from '../../../utils/inspect/packages/source-address.ts';

const read = (spec: string) => {
  const source = sourceAddress(spec);
  return source && `${source.how} ${source.host}`;
};

describe('sourceAddress', () => {
  it.each([
    ['git+https://git.example/a/b.git#main', 'git git.example'], ['git+ssh://git@git.example/a/b.git', 'git git.example'], ['git@git.example:a/b.git', 'git git.example'],
    ['git://git.example/a/b', 'git git.example'], ['https://git.example/a/b.git', 'git git.example'], ['https://files.example:8080/b.tgz?x=1', 'archive files.example'],
    ['http://user:pass@files.example/b.tgz', 'archive files.example'], ['https://codeload.github.com/a/b/tar.gz/c', 'git github.com'],
    ['github:a/b', 'git github.com'], ['a/b#semver:^1', 'git github.com'], ['gitlab:a/b', 'git gitlab.com'], ['http://192.0.2.7/b.tgz', 'archive 192.0.2.7'],
  ])('reads %s', (spec, source) => expect(read(spec)).toBe(source));

  it.each(['^1.0.0', 'latest', '*', '', '>=1 <2', '1.x || 2.x', 'npm:other@1', 'workspace:*', 'file:../a', 'link:./a', './a/b', '../a', 'catalog:default', 'https://registry.npmjs.org/a/-/a-1.0.0.tgz'])(
    'knows that %s is no address elsewhere', (spec) => expect(read(spec)).toBeUndefined());
});
