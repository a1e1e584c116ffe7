import { nameOf } from '../folder.ts';
import type { RunFinder } from '../found-run.ts';

/** Settings written as code that much-used extensions load as soon as a trusted folder is open. Source: their own pages in the marketplace, 2026-11. */
const loaded: readonly (readonly [RegExp, string])[] = [
  [/^(?:eslint\.config\.[cm]?[jt]s|\.eslintrc(?:\.c?js)?)$/, 'ESLint'],
  [/^(?:prettier\.config\.[cm]?[jt]s|\.prettierrc\.[cm]?[jt]s)$/, 'Prettier'],
  [/^(?:stylelint\.config\.[cm]?js|\.stylelintrc(?:\.c?js)?)$/, 'Stylelint'],
  [/^tailwind\.config\.[cm]?[jt]s$/, 'Tailwind CSS'],
  [/^svelte\.config\.[cm]?[jt]s$/, 'Svelte'],
  [/^(?:uno|unocss)\.config\.[cm]?[jt]s$/, 'UnoCSS'],
  [/^(?:graphql\.config|\.graphqlrc)\.[cm]?[jt]s$/, 'GraphQL'],
  [/^\.markdownlint(?:-cli2)?\.[cm]?js$/, 'markdownlint'],
];

/** What extensions of an editor load on opening. */
export const findEditorExtensions: RunFinder = function* (folder) {
  const names = new Map<string, string | undefined>();
  for (const file of folder.paths) {
    const name = nameOf(file);
    if (!names.has(name)) names.set(name, loaded.find(([pattern]) => pattern.test(name))?.[1]);
    const by = names.get(name);
    if (by === undefined || /(?:^|\/)node_modules\//.test(file)) continue;
    yield { moment: 'open', file, line: 1, by: `editor extension ${by}`, command: name, targets: [file], only: true, ordinary: true };
  }
};
