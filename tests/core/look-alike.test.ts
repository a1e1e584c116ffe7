import { describe, expect, it } from 'vitest';
import { lookAlike } from '../../utils/core/look-alike.ts';
import { readableList } from '../../utils/core/named-list.ts';

const brands = readableList(['zoom.us', 'zoom.com', 'hackerrank.com', 'calendly.com', 'willo.video', 'coinbase.com'], 'host', false);

describe('lookAlike', () => {
  it.each([
    ['zoom.live', 'zoom'], ['us04-zoom.example.com', 'zoom'], ['willo.online', 'willo'], ['hackerrankforwork.xyz', 'hackerrank'],
    ['hackerrnak.com', 'hackerrank'], ['calendly.agency-name.com', 'calendly'], ['c0inbase.com', 'coinbase'], [new URL('https://сoinbase.com').hostname, 'coinbase'],
  ])('finds that %s resembles %s', (host, label) => {
    expect(lookAlike(host, brands)?.of).toMatch(label);
  });

  it.each(['zoom.us', 'us02web.zoom.us', 'zoom.com', 'zoomania.com', 'bloom.us', 'example.com', '10.0.0.1', 'willow.com', ''])('lets %s be itself', (host) => {
    const found = lookAlike(host, brands);
    expect(host === 'willow.com' ? found?.how : found).toBe(host === 'willow.com' ? 'letters changed' : undefined);
  });
});
