import { describe, expect, it, vi } from 'vitest';
import { Timeline, type TimelineEvent } from '../../components/timeline.tsx';
import { drawn } from './drawn.ts';

vi.mock('#i18n', () => import('./english.ts'));

const place = drawn();
/** 3 November 2026, in days since 1970. */
const day = 20_760;
const show = async (events: readonly TimelineEvent[] | Error, isPrivate = false) => {
  const onRead = vi.fn<() => Promise<readonly TimelineEvent[]>>(() => (events instanceof Error ? Promise.reject(events) : Promise.resolve(events)));
  await place.draw(<Timeline onRead={onRead} isPrivate={isPrivate} />);
  const before = onRead.mock.calls.length;
  await place.open('details');
  return before;
};

describe('Timeline', () => {
  it('asks for the history only when it is opened', async () => {
    expect(await show([])).toBe(0);
  });

  it('tells day by day what happened', async () => {
    await show([
      { day, what: 'first', detail: 'linkedin' }, { day: day + 2, what: 'joined', detail: 'mail' }, { day: day + 3, what: 'asked', detail: 'run-code' },
      { day: day + 3, what: 'employer' }, { day: day + 4, what: 'last' },
    ]);
    expect(place.all('time')[0]).toBe('Nov 3, 2026');
    expect(place.all('li p')).toEqual(['First seen on LinkedIn', 'Wrote by mail too', 'Asked you to run code', 'Named another employer', 'Last seen']);
  });

  it('says that a private window leaves nothing', async () => {
    await show([], true);
    expect(place.text()).toContain('This is a private window. Nothing about this contact is kept from here.');
    expect(place.text()).not.toContain('Nothing is remembered');
  });

  it('says when nothing is remembered, and when it could not be read', async () => {
    await show([]);
    expect(place.text()).toContain('Nothing is remembered of this contact.');
    await place.draw(null);
    await show(new Error('The memory is full.'));
    expect(place.text()).toContain('The history could not be read: The memory is full.');
  });
});
