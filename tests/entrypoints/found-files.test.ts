import { describe, expect, it } from 'vitest';
import { FoundFiles } from '../../entrypoints/inspect/found-files.ts';
import { limits } from '../../utils/inspect/limits.ts';

async function found(texts: Readonly<Record<string, string>>) {
  const files = new FoundFiles();
  for (const [path, text] of Object.entries(texts)) if (files.wants(path)) files.add(path, new File([text], path.split('/').at(-1)!));
  const { files: list, ...rest } = await files.folder();
  return { paths: list.map(({ path }) => path), ...rest };
}

describe('files of a folder', () => {
  it('leaves out what git keeps for itself, but for what runs', async () => {
    const { paths, hasGit } = await found({ 'shop/.git/HEAD': '', 'shop/.git/config': '', 'shop/.git/hooks/pre-push': '', 'shop/.git/hooks/pre-push.sample': '', 'shop/.gitignore': '' });
    expect(paths).toEqual(['shop/.git/config', 'shop/.git/hooks/pre-push', 'shop/.gitignore']);
    expect(hasGit).toBe(true);
  });

  it('takes the names only of packages that the person installed', async () => {
    const packages = { 'shop/node_modules/left/package.json': '{}', 'shop/node_modules/left/index.js': '', 'shop/index.js': '' };
    expect(await found({ ...packages, 'shop/.git/index': 'DIRC index.js' })).toMatchObject({ paths: ['shop/node_modules/left/package.json', 'shop/index.js'], hasOwnPackages: true });
    expect((await found({ ...packages, 'shop/.git/index': 'DIRC node_modules/left/index.js' })).paths).toHaveLength(3);
    expect((await found(packages)).paths).toHaveLength(3);
  });

  it('lets installed packages not push out what comes behind them', async () => {
    const many = Object.fromEntries(Array.from({ length: limits.installedFiles + 100 }, (_, i) => [`shop/node_modules/many/${i}.js`, '']));
    const { paths, isCut } = await found({ ...many, 'shop/package.json': '{}' });
    expect(paths.at(-1)).toBe('shop/package.json');
    expect(isCut).toBe(true);
  });
});
