import { settingsKey } from './browsers.mts';
import type { desktopBrowsers } from './browsers.mts';
import type { Fleet } from './fleet.mts';

type Values = Readonly<Record<string, unknown>>;
const head = 'Windows Registry Editor Version 5.00';
const root = 'HKEY_LOCAL_MACHINE';

/** The extension, and what is set, for one browser. What stood there before goes: a shorter list would leave the rest of a longer one behind. */
export function registryFile(browser: (typeof desktopBrowsers)[number], fleet: Fleet): string {
  const id = browser.id(fleet);
  const own = settingsKey(browser, id);
  const install = `${browser.registry}\\ExtensionSettings\\${id}`;
  return fileOf([`[-${root}\\${own}]`, ...sections(install, browser.install(fleet)), ...sections(own, fleet.values)]);
}

/** Takes away what registryFile set, and nothing else. */
export function removalFile(browser: (typeof desktopBrowsers)[number], fleet: Fleet): string {
  const id = browser.id(fleet);
  return fileOf([`[-${root}\\${browser.registry}\\ExtensionSettings\\${id}]`, `[-${root}\\${settingsKey(browser, id)}]`]);
}

const fileOf = (sectionsOfFile: readonly string[]): string => `${[head, ...sectionsOfFile].join('\r\n\r\n')}\r\n`;

/** One key with its values, and one below it for each list: entries are named 1, 2, 3, because Firefox takes only these for a list. */
function sections(key: string, values: Values): string[] {
  const [lists, single] = [entriesOf(values, true), entriesOf(values, false)];
  return [
    [`[${root}\\${key}]`, ...single.map(([name, value]) => `"${name}"=${written(value)}`)].join('\r\n'),
    ...lists.map(([name, list]) => [`[${root}\\${key}\\${name}]`, ...(list as unknown[]).map((entry, at) => `"${at + 1}"=${written(entry)}`)].join('\r\n')),
  ];
}

const entriesOf = (values: Values, isList: boolean) => Object.entries(values).filter(([, value]) => Array.isArray(value) === isList);

/**
 * A file without a byte order mark is read in the code page of the computer, and a text in quotes cannot hold a new line: what is not plain ASCII stands as bytes (REG_SZ
 * is type 1, UTF-16LE with a zero at its end).
 */
function written(value: unknown): string {
  if (typeof value === 'boolean' || typeof value === 'number') return `dword:${Number(value).toString(16).padStart(8, '0')}`;
  const text = String(value);
  if (/^[\x20-\x7e]*$/.test(text)) return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  return `hex(1):${[...Buffer.from(`${text}\0`, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join(',')}`;
}
