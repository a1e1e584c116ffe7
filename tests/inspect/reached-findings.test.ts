import { describe, expect, it } from 'vitest';
import type { InspectionFinding } from '../../utils/inspect/inspection.ts';
import { reachedFindings } from '../../utils/inspect/reached-findings.ts';

const finding = (rule: string, more: Partial<InspectionFinding> = {}) => ({ rule, severity: 'critical', moments: ['start'], trial: false, ...more }) as InspectionFinding;
const reached = (findings: readonly InspectionFinding[]) => reachedFindings(findings, ['start']).map(({ rule }) => rule);

describe('reachedFindings', () => {
  it('tells of a step what was found in code that runs at it, and nothing else', () => {
    expect(reached([finding('at-start'), finding('at-install', { moments: ['install'] }), finding('never', { moments: [] })])).toEqual(['at-start']);
  });

  it('leaves weak findings and those on trial to the list', () => {
    expect(reached([finding('strong', { severity: 'high' }), finding('weak', { severity: 'medium' }), finding('on-trial', { trial: true })])).toEqual(['strong']);
  });

  it('names each rule once and two at the most', () => {
    expect(reached([finding('a'), finding('a'), finding('b'), finding('c')])).toEqual(['a', 'b']);
  });
});
