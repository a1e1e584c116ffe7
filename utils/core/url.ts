import { addressLimit } from './limits.ts';

const scheme = /^[a-z][a-z0-9+.-]*:/i;

/** The platform's reading of an address; a bare `example.com/path` gets https. Undefined when it cannot be read. */
export function parseUrl(address: string): URL | undefined {
  const trimmed = address.trim().slice(0, addressLimit);
  const whole = scheme.test(trimmed) && !/^[\w.-]+:\d+(?:\/|$)/.test(trimmed) ? trimmed : `https://${trimmed.replace(/^\/\//, '')}`;
  return URL.canParse(whole) ? new URL(whole) : undefined;
}
