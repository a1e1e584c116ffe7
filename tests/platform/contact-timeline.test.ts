import { beforeEach, describe, expect, it } from 'vitest';
import { today } from '../../utils/platform/day.ts';
import type { ContactRow } from '../../utils/platform/rows.ts';
import { at, freshBrowser, mail, noPlaces, restart } from './fresh-browser.ts';

const load = async () => ({ ...(await import('../../utils/platform/contact-timeline.ts')), ...(await import('../../utils/platform/contacts.ts')) });
const row = (change: Partial<ContactRow>): ContactRow =>
  ({ key: 'a', traces: [], first: 10, last: 10, fresh: true, channels: 1, asks: {}, names: [], employers: [], interviews: [], ...change });

describe('contactTimeline', () => {
  beforeEach(() => freshBrowser());

  it('has nothing to say of somebody new', async () => {
    expect(await (await load()).contactTimeline(mail(), noPlaces)).toEqual([]);
  });

  it('tells when somebody was met, what they asked for on which day, and when they were seen last', async () => {
    const seen = async (asks: readonly string[]) => (await (await restart(load)).recallContact(mail(), false, noPlaces)).remember(asks);
    const first = today();
    await seen([]);
    at('2026-03-06');
    await seen(['run-code']);
    at('2026-03-09');
    await seen(['run-code']);
    expect(await (await restart(load)).contactTimeline(mail(), noPlaces)).toEqual([
      { day: first, what: 'first', detail: 'mail' },
      { day: first + 4, what: 'asked', detail: 'run-code' },
      { day: first + 7, what: 'last' },
    ]);
  });

  it('puts two channels of one case in order', async () => {
    const { eventsOf } = await load();
    expect(eventsOf([row({ channels: 2, first: 14, last: 14 })], [row({ first: 10, last: 12 })])).toEqual([
      { day: 10, what: 'first', detail: 'linkedin' }, { day: 14, what: 'joined', detail: 'mail' }, { day: 14, what: 'last' },
    ]);
  });

  it('names a change of employer, and not the first one as a change', async () => {
    const { eventsOf } = await load();
    const employers = [{ marks: ['employer:b'], first: 20, last: 20 }, { marks: ['employer:a'], first: 10, last: 12 }];
    expect(eventsOf([row({ last: 20, employers })], [])).toEqual([
      { day: 10, what: 'first', detail: 'linkedin' }, { day: 20, what: 'employer' }, { day: 20, what: 'last' },
    ]);
  });

  it('tells a request once, on its first day, in whichever row it stands', async () => {
    const { eventsOf } = await load();
    const asked = eventsOf([row({ asks: { 'run-code': 12 } })], [row({ asks: { 'run-code': 11 } })]).filter(({ what }) => what === 'asked');
    expect(asked).toEqual([{ day: 11, what: 'asked', detail: 'run-code' }]);
  });
});
