import type { Facts } from '../../utils/core/facts.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readableList } from '../../utils/core/named-list.ts';
import { at, freshBrowser, mail, noPlaces, restart } from './fresh-browser.ts';

const load = async () => ({ ...(await import('../../utils/platform/recall.ts')), ...(await import('../../utils/platform/database.ts')) });
/** Recalls with a fresh worker and remembers what is asked, as judging does. */
const known = async (facts = mail(), incognito = false, asks: readonly string[] = []) => {
  const recalled = await (await restart(load)).recall(facts, incognito, noPlaces);
  await recalled.remember(asks);
  return recalled.askedFor(asks).known;
};
const someoneElse = mail({ sender: { email: 'first@else.example' } });
const inThread = (...entries: { from: 'me' | 'them'; at?: string }[]) => mail({ message: { thread: entries } });

const invite = (token: string) => ({ url: `https://skill-desk.example/invite/${token}a1b2c3d4e5f6a7b8` });
const onLinkedIn = (change: Partial<Facts> = {}): Facts =>
  ({ surface: 'linkedin-message', sender: { name: 'Dana Brook', company: 'Birchline Systems', profileUrl: '/in/dana-brook' }, ...change });
const fromElsewhere = (change: Partial<Facts> = {}): Facts =>
  ({ surface: 'gmail', sender: { name: 'Brook, Dana', company: 'Birchline Systems Inc.', email: 'dana.brook@post.example' }, ...change });
const renamed = (name: string) => mail({ sender: { name, email: 'dana@talent.example' } });
const employed = (company: string) => mail({ sender: { name: 'Dana Brook', email: 'dana@talent.example', company } });

