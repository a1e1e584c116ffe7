import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingEvent, mostRules, overrideEvent, roundedTime, siteNamed, stateEvent, type FindingWords } from '../../utils/core/event.ts';
import { levels } from '../../utils/core/score.ts';
import { found, teller } from './made-finding.ts';

describe('event', () => {
  it('tells a finding in the fields of OCSF and nothing more', () => {
    expect(findingEvent(teller, found)).toEqual({
      'event.id': teller.id, 'event.type': 'finding', time: teller.time, class_uid: 2004, category_uid: 2, activity_id: 1, type_uid: 200401, severity_id: 5,
      'metadata.version': '1.4.0', 'metadata.product.name': 'Bonafide', 'metadata.product.vendor_name': 'Bonafide', 'metadata.product.version': '0.1.0',
      'metadata.profiles': ['security_control'], 'finding_info.uid': teller.id, is_alert: true, action_id: 3, disposition_id: 19, confidence_id: 3,
      'bonafide.level': 'danger', 'bonafide.site': 'linkedin', 'bonafide.rules': ['command-to-fix-camera', 'upfront-fee'], 'bonafide.shown': 'page',
      'bonafide.packs': ['base@1'], 'bonafide.browser': 'firefox 153', 'bonafide.install': teller.install,
    });
  });

  it('keeps apart what is new, what grew and what was marked as no problem', () => {
    expect(findingEvent(teller, { ...found, isUpdate: true })).toMatchObject({ activity_id: 2, type_uid: 200402 });
    expect(overrideEvent(teller, found, 'sender')).toMatchObject({ activity_id: 3, type_uid: 200403, is_alert: false, disposition_id: 10, 'bonafide.scope': 'sender' });
  });

  it('does not let the state of a program ring like a finding', () => {
    const event = stateEvent(teller, 'heartbeat', { 'bonafide.waiting': 2 });
    expect(event).toMatchObject({ class_uid: 0, category_uid: 0, type_uid: 99, activity_name: 'heartbeat', severity_id: 1, 'bonafide.waiting': 2 });
  });

  it.each([[0.3, 1], [0.6, 2], [0.89, 2], [0.9, 3]])('tells a score of %d as %d', (score, bucket) => {
    expect(findingEvent(teller, { ...found, score })['confidence_id']).toBe(bucket);
  });

  it('is critical only for danger by a critical rule', () => {
    const severity = (change: Partial<FindingWords>) => findingEvent(teller, { ...found, ...change })['severity_id'];
    expect([severity({}), severity({ strongest: 'high' }), severity({ level: 'caution' }), severity({ level: 'notice' })]).toEqual([5, 4, 3, 2]);
  });

  it('tells no more of a surface than its site', () => {
    expect([siteNamed('linkedin-message'), siteNamed('linkedin-invitation'), siteNamed('gmail')]).toEqual(['linkedin', 'linkedin', 'gmail']);
  });

  it('rounds to the minute before', () => {
    fc.assert(fc.property(fc.nat(4e12), (ms) => roundedTime(ms) % 60_000 === 0 && ms - roundedTime(ms) < 60_000));
  });

  it('stays below 4 KB, however much was found', () => {
    const id = fc.stringMatching(/^[a-z0-9-]{1,80}$/);
    const domain = fc.stringMatching(/^[a-z]{1,63}\.example$/);
    fc.assert(fc.property(fc.array(id, { maxLength: 60 }), fc.array(domain, { maxLength: 60 }), fc.constantFrom(...levels.slice(1)), (rules, linkDomains, level) => {
      const event = findingEvent({ ...teller, tenant: 't'.repeat(128), device: 'd'.repeat(128) }, { ...found, level: level as 'danger', rules, linkDomains });
      expect((event['bonafide.rules'] as string[]).length).toBeLessThanOrEqual(mostRules);
      expect(JSON.stringify(event).length).toBeLessThan(4096);
    }));
  });
});
