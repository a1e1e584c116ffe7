/** Shorter names are parts of many others. */
const shortest = 3;

/**
 * Whether a host has the name of those under whose scope a package is published: `@acme/ui` from packages.acme.com. Companies keep packages for
 * their customers so, and nobody else may publish under the scope. `@acme-ui/core` from acme.com and `@acme/ui` from npm.acme-labs.io count too.
 */
export function isOfScope(name: string, host: string): boolean {
  const scope = /^@([a-z\d][a-z\d-]{2,60})(?:\/|$)/i.exec(name)?.[1]?.toLowerCase();
  const labels = host.split('.');
  const own = labels.length > 2 && /^(?:com?|org|net|gov|ac|edu)$/.test(labels.at(-2)!) ? labels.at(-3) : labels.at(-2);
  if (scope === undefined || own === undefined || own.length < shortest) return false;
  return own === scope || own.startsWith(`${scope}-`) || scope.startsWith(`${own}-`);
}
