/** Programs that fetch, as the first word of a part of a command. */
const fetcher = /^\s*(?:sudo\s+)?(?:curl|wget|iwr|irm|invoke-webrequest|invoke-restmethod)(?:\.exe)?\s/i;
const own = /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\]|host\.docker\.internal)(?::\d+)?(?=[/?#]|$)/i;
/** Options that take the request elsewhere, and what the shell puts in: where it goes is not known then. */
const elsewhere = /\$|`|%\w+%|\s(?:-x|--(?:pre)?proxy\S*|--socks\S*|--resolve|--connect-to|-K|--config|-L\w*|--location)(?=[\s=]|$)/;

/**
 * A command line without requests to a server on the same computer, which the project or the person started: `curl http://localhost:8545 -d x`
 * leaves `true`. What such a server says may be a program all the same: a part that hands it on stays.
 */
export function withoutOwnRequests(command: string): string {
  if (!/localhost|127\.|0\.0\.0\.0|\[::|docker\.internal/i.test(command)) return command;
  return command.split(/(&&|\|\||;|\n)/).map((part) => (isOwnRequest(part) ? ' true ' : part)).join('');
}

function isOwnRequest(part: string): boolean {
  const addresses = part.match(/[a-z][\w+.-]*:\/\/[^\s"'`|)>;}]+/gi) ?? [];
  return fetcher.test(part) && !part.includes('|') && addresses.length > 0 && addresses.every((address) => own.test(address)) && !elsewhere.test(part);
}
