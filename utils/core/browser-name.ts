/** Name and major version in a user agent string: `chrome 156`, `edge 156`, `firefox 153`; `other` for what is neither. */
export function browserName(userAgent: string): string {
  const [, name, version] = /\b(Edg|Firefox)\/(\d+)/.exec(userAgent) ?? /\b(Chrome)\/(\d+)/.exec(userAgent) ?? [];
  return name === undefined ? 'other' : `${name === 'Edg' ? 'edge' : name.toLowerCase()} ${version}`;
}
