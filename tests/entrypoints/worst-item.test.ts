import { describe, expect, it } from 'vitest';
import type { Item } from '../../entrypoints/watch/judge-readings.ts';
import { anchorOf, levelOfPage, worstItem } from '../../entrypoints/watch/worst-item.ts';
import type { Level } from '../../utils/core/score.ts';
import type { Reading } from '../../utils/surfaces/surface.ts';
import { exampleFinding } from '../components/example-finding.ts';

const element = (name: string) => ({ name }) as unknown as Element;
const reading: Reading = {
  facts: { surface: 'gmail' }, element: element('message'), links: [element('first'), element('second')], files: [element('file')], photo: element('photo'),
};
const item = (key: string, level: Level, score: number, dismissed?: 'message'): Item =>
  ({ key, reading, judgement: { verdict: { level, score, findings: [], asks: [], unknown: [] }, dismissed } });

describe('worstItem', () => {
  it('is the one of the highest level, then of the highest score', () => {
    expect(worstItem([item('a', 'caution', 0.7), item('b', 'danger', 0.8), item('c', 'danger', 0.9)])?.key).toBe('c');
  });

  it('leaves out what was dismissed', () => {
    expect(worstItem([item('a', 'danger', 0.9, 'message'), item('b', 'notice', 0.1)])?.key).toBe('b');
  });

  it('is nothing while nothing is judged', () => {
    expect(worstItem([{ key: 'a', reading }])).toBeUndefined();
    expect(levelOfPage([{ key: 'a', reading }])).toBe('none');
  });
});

describe('anchorOf', () => {
  const isThere = () => true;

  it('is the very link that was quoted', () => {
    expect(anchorOf(reading, [exampleFinding({ seen: [{ fact: 'links.host', value: 'x.example', index: 1 }] })], isThere)).toBe(reading.links[1]);
  });

  it('is the whole message when the link is gone from the page', () => {
    const finding = exampleFinding({ seen: [{ fact: 'links.host', value: 'x.example', index: 1 }] });
    expect(anchorOf(reading, [finding], (place) => place !== reading.links[1])).toBe(reading.element);
  });

  it('is the photo for a finding about the photo', () => {
    expect(anchorOf(reading, [exampleFinding({ seen: [{ fact: 'profile.photo.ageDays', value: 2 }] })], isThere)).toBe(reading.photo);
  });

  it('is the whole message when the link stood in the text only', () => {
    expect(anchorOf(reading, [exampleFinding({ seen: [{ fact: 'links.host', value: 'x.example', index: 9 }] })], isThere)).toBe(reading.element);
  });
});
