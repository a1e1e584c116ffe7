import { limits } from '../limits.ts';
import type { SkipReason } from '../project.ts';

/**
 * The path of an entry inside the project. What leads out of it is looked at as if it lay inside: programs that unpack cut such names, and the
 * entry is the more interesting for them.
 */
export function entryPath(name: string): { readonly path: string; readonly reason?: SkipReason } {
  const forward = name.replaceAll('\\', '/').replace(/^[a-z]:/i, '/');
  const shown = forward.replaceAll('\0', '␀');
  const parts = shown.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const path = parts.slice(0, limits.depth).join('/').slice(0, limits.pathLength);
  if (forward.startsWith('/') || forward.split('/').includes('..')) return { path, reason: 'outside the folder' };
  if (parts.length > limits.depth || shown.length > limits.pathLength) return { path, reason: 'path too long' };
  // A zero ends a name for one program and not for another; "\uFFFD" stands for bytes that are no text.
  if (/[␀\uFFFD]/.test(path)) return { path, reason: 'odd name' };
  return { path };
}

/** Does a link lead out of the project? */
export function leadsOut(from: string, target: string): boolean {
  const forward = target.replaceAll('\\', '/');
  if (/^(?:\/|[a-z]:|~)/i.test(forward)) return true;
  let depth = from.split('/').length - 1;
  for (const part of forward.split('/')) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}
