import { addressLimit } from './limits.ts';

const scheme = /^[a-z][a-z0-9+.-]*:/i;
/** `task.example:8080/x` begins with a name and a port, `javascript:1/alert()` with a scheme: a name has a dot, or is the own machine's. */
const hostAndPort = /^(?:localhost|[\w-]+(?:\.[\w-]+)+):\d+(?:[/?#]|$)/i;
/** Browsers drop these wherever they stand in an address (WHATWG URL, 4.4), so `java\tscript:` is a scheme. */
const dropped = /[\t\n\r]/g;
const leading = /^[\0-\x20]+/;

/** The platform's reading of an address; a bare `example.com/path` gets https. Undefined when it cannot be read. */
export function parseUrl(address: string): URL | undefined {
  const bare = address.replace(leading, '').slice(0, addressLimit).replace(dropped, '');
  const whole = scheme.test(bare) && !hostAndPort.test(bare) ? bare : `https://${bare.replace(/^\/\//, '')}`;
  return readUrl(whole);
}

/** As `new URL`, undefined instead of an exception. Not `URL.canParse`: under Node 20 and 22 it turns false for every host with an umlaut after some thousand calls. */
export function readUrl(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
