import type { Program } from './frame.ts';
import { dropsMembers, globals } from './natives.ts';
import { walletKeySetting } from './secret-places.ts';
import { join, joinAll, label, memberOf, nothing, ofLabels, ofNative, ofText, unknown, type Thing, type Value } from './value.ts';

/** Longest name of a native that is followed: chains of calls on what a library returns have no end. */
const longestName = 90;
const homeVariables = /^(?:HOME|USERPROFILE|APPDATA|LOCALAPPDATA|HOMEPATH)$/;

/** Value of a member; `name` is undefined when it is not constant. */
export function readMember(value: Value, name: string | undefined, program: Program): Value {
  const isPlain = name !== undefined && dropsMembers.has(name);
  const kept = isPlain ? 0 : value.labels & (name === undefined || /^\d+$/.test(name) ? ~0 : ~label.environment);
  let result: Value = kept ? ofLabels(kept, value.host) : nothing;
  for (const thing of value.things) {
    const cell = name === undefined ? undefined : thing.members.get(name);
    result = join(result, cell ? cell.value : fromAny(thing));
    if (name === undefined) result = joinAll([result, ...[...thing.members.values()].map((one) => one.value)]);
  }
  if (name === undefined) return result === nothing ? unknown : result;
  for (const native of value.natives) result = join(result, memberOfNative(native, name, program));
  if (name === 'responseText') result = join(result, ofLabels(label.fetched));
  if (name === 'response') result = join(result, ofNative('.response'));
  if (name === 'constructor') result = join(result, constructorOf(value));
  else if (result === nothing && isArray(value)) return ofNative(`Array.prototype.${name}`);
  else if (result === nothing && value.text !== undefined) return ofNative(`String.prototype.${name}`);
  // What another module gives may come when that module is followed.
  if (result === nothing && !program.isSettled && value.things.some(({ kind }) => kind === 'exports')) return nothing;
  return result === nothing && value !== nothing ? unknown : result;
}

/** `Object.defineProperty(thing, name, { value, get, set })`. */
export function defineMember([target, name, how]: readonly Value[]): Value {
  if (!target || !name?.isWhole || !how) return target ?? unknown;
  for (const thing of target.things) {
    for (const { members } of how.things) {
      memberOf(thing, name.text).add(members.get('value')?.value ?? nothing);
      for (const one of members.get('get')?.value.functions ?? []) memberOf(thing, name.text).add(one.call([]));
      memberOf(thing, setterOf(name.text!)).add(members.get('set')?.value ?? nothing);
    }
  }
  return target;
}

/** Where a setter is kept beside the member that it sets. */
export const setterOf = (name: string): string => `set ${name}`;

/** A member by a name that was never written: objects copied by their keys mix all members, and what runs text must not seem to be everywhere. */
const fromAny = ({ kind, others: { value } }: Thing): Value =>
  (kind === 'array' || value.natives.length === 0 ? value : { ...value, natives: [] });

const isArray = (value: Value): boolean => value.things.some((thing) => thing.kind === 'array');

const isAsync = (value: Value): boolean =>
  value.functions.some(({ node }) => node && (('async' in node && node.async === true) || ('generator' in node && node.generator === true)));

/** `(() => {}).constructor` is Function. That of an async function is the only way to its constructor, so it hides nothing. */
function constructorOf(value: Value): Value {
  if (value.functions.length > 0) return ofNative(isAsync(value) ? 'AsyncFunction' : 'Function*');
  return value.natives.length > 0 ? nothing : ofNative('ctor');
}

const sameAs: Readonly<Record<string, string>> = {
  'process.mainModule': 'module', 'require.main': 'module', 'module.require': 'require', 'module.constructor': 'npm:module',
  'npm:module.Module': 'npm:module', 'npm:module._load': 'require', 'npm:fs.promises': 'npm:fs', 'npm:dns.promises': 'npm:dns',
  'process.getBuiltinModule': 'require', 'FunctionPrototype.constructor': 'Function*', 'AsyncFunctionPrototype.constructor': 'AsyncFunction',
  'ctor.constructor': 'Function*', 'module.children': 'module.children', 'npm:axios.axiosRef': 'npm:axios',
};
const plainObjects = new Set(['this', 'process', 'global', 'console', 'JSON', 'Math', 'document', '.response']);

function memberOfNative(native: string, name: string, program: Program): Value {
  if (native === 'global') {
    if (globals.has(name)) return ofNative('global');
    return join(program.globals.members.get(name)?.value ?? nothing, ofNative(name));
  }
  if (native === '.response' && /^(?:data|body|text)$/.test(name)) return ofLabels(label.fetched);
  if (native === 'process.env') return settingOf(name, program);
  if (native === 'process' && /^(?:execPath|argv0)$/.test(name)) return ofText('node');
  if (native.startsWith('npm:') && name === 'default') return ofNative(native);
  if (name === '__proto__' && !native.endsWith(')')) return ofNative('FunctionPrototype');
  const full = `${native}.${name}`;
  const same = sameAs[full];
  if (same) return ofNative(same);
  if (name === 'constructor' && native.endsWith('.prototype') && !native.startsWith('Function')) return ofNative(native.slice(0, -'.prototype'.length));
  if (name === 'constructor') return ofNative(native.endsWith(')') || plainObjects.has(native) ? 'ctor' : 'Function*');
  return full.length > longestName ? unknown : ofNative(full);
}

function settingOf(name: string, program: Program): Value {
  const setting = program.settings.get(name);
  const place = (homeVariables.test(name) ? label.home : 0) | walletKeySetting(name);
  return { ...(setting === undefined ? unknown : ofText(setting)), labels: place };
}
