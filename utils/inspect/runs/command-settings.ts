import type { FoundRun } from './found-run.ts';
import { parentOf, type Folder } from './folder.ts';
import { asRecord } from './plain.ts';

/** Files of settings that tools load into the environment by themselves, the nearest first. */
const settingFiles = ['.env', '.env.local', '.env.development', '.env.development.local', '.envrc', '.env.example', '.env.defaults'];
const reference = /\$\{?(?:env:)?([A-Za-z_]\w*)\}?|%([A-Za-z_]\w*)%/g;
/** Longest value that is put in, and all of them together: a value may name itself many times. */
const valueLimit = 5_000;
const wholeLimit = 50_000;

/** A command with the values of the project's own settings in place of their names: `sh -c "$SETUP"`, `node -e "$npm_package_config_run"`. */
export function withSettings({ command, cwd, file, only }: FoundRun, folder: Folder): string {
  if (only || command.length > wholeLimit || !/[$%]/.test(command)) return command;
  const where = cwd ?? parentOf(file);
  let room = wholeLimit;
  return command.replace(reference, (whole, unixName: string | undefined, windowsName: string | undefined) => {
    const value = settingNamed(unixName ?? windowsName ?? '', where, folder)?.slice(0, valueLimit);
    if (value === undefined || value === '' || (room -= value.length) < 0) return whole;
    return value;
  });
}

function settingNamed(name: string, where: string, folder: Folder): string | undefined {
  for (const prefix of new Set([where ? `${where}/` : '', ''])) {
    const path = /^npm_package_(.+)$/.exec(name)?.[1];
    const packed = path === undefined ? undefined : valueAt(folder.json(`${prefix}package.json`)?.value, path.split('_'));
    if (packed !== undefined) return packed;
    for (const file of settingFiles) {
      const text = folder.text(prefix + file);
      const value = text === undefined ? undefined : valueIn(text, name);
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

/** `config_run` means `config.run`, and a key may hold underscores itself. */
function valueAt(value: unknown, parts: readonly string[]): string | undefined {
  if (parts.length === 0) return typeof value === 'string' ? value : undefined;
  const record = asRecord(value);
  for (let length = 1; length <= Math.min(parts.length, 6); length++) {
    const key = parts.slice(0, length).join('_');
    const found = Object.hasOwn(record, key) ? valueAt(record[key], parts.slice(length)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function valueIn(text: string, name: string): string | undefined {
  const [, double, single, bare] = new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=[ \\t]*(?:"((?:[^"\\\\\\n]|\\\\.)*)"|'([^'\\n]*)'|([^\\n]*))`, 'm').exec(text) ?? [];
  return double?.replace(/\\(.)/g, '$1') ?? single ?? bare?.replace(/\s#.*$/, '').trim();
}
