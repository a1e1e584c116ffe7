import { describe, expect, it, vi } from 'vitest';
import { FindingList } from '../../components/finding-list.tsx';
import type { Finding } from '../../utils/core/verdict.ts';
import { exampleFinding } from './example-finding.ts';
import { drawn } from './drawn.ts';

vi.mock('#i18n', () => import('./english.ts'));

const place = drawn();
const found = (rule: string, over: Partial<Finding> = {}) => exampleFinding({ rule, title: rule, ...over });
const inTheOpen = (selector: string) => {
  const folded = place.all(`.rest ${selector}`);
  return place.all(selector).slice(0, place.all(selector).length - folded.length);
};

describe('FindingList', () => {
  it('puts what is about one thing together, where the strongest of it stands', async () => {
    await place.draw(<FindingList findings={[found('a', { theme: 'link' }), found('b', { theme: 'sender' }), found('c', { theme: 'link' })]} />);
    expect(place.all('h4')).toEqual(['Links', 'Who writes']);
    expect(place.all('summary')).toEqual(['a', 'c', 'b']);
  });

  it('folds all but the strongest three', async () => {
    await place.draw(<FindingList findings={['a', 'b', 'c', 'd', 'e'].map((rule) => found(rule))} />);
    expect(inTheOpen('.finding > summary')).toEqual(['a', 'b', 'c']);
    expect(place.all('.rest > summary')).toEqual(['Show 2 more']);
    expect(place.all('.rest .finding > summary')).toEqual(['d', 'e']);
  });

  it('says it in the singular too', async () => {
    await place.draw(<FindingList findings={['a', 'b', 'c', 'd'].map((rule) => found(rule))} />);
    expect(place.all('.rest > summary')).toEqual(['Show one more']);
  });

  it('stays three lines long with 200 findings', async () => {
    await place.draw(<FindingList findings={Array.from({ length: 200 }, (_, index) => found(`rule-${index}`))} />);
    expect(inTheOpen('.finding')).toHaveLength(3);
    expect(place.all('.rest > summary')).toEqual(['Show 197 more']);
  });

  it('never mixes quiet facts with findings', async () => {
    await place.draw(<FindingList findings={[found('loud'), found('quiet', { severity: 'low', why: 'A quiet sentence.' }), found('trial', { trial: true, why: 'On trial.' })]} />);
    expect(place.all('.finding > summary')).toEqual(['loud', 'A quiet sentence.', 'On trial.']);
    expect(place.all('.quiet .finding > summary')).toEqual(['A quiet sentence.', 'On trial.']);
  });
});
