import { describe, expect, it, vi } from 'vitest';
import { factKey, factLabel, groupFacts } from '../../components/fact-label.ts';
import { factPaths } from '../../utils/core/fact-paths.ts';
import { messages } from './english.ts';

vi.mock('#i18n', () => import('./english.ts'));

describe('factLabel', () => {
  it('has words for every fact a rule may name', () => {
    const wordless = Object.keys(factPaths).filter((fact) => !(factKey(fact).replace('.', '_') in messages));
    expect(wordless).toEqual([]);
  });

  it('says an ask in plain words', () => {
    expect(factLabel('message.asks.run-code')).toBe('Asks you to run code');
  });
});

describe('groupFacts', () => {
  it('puts facts about the same thing together', () => {
    expect(groupFacts(['links.host', 'profile.joinedFrom', 'links'])).toEqual([
      { group: 'Links', labels: ['Site', 'Links'] },
      { group: 'Profile', labels: ['Joined at the earliest'] },
    ]);
  });

  it('has words for every group', () => {
    expect(() => groupFacts(Object.keys(factPaths))).not.toThrow();
  });
});
