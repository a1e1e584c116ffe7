const reserved = new Set(['about', 'apps', 'blog', 'collections', 'contact', 'customer-stories', 'explore', 'features', 'login', 'marketplace', 'orgs',
  'pricing', 'security', 'settings', 'signup', 'site', 'sponsors', 'topics', 'trending', 'users', 'dashboard', 'product', 'help']);

/** `owner/name` on a code host; undefined for its other pages. */
export function repositoryAt(pathname: string): { owner: string; name: string } | undefined {
  const [owner, name] = pathname.split('/').filter(Boolean);
  return owner && name && !reserved.has(owner.toLowerCase()) ? { owner: owner.toLowerCase(), name: name.toLowerCase().replace(/\.git$/, '') } : undefined;
}
