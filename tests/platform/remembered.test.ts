import { beforeEach, describe, expect, it } from 'vitest';
import { at, freshBrowser, mail, noPlaces, restart } from './fresh-browser.ts';

const load = async () => ({ ...(await import('../../utils/platform/remembered.ts')), ...(await import('../../utils/platform/contacts.ts')) });
const meet = async (asks: readonly string[], email: string) =>
  (await (await restart(load)).recallContact(mail({ sender: { name: 'Dana Brook', email } }), false, noPlaces)).remember(asks);

describe('remembered', () => {
  beforeEach(() => freshBrowser());

  it('lists contacts by days, places and what was asked, the newest first, without a name', async () => {
    await meet([], 'dana@talent.example');
    at('2026-03-05');
    await meet(['run-code'], 'alex@else.example');
    const { contacts, counts } = await (await restart(load)).listRemembered();
    expect(counts).toEqual({ contacts: 2, photos: 0 });
    expect(contacts.map(({ channels, asks }) => [channels, asks])).toEqual([[['mail'], ['run-code']], [['mail'], []]]);
    expect(JSON.stringify(contacts)).not.toMatch(/dana|alex|talent|else/i);
  });

  it('forgets one contact and no other', async () => {
    await meet([], 'dana@talent.example');
    await meet([], 'alex@else.example');
    const { listRemembered, forgetContact } = await restart(load);
    const [one, other] = (await listRemembered()).contacts;
    await forgetContact(one!.key);
    expect((await listRemembered()).contacts).toEqual([other]);
  });

  it('leaves out who was not seen for half a year', async () => {
    await meet([], 'dana@talent.example');
    at('2026-10-05');
    expect((await (await restart(load)).listRemembered()).contacts).toEqual([]);
  });
});
