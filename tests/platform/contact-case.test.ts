import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../utils/core/facts.ts';
import { readableList } from '../../utils/core/named-list.ts';
import { caseOf, joinedBy } from '../../utils/platform/contact-case.ts';
import { contactSeen } from '../../utils/platform/contact-seen.ts';
import { withSeen } from '../../utils/platform/contact-row.ts';

const places = { sites: new Map(), companies: { owned: new Set<string>() }, lists: { 'meeting-vendors': readableList(['meet.example'], 'host', false) } };
const name = fc.constantFrom('Dana Brook', 'Brook, Dana', 'Kim Stone', 'Recruiting Team', '');
const company = fc.constantFrom('Birchline Systems', 'Mossfield Inc.', '');
const link = fc.constantFrom('https://desk.example/a', 'https://skill.example', 'https://meet.example/x', 'https://app.meet.example/y');
const onLinkedIn = fc.record({ name, company, link, slug: fc.constantFrom('dana', 'kim'), member: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }) })
  .map(({ slug, member, link: url, ...sender }): Facts => ({
    surface: 'linkedin-message', sender: { ...sender, profileUrl: `/in/${slug}/` }, profile: { memberNumber: member }, links: [{ url }],
  }));
const byMail = fc.record({ name, company, link, local: fc.constantFrom('dana', 'kim', 'jobs'), host: fc.constantFrom('one.example', 'two.example') })
  .map(({ local, host, link: url, ...sender }): Facts => ({ surface: 'gmail', sender: { ...sender, email: `${local}@${host}` }, links: [{ url }] }));
const contact = fc.oneof(onLinkedIn, byMail);
const seen = (facts: Facts) => contactSeen(facts, 'salt', places)!;
const row = (facts: Facts, day = 5) => withSeen(undefined, 'k', seen(facts), [], { day, first: day, fresh: false });

describe('joinedBy', () => {
  it('is symmetric', () => {
    fc.assert(fc.property(contact, contact, (one, other) => joinedBy(seen(one), seen(other)) === joinedBy(seen(other), seen(one))));
  });

  it('never joins a contact with itself', () => {
    fc.assert(fc.property(contact, (one) => joinedBy(seen(one), seen(one)) === undefined));
  });

  it('never joins on the name or the company alone, nor on a link to a place everybody knows', () => {
    fc.assert(fc.property(contact, contact, (one, other) => {
      const sameLink = one.links![0]!.url === other.links![0]!.url && !one.links![0]!.url.includes('meet.example');
      const words = ({ sender }: Facts) => sender!.name!.toLowerCase().match(/\w+/g)?.sort().join(' ');
      const samePerson = words(one) === words(other) && one.sender!.company === other.sender!.company && one.sender!.company !== '';
      return joinedBy(seen(one), seen(other)) === undefined || sameLink || samePerson;
    }));
  });

  it('joins the same name at the same company, and the same telling link', () => {
    const dana = (change: Facts['sender'], url = 'https://meet.example'): Facts =>
      ({ surface: 'gmail', sender: { name: 'Dana Brook', company: 'Birchline', ...change }, links: [{ url }] });
    const profile = dana({ profileUrl: '/in/dana' });
    expect(joinedBy(seen(profile), seen(dana({ email: 'd@one.example' })))).toBe('name and company');
    expect(joinedBy(seen(profile), seen(dana({ email: 'd@one.example', company: 'Mossfield' })))).toBeUndefined();
    expect(joinedBy(seen(dana({ profileUrl: '/in/dana' }, 'https://desk.example/1')), seen(dana({ name: 'Kim Stone', email: 'k@one.example' }, 'https://desk.example/2')))).toBe('link');
  });

  it('never joins two profiles that are certainly different', () => {
    const member = (memberNumber: number): Facts => ({ surface: 'linkedin-message', sender: { name: 'Dana Brook', company: 'Birchline' }, profile: { memberNumber } });
    expect(joinedBy(seen(member(1)), seen(member(2)))).toBeUndefined();
  });
});

describe('caseOf', () => {
  it('leaves out what expired', () => {
    const mail: Facts = { surface: 'gmail', sender: { email: 'd@one.example' } };
    expect(caseOf(seen(mail), [row(mail, 5)], 185).met).toHaveLength(1);
    expect(caseOf(seen(mail), [row(mail, 5)], 186).met).toHaveLength(0);
  });

  it('leaves out what was said or asked too long ago by who still writes', () => {
    const facts: Facts = { surface: 'gmail', sender: { name: 'Dana Brook', email: 'd@one.example', company: 'Birchline' } };
    const later: Facts = { surface: 'gmail', sender: { email: 'd@one.example' } };
    const first = withSeen(undefined, 'k', seen(facts), ['pay-money'], { day: 5, first: 5, fresh: false });
    const kept = withSeen(first, 'k', seen(later), [], { day: 100, first: 100, fresh: false });
    expect(caseOf(seen(later), [kept], 185).own).toMatchObject([{ asks: { 'pay-money': 5 }, names: [{ first: 5 }], employers: [{ first: 5 }] }]);
    expect(caseOf(seen(later), [kept], 186).own).toMatchObject([{ first: 5, asks: {}, names: [], employers: [] }]);
    expect(withSeen(kept, 'k', seen(later), [], { day: 186, first: 186, fresh: false })).toMatchObject({ asks: {}, names: [] });
  });

  it('takes another member at the same address for somebody else who was met there', () => {
    const at = (memberNumber: number): Facts => ({ surface: 'linkedin-message', sender: { profileUrl: '/in/dana' }, profile: { memberNumber } });
    const { met, own } = caseOf(seen(at(2)), [row(at(1))], 6);
    expect([met.length, own.length]).toEqual([1, 0]);
  });
});

describe('withSeen', () => {
  it('stays bounded however much is seen, and keeps what was seen last', () => {
    fc.assert(fc.property(fc.integer({ min: 9, max: 40 }), (count) => {
      const facts = (i: number): Facts => ({
        surface: 'gmail', sender: { name: `Dana ${'x'.repeat(i % 20 + 2)}`, company: `Firm ${i}`, email: `d${i}@one.example` },
        links: [{ url: `https://host${i}.example/invite/a1b2c3d4e5f6a7b8${i + 1000}` }],
      });
      let kept = row(facts(0));
      for (let i = 1; i <= count; i++) kept = withSeen(kept, 'k', seen(facts(i)), ['pay-money'], { day: 5 + i, first: 5 + i, fresh: true });
      expect(kept.traces.length).toBeLessThanOrEqual(24);
      expect(kept.traces).toEqual(expect.arrayContaining([...seen(facts(count)).traces]));
      expect(kept.interviews).toHaveLength(4);
      expect(kept).toMatchObject({ first: 5, last: 5 + count, fresh: false, asks: { 'pay-money': 6 } });
      expect(JSON.stringify(kept).length).toBeLessThan(6_000);
    }), { numRuns: 10 });
  });
});
