import { describe, expect, it } from 'vitest';
import { asks, asksAmong } from '../../utils/core/asks-among.ts';
import { marks } from '../../utils/core/fact-paths.ts';

describe('asksAmong', () => {
  it('names the gravest first and leaves out what is no request', () => {
    expect(asksAmong(['message.about.work', 'message.asks.move-channel', 'message.asks.run-code'])).toEqual(['run-code', 'move-channel']);
  });

  it('knows every request there is', () => {
    expect(asks.map((ask) => `message.asks.${ask}`).sort()).toEqual(marks.filter((mark) => mark.startsWith('message.asks.')).sort());
  });
});