describe('contacts', () => {
  beforeEach(() => freshBrowser('2026-03-02T10:00:00'));

  it('leaves no row where somebody was never to be told apart', async () => {
    await known(mail({ sender: { name: 'Dana Brook' } }));
    expect(await (await load()).database.all('contacts')).toEqual([]);
  });

  describe('days known', () => {
    it('are counted from a first contact that was certain', async () => {
      await known(someoneElse);
      at('2026-03-20');
      expect((await known())!.daysKnown).toBe(0);
      at('2026-03-23');
      expect((await known())!.daysKnown).toBe(3);
    });

    it('stay unknown for who was met before the watch began', async () => {
      await known();
      at('2026-03-20');
      expect((await known())!.daysKnown).toBeUndefined();
    });

    it('become unknown when an older answer is seen later', async () => {
      await known(someoneElse);
      at('2026-03-20');
      await known();
      at('2026-03-21');
      expect((await known(inThread({ from: 'me', at: '2026-03-01T09:00:00' })))!.daysKnown).toBeUndefined();
    });

    it('are not certain when the thread shows on the first day that they wrote before', async () => {
      await known(someoneElse);
      at('2026-03-20');
      await known();
      await known(inThread({ from: 'me', at: '2026-03-01T09:00:00' }));
      await known();
      at('2026-03-21');
      expect((await known())!.daysKnown).toBeUndefined();
    });
  });

  describe('what was asked before', () => {
    it('is unknown at the first visit, however often the message is read', async () => {
      expect((await known(mail(), false, ['run-code']))!.askedBefore).toBeUndefined();
      expect((await known(mail(), false, ['run-code']))!.askedBefore).toBeUndefined();
    });

    it('does not count a message twice when it is read again on a later day', async () => {
      await known(mail(), false, ['run-code', 'pay-money']);
      at('2026-03-05');
      const again = (await known(mail(), false, ['run-code', 'pay-money']))!.askedBefore;
      expect(Object.values(again!).every((asked) => asked === false)).toBe(true);
    });

    it('is what was asked on a day before the newest harmful ask, and stays so', async () => {
      await known(mail(), false, ['run-code', 'open-page']);
      at('2026-03-05');
      const escalated = { 'run-code': true, 'open-page': true, 'pay-money': false };
      expect((await known(mail(), false, ['run-code', 'pay-money']))!.askedBefore).toMatchObject(escalated);
      at('2026-03-09');
      expect((await known(mail(), false, ['run-code', 'pay-money']))!.askedBefore).toMatchObject(escalated);
    });
  });

  describe('what changed', () => {
    it('is a name without a common word on another day', async () => {
      await known();
      expect((await known(renamed('Kim Stone')))!.nameChanged).toBeUndefined();
      at('2026-03-05');
      expect((await known(renamed('Dana Brook-Field')))!.nameChanged).toBe(false);
      expect((await known(renamed('Alex Moor')))!.nameChanged).toBe(true);
    });

    it('is an employer, with the days between', async () => {
      await known(employed('Birchline Systems'));
      at('2026-03-05');
      expect(await known(employed('BIRCHLINE SYSTEMS, INC.'))).toMatchObject({ employerChanged: false });
      at('2026-03-08');
      expect(await known(employed('Mossfield'))).toMatchObject({ employerChanged: true, employerChangedWithinDays: 3 });
    });

    it('is nothing while one page loads: first this employer is read and then that', async () => {
      await known(employed('Birchline Systems'));
      expect((await known(employed('Mossfield')))!.employerChanged).toBeUndefined();
      at('2026-03-05');
      expect((await known(employed('Mossfield')))!.employerChanged).toBe(false);
    });

    it('is unknown for mailboxes that several people write from', async () => {
      const jobs = (name: string) => mail({ sender: { name, email: 'careers@talent.example' } });
      await known(jobs('Dana Brook'));
      at('2026-03-05');
      expect(await known(jobs('Kim Stone'))).toEqual({ firstContact: false, askedBefore: expect.anything() });
    });
  });

  describe('one case', () => {
    it('joins who wrote on LinkedIn and mails from elsewhere, by name and company', async () => {
      await known(someoneElse);
      at('2026-03-20');
      await known(onLinkedIn(), false, ['run-code']);
      at('2026-03-22');
      expect(await known(fromElsewhere(), false, ['pay-money'])).toMatchObject({
        firstContact: false, daysKnown: 2, metOnLinkedin: true, joinedBy: 'name and company', askedBefore: { 'run-code': true, 'pay-money': false },
      });
    });

    it('joins by the same telling link, and counts interview links of both', async () => {
      await known(onLinkedIn({ links: [invite('x')] }));
      const other = mail({ sender: { name: 'Kim Stone', email: 'kim@post.example' }, links: [invite('y')] });
      expect(await known(other)).toMatchObject({ metOnLinkedin: true, joinedBy: 'link', interviewLinks: 2 });
      at('2026-03-05');
      expect(await known(other)).toMatchObject({ nameChanged: false, joinedBy: 'link' });
      expect(await known(mail({ sender: { name: 'Alex Moor', email: 'alex@post.example' }, links: [invite('y')] }))).not.toHaveProperty('nameChanged');
    });

    it('joins a headline on LinkedIn with the words of a mail', async () => {
      await known(onLinkedIn({ sender: { name: 'Dana Brook', headline: 'Technical Recruiter at Birchline Systems', profileUrl: '/in/dana-brook' } }));
      const text = 'Hi, I am Dana Brook, a recruiter at Birchline Systems. We wrote on LinkedIn.';
      expect(await known(fromElsewhere({ sender: { name: 'Dana Brook', email: 'dana.brook@post.example' }, message: { text } })))
        .toMatchObject({ metOnLinkedin: true, joinedBy: 'name and company' });
    });

    it('does not join namesakes', async () => {
      await known(onLinkedIn());
      expect(await known(fromElsewhere({ sender: { name: 'Dana Brook', company: 'Mossfield', email: 'dana@post.example' } }))).toEqual({});
    });

    it('does not join a contact with itself', async () => {
      await known(onLinkedIn({ links: [invite('x')] }));
      expect(await known(onLinkedIn({ links: [invite('x')] }))).toEqual({ metOnLinkedin: true, interviewLinks: 1 });
    });

    it('joins a free mailbox that calls itself a recruiter\'s: it belongs to one person', async () => {
      const freeMail = { ...noPlaces, lists: { 'free-mail': readableList(['post.example'], 'host', false) } };
      await known(onLinkedIn());
      const { recall } = await load();
      const mailbox = (host: string) => fromElsewhere({ sender: { name: 'Dana Brook', company: 'Birchline Systems', email: `dana.recruiter@${host}` } });
      expect((await recall(mailbox('post.example'), false, freeMail)).facts.known).toMatchObject({ joinedBy: 'name and company' });
      expect((await recall(mailbox('birchline.example'), false, freeMail)).facts.known).not.toHaveProperty('joinedBy');
    });

    it('notices another mail domain of the same name and company', async () => {
      await known(fromElsewhere());
      expect(await known(fromElsewhere({ sender: { name: 'Dana Brook', company: 'Birchline Systems', email: 'dana@birchline.example' } })))
        .toMatchObject({ joinedBy: 'name and company', mailDomainChanged: true });
      expect(await known(fromElsewhere({ sender: { name: 'Dana Brook', company: 'Birchline Systems', email: 'd.brook@post.example' } })))
        .toMatchObject({ mailDomainChanged: false });
    });

    it('is compared from a private window, which leaves nothing behind', async () => {
      await known(onLinkedIn());
      expect(await known(fromElsewhere(), true, ['pay-money'])).toMatchObject({ joinedBy: 'name and company' });
      expect(await (await load()).database.all('contacts')).toHaveLength(1);
    });

    it('is forgotten with everything else', async () => {
      await known(onLinkedIn(), false, ['pay-money']);
      expect(await (await load()).forget()).toBe(1);
      expect(await known(fromElsewhere())).toEqual({});
    });
  });

  it('reads once and writes once, and writes nothing when nothing is new', async () => {
    await known(onLinkedIn({ links: [invite('x')] }), false, ['open-page']);
    const { recall } = await load();
    await recall(onLinkedIn(), false, noPlaces);
    const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const transactions = () => opened.mock.calls.map(([stores, mode = 'readonly']) => `${mode} ${[stores].flat()}`);
    const recalled = await recall(onLinkedIn({ links: [invite('x')] }), false, noPlaces);
    await recalled.remember(['open-page']);
    expect(transactions()).toEqual(['readonly contacts']);
    await recalled.remember(['pay-money']);
    expect(transactions()).toEqual(['readonly contacts', 'readwrite contacts']);
    opened.mockRestore();
  });
});
