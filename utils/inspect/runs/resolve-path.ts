/** Joins and normalises; undefined if it leads out of the project or is an address. */
export function resolvePath(folder: string, path: string): string | undefined {
  const forward = path.replace(/\\/g, '/');
  if (/^(?:\/|~|[a-z]+:)/i.test(forward)) return undefined;
  const parts: string[] = folder ? folder.split('/') : [];
  for (const part of forward.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
