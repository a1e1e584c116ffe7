import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Facts } from '../../utils/core/facts.ts';
import { readableList } from '../../utils/core/named-list.ts';
import type { Scope } from '../../utils/platform/questions.ts';
import { at, freshBrowser, mail, noPlaces, restart } from './fresh-browser.ts';

const load = async () => {
  const { dismiss, dismissalOf, ...rest } = await import('../../utils/platform/dismissals.ts');
  return {
    ...rest,
    dismissalOf: (facts: Facts) => dismissalOf(facts, places),
    dismiss: (facts: Facts, scope: Scope, undo: boolean, incognito: boolean, days?: 7 | 30 | 365) => dismiss({ facts, scope, undo, days }, places, incognito),
  };
};
const places = { ...noPlaces, lists: { 'free-mail': readableList(['post.example'], 'host', false) } };
const stored = async () => (await fakeBrowser.storage.local.get('dismissed'))['dismissed'] as Record<string, unknown> | undefined;
const other = mail({ message: { text: 'Please run this.' } });
const stranger = mail({ sender: { name: 'Dana Brook', email: 'dana@else.example' } });
const member = (memberNumber: number | undefined, slug = 'dana-brook'): Facts => ({
  surface: 'linkedin-message', sender: { profileUrl: `https://www.linkedin.com/in/${slug}/` }, profile: { memberNumber },
});

