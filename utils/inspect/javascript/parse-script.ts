import { parse, type ParserOptions } from '@babel/parser';
import type { File } from '@babel/types';
import { leanTree } from './lean-tree.ts';

const shared: ParserOptions = {
  sourceType: 'unambiguous', errorRecovery: true, allowReturnOutsideFunction: true, allowAwaitOutsideFunction: true, allowImportExportEverywhere: true,
  allowSuperOutsideMethod: true, allowUndeclaredExports: true, allowNewTargetOutsideFunction: true, attachComment: false,
};

/** The tree of a script, or undefined when it cannot be read as JavaScript or TypeScript, with or without JSX and Flow. */
export function parseScript(path: string, text: string): File | undefined {
  const isTyped = /\.[cm]?tsx?$|\.vue$|\.svelte$|\.astro$/i.test(path);
  // `<T>value` is a type in .ts files and the beginning of an element elsewhere.
  const first: ParserOptions['plugins'] = isTyped ? (/\.[cm]?ts$/i.test(path) ? ['typescript', 'decorators-legacy'] : ['typescript', 'jsx', 'decorators-legacy']) : ['jsx', 'decorators-legacy'];
  const attempts: ParserOptions['plugins'][] = [first, isTyped ? ['typescript', 'decorators-legacy'] : ['jsx', 'flow', 'decorators-legacy'], ['typescript', 'jsx']];
  for (const plugins of attempts) {
    try {
      return leanTree(parse(text, { ...shared, plugins }));
    } catch {
      // The next reading may fit.
    }
  }
  return undefined;
}
