import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import linter from 'addons-linter';
import type { Warning } from './known-warnings.mts';

type Linted = Awaited<ReturnType<ReturnType<typeof linter.createInstance>['run']>>['errors'][number];

/** Characters of minified code that are looked at on either side of the place a warning points at. */
const around = 300;

/** Mozilla's linter, the engine of `web-ext lint` and of addons.mozilla.org, over a built folder. */
export async function lintBuild(folder: string): Promise<{ errors: Warning[]; warnings: Warning[] }> {
  const instance = linter.createInstance({ config: { _: [folder], logLevel: 'fatal', stack: false, pretty: false, metadata: false, output: 'none', boring: true }, runAsBinary: false });
  const { errors, warnings } = await instance.run();
  const known = (message: Linted): Warning => ({ code: message.code, message: `${message.message}: ${message.description}`, file: message.file, excerpt: excerptOf(folder, message) });
  return { errors: errors.map(known), warnings: warnings.map(known) };
}

function excerptOf(folder: string, { file, line, column = 0 }: Linted): string {
  if (file === undefined || line === undefined) return '';
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  const before = lines.slice(0, line - 1).join('\n').length;
  return lines.join('\n').slice(Math.max(0, before + column - around), before + column + around);
}
