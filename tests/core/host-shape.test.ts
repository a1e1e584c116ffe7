import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseKnowledge } from '../base-knowledge.ts';
import { deriveEvidence } from '../../utils/core/evidence.ts';
import { hostShape, type HostShape } from '../../utils/core/host-shape.ts';
import { createJudge } from '../../utils/core/judge.ts';

const model: HostShape = {
  licence: 'CC0-1.0', date: '2026-11-21', origin: 'invented', made: 'by hand', never: [],
  words: { meeting: 'meet room', hiring: 'hire talent' }, promising: 'meeting hiring', cheap: 'online',
  bias: -2, scale: 0.5, weights: { 'talent': 4, '#hiring': 2, 'room': 1, '.online': 2, '.com': -4, 'hyphens:1': 3 },
};
const nobody = () => false;
const shapeOf = hostShape(model, nobody);

describe('hostShape', () => {
  it('adds what the features of a name weigh', () => {
    // -2 + 4/2 (talent) + 2/2 (#hiring) + 1/2 (room) + 2/2 (.online) = 2.5
    expect(shapeOf('talentroom.online')!.shape).toBeCloseTo(1 / (1 + Math.exp(-2.5)), 10);
  });

  it('names the pieces that spoke for it, in the order of the name', () => {
    expect(shapeOf('www.room-talent.online')!.shapePieces).toBe('room, talent, .online');
  });

  it('names no piece that spoke against it', () => {
    expect(shapeOf('talent.com')!.shapePieces).toBe('talent');
  });

  it('names the own label when no piece spoke for it', () => {
    expect(shapeOf('birchline.com')!.shapePieces).toBe('birchline');
  });

  it('takes a name with www for the same name', () => {
    expect(shapeOf('www.talentroom.com')).toEqual(shapeOf('talentroom.com'));
  });

  it('judges a site on shared hosting by its own name', () => {
    expect(shapeOf('talentroom.pages.dev')!.shape).toBeGreaterThan(shapeOf('birchline.pages.dev')!.shape);
  });

  it.each(['127.0.0.1', '[::1]', 'localhost', 'xn--bcher-kva.example', 'talent.xn--p1ai', 'com', ''])('gives "%s" no shape', (name) => {
    expect(shapeOf(name)).toBeUndefined();
  });

  it('gives a known host no shape', () => {
    expect(hostShape(model, ({ domain }) => domain === 'talentroom.com')('app.talentroom.com')).toBeUndefined();
  });

  it('stays between 0 and 1 and names something, whatever the host', () => {
    fc.assert(fc.property(fc.domain(), (name) => {
      const answer = shapeOf(name.toLowerCase());
      if (!answer) return;
      expect(answer.shape).toBeGreaterThan(0);
      expect(answer.shape).toBeLessThan(1);
      expect(answer.shapePieces).not.toBe('');
    }));
  });
});

describe('the model of this repository', () => {
  const knowledge = baseKnowledge({ indicators: false });

  it.each(['app.testgorilla.com', 'us05web.zoom.us', 'meet.google.com', 'careers.microsoft.com', 'github.com'])('never scores %s', (name) => {
    expect(knowledge.shapeOf!(name)).toBeUndefined();
  });

  it.each(['hireassess360.com', 'talent-video-interview.online', 'skillmeetinghub.us'])('finds %s built like what was reported', (name) => {
    expect(knowledge.shapeOf!(name)!.shape).toBeGreaterThan(0.9);
  });

  it.each(['birchline.com', 'meet.birchline.com', 'careers.birchline.com', 'birchline-recruitment.co.uk', 'status.birchline.io'])(
    'finds nothing in %s', (name) => {
      expect(knowledge.shapeOf!(name)!.shape).toBeLessThan(0.5);
    });

  it('reaches caution for a host that no list holds, and says what its name joins', () => {
    const verdict = createJudge(knowledge)({
      surface: 'linkedin-message',
      message: { text: 'Hi, I am a recruiter. Please complete the video interview here' },
      links: [{ url: 'https://brightassess.com/start' }],
    });
    expect(verdict.level).toBe('caution');
    expect(verdict.findings.map(({ why }) => why).join(' ')).toMatch(/assess/);
  });

  it('leaves the facts absent when a pack has no model', () => {
    const facts = { surface: 'linkedin-message' as const, links: [{ url: 'https://hireassess360.com/' }] };
    const link = deriveEvidence(facts, { ...knowledge, shapeOf: undefined }).links![0]!;
    expect(link).not.toHaveProperty('shape');
    expect(link).not.toHaveProperty('shapePieces');
  });
});