describe('dismissals', () => {
  beforeEach(() => freshBrowser());

  it('holds for one message, and not for the next by the same sender', async () => {
    await (await load()).dismiss(mail(), 'message', false, false);
    const { dismissalOf } = await restart(load);
    expect(await dismissalOf(mail())).toBe('message');
    expect(await dismissalOf(other)).toBeUndefined();
    expect(await dismissalOf(stranger)).toBeUndefined();
    expect(await dismissalOf(mail({ links: [{ url: 'https://new.example' }] }))).toBeUndefined();
  });

  it('holds for everything by one sender', async () => {
    const { dismiss, dismissalOf } = await load();
    await dismiss(mail(), 'sender', false, false);
    expect(await dismissalOf(other)).toBe('sender');
    expect(await dismissalOf(stranger)).toBeUndefined();
  });

  it.each<[string, Partial<Facts>]>([
    ['another attachment', { files: [{ name: 'task.zip' }] }],
    ['another subject', { message: { text: 'Hello, we have a role for you.', subject: 'Your task' } }],
    ['one more entry in the thread', { message: { text: 'Hello, we have a role for you.', thread: [{ from: 'them', text: 'Run it.' }] } }],
    ['another Reply-To', { headers: { replyTo: 'dana@else.example' } }],
    ['another headline', { sender: { name: 'Dana Brook', email: 'dana@talent.example', headline: 'Treasurer' } }],
    ['another member behind it', { profile: { memberNumber: 77 } }],
  ])('takes the same words with %s for another message', async (_, change) => {
    const { dismiss, dismissalOf } = await load();
    await dismiss(mail(), 'message', false, false);
    expect(await dismissalOf(mail(change))).toBeUndefined();
  });

  it.each<[string, Partial<Facts>]>([
    ['read at another time', { seenAt: '2026-03-03T10:00:00Z' }],
    ['with other things remembered', { known: { firstContact: true } }],
    ['with nulls for what was not seen', { files: null, sender: { email: 'dana@talent.example', name: 'Dana Brook', headline: null } }],
    ['with other counts and another photo on the profile', { profile: { connections: 12, photo: { url: '' } } }],
  ])('takes a message %s for the same', async (_, change) => {
    const { dismiss, dismissalOf } = await load();
    await dismiss(mail(), 'message', false, false);
    expect(await dismissalOf(mail(change))).toBe('message');
  });

  it('covers no other member who takes over the address', async () => {
    const { dismiss, dismissalOf } = await load();
    await dismiss(member(77), 'sender', false, false);
    expect(await dismissalOf(member(78))).toBeUndefined();
    expect(await dismissalOf(member(77, 'dana-b'))).toBe('sender');
    expect(await dismissalOf(member(undefined))).toBe('sender');
  });

  it('takes back all that was marked with a sender, whatever is seen of them', async () => {
    const { dismiss, dismissalOf } = await load();
    await dismiss(member(77), 'sender', false, false);
    await dismiss(member(undefined), 'sender', true, false);
    expect(await dismissalOf(member(77))).toBeUndefined();
    expect(await stored()).toEqual({});
  });

  it('can be taken back', async () => {
    const { dismiss, dismissalOf } = await load();
    await dismiss(mail(), 'message', false, false);
    await dismiss(mail(), 'sender', false, false);
    await dismiss(mail(), 'message', true, false);
    expect(await dismissalOf(mail())).toBe('sender');
    await dismiss(other, 'sender', true, false);
    expect(await dismissalOf(mail())).toBeUndefined();
    expect(await stored()).toEqual({});
  });

  it('stores scope and time under a salted key, nothing that was read', async () => {
    await (await load()).dismiss(mail(), 'message', false, false);
    expect(Object.values((await stored())!)).toEqual([
      { scope: 'message', at: expect.stringMatching(/^2026-03-02T/), until: expect.stringMatching(/^2027-03-02T/), place: 'gmail' },
    ]);
    expect(JSON.stringify(await stored())).not.toMatch(/dana|talent|role/i);
    const [key] = Object.keys((await stored())!);
    freshBrowser();
    await (await load()).dismiss(mail(), 'message', false, false);
    expect(Object.keys((await stored())!)).not.toEqual([key]);
  });

  it('loses none when several are marked at once', async () => {
    const { dismiss } = await load();
    await Promise.all(['a', 'b', 'c'].map((text) => dismiss(mail({ message: { text } }), 'message', false, false)));
    expect(Object.keys((await stored())!)).toHaveLength(3);
  });

  it('leaves nothing on the disk from a private window', async () => {
    const { dismiss, dismissalOf } = await load();
    await dismiss(mail(), 'message', false, true);
    expect(await dismissalOf(mail())).toBe('message');
    expect(await stored()).toBeUndefined();
    await dismiss(mail(), 'message', true, true);
    expect(await dismissalOf(mail())).toBeUndefined();
  });

  it('says when a sender cannot be told apart', async () => {
    const { dismiss } = await load();
    await expect(dismiss(mail({ sender: { name: 'Dana' } }), 'sender', false, false)).rejects.toThrow('mark the message only');
  });

  it('holds for everybody of one mail domain, and no other', async () => {
    const { dismiss, dismissalOf } = await load();
    await dismiss(mail(), 'domain', false, false);
    expect(await dismissalOf(mail({ sender: { name: 'Alex Moor', email: 'alex@eu.talent.example' } }))).toBe('domain');
    expect(await dismissalOf(stranger)).toBeUndefined();
  });

  it('refuses a domain that many people share', async () => {
    const { dismiss } = await load();
    await expect(dismiss(mail({ sender: { email: 'dana@post.example' } }), 'domain', false, false)).rejects.toThrow('Many people share');
  });

  it.each(['sender', 'domain'] as const)('leaves out a mail that the domain disowns (%s)', async (scope) => {
    const { dismiss, dismissalOf } = await load();
    await dismiss(mail(), scope, false, false);
    expect(await dismissalOf(mail({ headers: { authenticationResults: 'mx.example; dmarc=fail header.from=talent.example' } }))).toBeUndefined();
  });

  it.each(['sender', 'domain'] as const)('marks nobody for a mail that the domain disowns (%s)', async (scope) => {
    const { dismiss, dismissalOf } = await load();
    await expect(dismiss(mail({ headers: { authenticationResults: 'mx.example; dmarc=fail' } }), scope, false, false)).rejects.toThrow('mark the message only');
    expect([await dismissalOf(mail()), await stored()]).toEqual([undefined, undefined]);
  });

  it('lists somebody without a name by the address', async () => {
    const { dismiss, listDismissals } = await load();
    await dismiss(mail({ sender: { name: '', email: 'dana@talent.example' } }), 'sender', false, false);
    expect((await listDismissals())[0]?.label).toBe('dana@talent.example');
  });

  it('ends after the chosen days', async () => {
    const { dismiss, dismissalOf, listDismissals } = await load();
    await dismiss(mail(), 'sender', false, false, 7);
    at('2026-03-08');
    expect(await dismissalOf(other)).toBe('sender');
    at('2026-03-10');
    expect([await dismissalOf(other), await listDismissals()]).toEqual([undefined, []]);
  });

  it('lists what holds under the name the person saw, and takes one back', async () => {
    const { dismiss, dismissalOf, listDismissals, undismiss } = await load();
    await dismiss(mail(), 'sender', false, false);
    await dismiss(mail(), 'domain', false, false);
    const listed = await listDismissals();
    expect(listed.map(({ scope, label, place }) => [scope, label, place])).toEqual(expect.arrayContaining([['sender', 'Dana Brook', 'gmail'], ['domain', 'talent.example', 'gmail']]));
    await undismiss(listed.find(({ scope }) => scope === 'sender')!.key);
    expect(await dismissalOf(other)).toBe('domain');
    await undismiss();
    expect(await dismissalOf(other)).toBeUndefined();
  });
});
