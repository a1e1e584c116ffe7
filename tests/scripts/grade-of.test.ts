import { describe, expect, it } from 'vitest';
import { gradeOf } from '../../scripts/reading-grade/grade-of.mts';

describe('gradeOf', () => {
  it('finds short words in short sentences easy, and long ones hard', () => {
    expect(gradeOf('Do not open it. Ask them first.')).toBeLessThan(3);
    expect(gradeOf('Organisations occasionally necessitate comprehensive verification of individual qualifications notwithstanding preliminary assurances.')).toBeGreaterThan(15);
  });

  it('reads a place as one short word', () => {
    expect(gradeOf('They wrote {profile.photo.uploaded} to you.')).toBe(gradeOf('They wrote it to you.'));
  });
});
