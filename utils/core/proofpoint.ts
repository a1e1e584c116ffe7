import { readBase64Url } from './base64url.ts';
import { unescapePercent } from './unescape-percent.ts';

/** The raw value of `u`, which these versions encode in their own way; undefined unless it occurs once. */
function rawTarget(url: URL): string | undefined {
  const values = url.search.slice(1).split('&').filter((part) => part.startsWith('u='));
  return values.length === 1 ? values[0]!.slice(2) : undefined;
}

export function decodeProofpoint1(url: URL): string | undefined {
  const inner = rawTarget(url);
  return inner && unescapePercent(inner);
}

export function decodeProofpoint2(url: URL): string | undefined {
  const inner = rawTarget(url);
  return inner && unescapePercent(inner.replaceAll('-', '%').replaceAll('_', '/'));
}

/** Length of a run is one of these, counted from two. */
const runLengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Version 3 keeps the address readable and moves unusual bytes out: `*` is one of them, `**X` a run whose length X encodes.
 */
export function decodeProofpoint3(url: URL): string | undefined {
  const start = url.href.indexOf('/v3/__') + '/v3/__'.length;
  const end = url.href.indexOf('__;', start);
  const close = url.href.indexOf('!', end);
  if (end <= start || close < 0) return undefined;
  const inner = url.href.slice(start, end);
  const moved = readBase64Url(url.href.slice(end + '__;'.length, close));
  // Every star stands for a byte at least.
  if (!moved || inner.split('*').length > moved.length + 1) return undefined;
  let taken = 0;
  const whole = inner.replace(/\*(?:\*([\w-]))?/g, (_, run?: string) => {
    const count = run === undefined ? 1 : runLengths.indexOf(run) + 2;
    return String.fromCharCode(...moved.slice(taken, (taken += count)));
  });
  return whole.replace(/^(https?):\/(?!\/)/, '$1://');
}
