/** A key of the Windows registry: its values in the order in which they were written, and the keys below it. */
export interface Key { readonly values: Map<string, string | number>; readonly keys: Map<string, Key> }

const emptyKey = (): Key => ({ values: new Map(), keys: new Map() });

/** What a file of registry entries does to an empty registry, or to one that is given. @throws {Error} with a line that regedit would not take */
export function importRegistry(file: string, into: Key = emptyKey()): Key {
  const [head, ...lines] = file.split('\r\n');
  if (head !== 'Windows Registry Editor Version 5.00') throw new Error(`first line: ${head}`);
  let key: Key | undefined;
  for (const line of lines.filter((one) => one !== '')) {
    const [, removed, path] = /^\[(-?)(.+)\]$/.exec(line) ?? [];
    if (path !== undefined) key = removed ? void remove(into, path.split('\\')) : below(into, path.split('\\'));
    else setValue(key, line);
  }
  return into;
}

function setValue(key: Key | undefined, line: string): void {
  const [, name, text, number, bytes] = /^"((?:[^"\\]|\\.)*)"=(?:"((?:[^"\\]|\\.)*)"|dword:([\da-f]{8})|hex\(1\):([\da-f,]*))$/.exec(line) ?? [];
  if (!key || name === undefined) throw new Error(`no entry of a registry: ${line}`);
  const plain = (escaped: string) => escaped.replaceAll(/\\(.)/g, '$1');
  if (text !== undefined) key.values.set(plain(name), plain(text));
  else if (number !== undefined) key.values.set(plain(name), Number.parseInt(number, 16));
  else key.values.set(plain(name), Buffer.from(bytes!.replaceAll(',', ''), 'hex').toString('utf16le').replace(/\0$/, ''));
}

/** Names of keys are the same in capital letters and in small ones. */
export function below(from: Key, path: readonly string[]): Key {
  return path.reduce((key, name) => {
    const known = key.keys.get(name.toLowerCase()) ?? emptyKey();
    key.keys.set(name.toLowerCase(), known);
    return known;
  }, from);
}

function remove(from: Key, path: readonly string[]): void {
  below(from, path.slice(0, -1)).keys.delete(path.at(-1)!.toLowerCase());
}

/** What Firefox makes of a key (WindowsGPOParser): a list where the first value is named 1, else an object; numbers and texts stay what they are. */
export function firefoxReads(key: Key): unknown {
  if ([...key.values.keys()][0] === '1') return [...key.values.values()];
  return Object.fromEntries([...key.values, ...[...key.keys].map(([name, one]) => [name, firefoxReads(one)] as const)]);
}

/** What Chromium makes of a key for which the schema asks for a type: a number is a yes or no, a key is a list by the order of its numbers. */
export function chromiumReads(key: Key, properties: Readonly<Record<string, { readonly type: string }>>): Record<string, unknown> {
  const told: [string, unknown][] = Object.entries(properties).map(([name, { type }]) => {
    const value = key.values.get(name);
    if (type === 'array') {
      const list = key.keys.get(name.toLowerCase());
      return [name, list && [...list.values].sort(([one], [other]) => Number(one) - Number(other)).map(([, entry]) => entry)];
    }
    return [name, type === 'boolean' && value !== undefined ? value !== 0 : value];
  });
  return Object.fromEntries(told.filter(([, value]) => value !== undefined));
}
