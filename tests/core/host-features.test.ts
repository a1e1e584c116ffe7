import { describe, expect, it } from 'vitest';
import { parseHost } from '../../utils/core/address.ts';
import { hostFeatures } from '../../utils/core/host-features.ts';
import { wordTree } from '../../utils/core/split-words.ts';

const vocabulary = {
  words: wordTree({ meeting: 'meet zoom', hiring: 'hire talent', place: 'hub web online', machine: 'api' }),
  promising: new Set(['meeting', 'hiring']),
  cheap: new Set(['online']),
};
const names = (host: string) => hostFeatures(parseHost(host)!, vocabulary).features.map(([name]) => name);

describe('hostFeatures', () => {
  it('tells words of the own label from words before it', () => {
    expect(names('meet.talenthub.com')).toEqual(expect.arrayContaining(['talent', '#hiring', 'hub', '#place', 'meet.', '#meeting.']));
    expect(names('meet.talenthub.com')).not.toContain('meet');
  });

  it.each([['talent.com', 'words:all1'], ['talenthub.com', 'words:all2'], ['talenthubmeet.com', 'words:all3'], ['talenthubb.com', 'words:most'],
    ['birchhub.com', 'words:some'], ['birchline.com', 'words:none'], ['meet22.com', 'words:all1']])('says how much of %s is words: %s', (host, feature) => {
    expect(names(host)).toContain(feature);
  });

  it('counts promises and joins their number with the class of the ending', () => {
    expect(names('meettalent.online')).toEqual(expect.arrayContaining(['promises:2', 'promises:2:cheap', '.online', 'ending:cheap']));
  });

  it.each([['a.com', 'ending:com'], ['a.co.uk', 'ending:land'], ['a.de', 'ending:land'], ['a.online', 'ending:cheap'], ['a.dev', 'ending:other']])(
    'classes the ending of %s as %s', (host, feature) => {
      expect(names(host)).toContain(feature);
    });

  it.each([['birch.com', 'below:none'], ['www.birch.com', 'below:none'], ['api.birch.com', 'below:words'], ['x7f3.birch.com', 'below:digits'],
    ['a.b.birch.com', 'below:deep'], ['line.birch.com', 'below:name'], ['abc.birch.com', 'below:short']])('says what stands before %s: %s', (host, feature) => {
    expect(names(host)).toContain(feature);
  });

  it('marks a name before a label that promises something', () => {
    expect(names('birch.hiretalent.com')).toContain('below:name:promise');
    expect(names('line.birch.com')).not.toContain('below:name:promise');
  });

  it('marks a number beside "web"', () => {
    expect(names('us05web.com')).toEqual(expect.arrayContaining(['digits:inside', 'digits:web']));
    expect(names('birch05.com')).toContain('digits:last');
  });

  it('marks shared hosting', () => {
    expect(names('talent.pages.dev')).toEqual(expect.arrayContaining(['shared', '.pages.dev', 'talent']));
  });
});
