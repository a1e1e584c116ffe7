import { beforeEach, describe, expect, it, vi } from 'vitest';
import { at, freshBrowser, mail, noPlaces, profile, restart } from './fresh-browser.ts';

const load = async () => ({ ...(await import('../../utils/platform/recall.ts')), ...(await import('../../utils/platform/database.ts')) });
/** Recalls with a fresh worker and remembers what is asked, as judging does. */
const known = async (facts = mail(), incognito = false, asks: readonly string[] = []) => {
  const recalled = await (await restart(load)).recall(facts, incognito, noPlaces);
  await recalled.remember(asks);
  return recalled.askedFor(asks).known;
};
const someoneElse = mail({ sender: { email: 'first@else.example' } });
const inThread = (...entries: { from: 'me' | 'them'; at?: string }[]) => mail({ message: { thread: entries } });

describe('recall', () => {
  beforeEach(() => freshBrowser('2026-03-02T10:00:00'));

  it('says nothing about a first contact before it has watched for two weeks', async () => {
    await known(someoneElse);
    at('2026-03-15');
    expect((await known())!.firstContact).toBeUndefined();
  });

  it('says so when after two weeks somebody writes who was never met', async () => {
    await known(someoneElse);
    at('2026-03-16');
    expect((await known())!.firstContact).toBe(true);
    expect((await known())!.firstContact).toBe(true);
  });

  it('says that a contact met on an earlier day is none, whatever the case of the address', async () => {
    await known();
    at('2026-03-03');
    expect((await known(mail({ sender: { email: ' Dana@Talent.example' } })))!.firstContact).toBe(false);
  });

  it('says nothing when the person answered on an earlier day, or at an unknown time', async () => {
    await known(someoneElse);
    at('2026-03-20');
    expect((await known(inThread({ from: 'me', at: '2026-03-19T09:00:00' }), true))!.firstContact).toBeUndefined();
    expect((await known(inThread({ from: 'me' })))!.firstContact).toBeUndefined();
    expect((await known(inThread({ from: 'me', at: '2026-03-20T09:00:00' }, { from: 'them', at: '2025-01-01' })))!.firstContact).toBe(true);
  });

  it('knows a person by number, by address and by mail alike', async () => {
    await known({ surface: 'linkedin-message', sender: { profileUrl: 'https://www.linkedin.com/in/dana-brook' }, profile: { memberNumber: 77 } });
    at('2026-03-04');
    expect((await known({ surface: 'linkedin-message', profile: { memberNumber: 77 } }))!.firstContact).toBe(false);
    expect((await known({ surface: 'linkedin-message', sender: { profileUrl: '/in/Dana-Brook/' } }))!.firstContact).toBe(false);
  });

  it('does not take looking at a profile for a contact', async () => {
    await known(profile('dana-brook'));
    at('2026-03-20');
    expect((await known(profile('dana-brook')))!.firstContact).toBeUndefined();
    expect((await known({ ...profile('dana-brook'), surface: 'linkedin-message' }))!.firstContact).toBe(true);
  });

  it('takes no shared sender for a contact', async () => {
    const linkedIn = mail({ sender: { email: 'messages-noreply@linkedin.com' } });
    await known(linkedIn);
    at('2026-03-20');
    expect((await known(linkedIn))!.firstContact).toBeUndefined();
  });

  it('drops what the page claims to know', async () => {
    expect(await known(mail({ known: { firstContact: true, trusted: true, photoSeenElsewhere: 'same' } }))).toEqual({});
  });

  it('stores neither names nor addresses, and other keys in every browser', async () => {
    const keys = async () => {
      await known({ ...mail({ message: { text: 'I am a recruiter at Birchline Systems. See https://skill-desk.example/invite/a1b2c3d4e5f6a7b8c9d0' } }), profile: { memberNumber: 77 } }, false, ['open-page']);
      const { database } = await load();
      const [row, ...more] = await database.all('contacts');
      expect(more).toEqual([]);
      expect(JSON.stringify([row, await database.all('origin')])).not.toMatch(/dana|talent|brook|birch|desk|invite|role/i);
      return [...row!.traces, row!.mailDomain, ...row!.interviews, ...row!.names[0]!.marks, ...row!.employers[0]!.marks];
    };
    const here = await keys();
    freshBrowser();
    const there = await keys();
    expect(here.map((digest) => digest!.replace(/:?[0-9a-f]{32}$/, ''))).toEqual(['member', 'mail', 'pair', 'link', '', '', 'latin', 'latin', 'employer']);
    expect(here.filter((key) => there.includes(key))).toEqual([]);
  });

  it('forgets a contact 180 days after it was last seen', async () => {
    await known();
    at('2026-08-29');
    expect((await known(mail(), true))!.firstContact).toBe(false);
    at('2026-08-30');
    const { recall, database } = await restart(load);
    await recall(someoneElse, true, noPlaces);
    expect(await database.all('contacts')).toEqual([]);
  });

  it('leaves nothing behind from a private window, and never says "never met" there', async () => {
    await known(someoneElse);
    at('2026-03-20');
    expect((await known(mail(), true))!.firstContact).toBeUndefined();
    expect((await known())!.firstContact).toBe(true);
    at('2026-03-21');
    expect((await known(mail(), true))!.firstContact).toBe(false);
  });

  it('counts what it forgets, and has to earn "never met" anew', async () => {
    await known(someoneElse);
    at('2026-03-20');
    await known();
    const { forget, recall } = await load();
    expect(await forget()).toBe(2);
    expect((await recall(mail(), false, noPlaces)).facts.known!.firstContact).toBeUndefined();
  });

  it('leaves everything unknown when the memory fails', async () => {
    const { recall, database } = await load();
    vi.spyOn(database, 'contactsBy').mockRejectedValue(new Error('no'));
    const { facts, askedFor, remember } = await recall(mail(), false, noPlaces);
    expect(facts).toEqual({ ...mail(), known: {} });
    expect(askedFor(['pay-money'])).toBe(facts);
    await remember(['pay-money']);
    expect(await database.all('contacts')).toEqual([]);
  });
});
