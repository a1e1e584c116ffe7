import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ToldOrganisation } from '../../entrypoints/options/told-organisation.tsx';
import { encodeOtlp } from '../../utils/core/encode-otlp.ts';
import { findingEvent } from '../../utils/core/event.ts';
import type { EventsPreview, EventsState } from '../../utils/platform/events-state.ts';
import { found, teller } from '../core/made-finding.ts';
import { drawn } from './drawn.ts';

vi.mock('#i18n', () => import('./english.ts'));
const answers = vi.hoisted(() => ({ preview: undefined as EventsPreview | undefined, consent: vi.fn<() => Promise<boolean>>(async () => true) }));
vi.mock('../../utils/platform/ask.ts', () => ({ ask: async () => answers.preview }));
vi.mock('../../utils/platform/events-consent.ts', () => ({ askConsent: answers.consent }));

const place = drawn();
const example = encodeOtlp([findingEvent(teller, found)], '0.1.0');
const state: EventsState = { host: 'collector.example', protocol: 'otlp-json', fields: 'minimal', least: 'danger', isAllowed: true, waiting: 0, dropped: 0 };
const under = async (change: Partial<EventsState> = {}, texts: Partial<EventsPreview> = {}) => {
  answers.preview = { state: { ...state, ...change }, example, ...texts };
  await place.draw(<ToldOrganisation />);
};

describe('what an organisation is told', () => {
  beforeEach(() => fakeBrowser.reset());

  it('is not mentioned where no policy wants anything told', async () => {
    answers.preview = undefined;
    await place.draw(<ToldOrganisation />);
    expect(place.text()).toBe('');
  });

  it('names who is told, from which level on, and what never is', async () => {
    await under();
    expect(place.text()).toContain('are told to collector.example.');
    expect(place.text()).toContain('From this level on: Stop before you go on');
    expect(place.text()).toContain('Never told: texts, names, addresses');
    expect(place.text()).not.toContain('domains of the sender');
  });

  it('says that domains go along where the policy wants them', async () => {
    await under({ fields: 'standard' });
    expect(place.text()).toContain('domains of the sender and of links are told too');
  });

  it('shows the very requests, of an example, of what is next and of what was last', async () => {
    await under();
    expect(place.all('pre').map((text) => JSON.parse(text))).toEqual([JSON.parse(example)]);
    await under({ waiting: 3, lastSent: { at: '2026-03-02T10:00:00Z', count: 1 } }, { next: '{"a":1}', last: '{"b":2}' });
    // It asks once; what changes in storage has it ask again.
    await act(async () => { await fakeBrowser.storage.onChanged.trigger({ events: {} }, 'local'); });
    expect(place.all('pre').map((text) => JSON.parse(text))).toEqual([{ a: 1 }, { b: 2 }, JSON.parse(example)]);
    expect(place.text()).toContain('3 events wait to be sent.');
  });

  it('asks for consent in the person\'s own press, where the browser wants one', async () => {
    await under();
    expect(place.all('button')).toEqual([]);
    await under({ isAllowed: false });
    await act(async () => { await fakeBrowser.storage.onChanged.trigger({ events: {} }, 'local'); });
    await place.press('Give consent');
    expect(answers.consent).toHaveBeenCalledOnce();
  });
});
