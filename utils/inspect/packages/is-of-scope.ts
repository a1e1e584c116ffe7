/**
 * Whether a host has the name of those under whose scope a package is published: `@acme/ui` from packages.acme.com. Companies keep packages for
 * their customers so, and nobody else may publish under the scope. A name that only begins alike anybody can have.
 */
export function isOfScope(name: string, host: string): boolean {
  const scope = /^@([a-z\d][a-z\d-]{2,60})(?:\/|$)/.exec(name)?.[1];
  const labels = host.split('.');
  const own = labels.length > 2 && /^(?:com?|org|net|gov|ac|edu)$/.test(labels.at(-2)!) ? labels.at(-3) : labels.at(-2);
  return scope !== undefined && own === scope;
}
