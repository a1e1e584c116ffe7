import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Options } from '../../entrypoints/options/options.tsx';
import { today } from '../../utils/platform/day.ts';
import type { ListedRule } from '../../utils/platform/list-rules.ts';
import { drawn } from './drawn.ts';

vi.mock('#i18n', () => import('./english.ts'));
const answers = vi.hoisted(() => ({ remembered: undefined as unknown, rules: undefined as unknown }));
vi.mock('../../utils/platform/ask.ts', () => ({
  async ask(name: 'remembered' | 'rules' | 'undismiss', body: { key?: string }) {
    if (name === 'undismiss') return (await import('../../utils/platform/dismissals.ts')).undismiss(body.key);
    if (answers[name] === undefined) throw new Error('The memory is broken.');
    return answers[name];
  },
}));

const place = drawn();
const rule = (id: string, title: string, change: Partial<ListedRule> = {}): ListedRule => ({
  id, title, rationale: 'It is the test of a test.', normal: 'Nothing is.', theme: 'text', severity: 'high', status: 'stable', references: [], since: '2026-01-01', ...change,
});
const press = (selector: string) => act(async () => place.find(selector).click());
const settled = () => act(async () => { await new Promise((resolve) => setTimeout(resolve, 20)); });
/** Storage answers when it likes, on a busy machine later. */
const focused = (name: string) => vi.waitFor(async () => {
  await settled();
  expect([document.activeElement?.getAttribute('aria-label'), document.activeElement?.textContent]).toContain(name);
}, 5_000);
const open = async (part: string) => {
  location.hash = `#${part}`;
  await place.draw(<Options />);
  await vi.waitFor(async () => {
    await settled();
    place.find('[role="tab"]');
  }, 5_000);
};
const titles = () => place.all('.finding > summary');
const mark = (place: number, label: string) =>
  [`key-${place}`, { scope: 'sender', at: new Date(Date.UTC(2026, 10, 1) - place * 60_000).toISOString(), until: '2126-11-01T10:00:00Z', label }] as const;

describe('the settings page', () => {
  afterEach(() => vi.restoreAllMocks());
  beforeEach(() => {
    fakeBrowser.reset();
    const event = { addListener: () => undefined, removeListener: () => undefined };
    Object.assign(fakeBrowser.permissions, { onAdded: event, onRemoved: event, getAll: async () => ({ origins: [] }), contains: async () => true });
    Object.assign(fakeBrowser, { commands: { getAll: async () => [] } });
    answers.remembered = { counts: { contacts: 0, photos: 0 }, contacts: [], photos: [] };
    answers.rules = [rule('cafe-offer', 'Vérifié par un ami'), rule('kanji', 'コードを実行させる', { theme: 'assignment' }), rule('plain', 'Money first')];
  });

  it('keeps a choice', async () => {
    await open('warnings');
    await press('[value="toolbar"]');
    await settled();
    expect(await fakeBrowser.storage.local.get('placement')).toEqual({ placement: 'toolbar' });
  });

  it('stands as it was when a choice cannot be saved, and says so', async () => {
    await open('sites');
    const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('The disk is full.'));
    const first = () => place.find<HTMLInputElement>('[role="switch"]').checked;
    for (const times of [1, 2]) {
      await press('[role="switch"]');
      await vi.waitFor(() => expect(full).toHaveBeenCalledTimes(times), 5_000);
      await settled();
      expect([first(), place.find('main > .outcome').textContent]).toEqual([true, 'That did not work: The disk is full.']);
    }
  });

  it('lets a person set everything although the memory cannot be read, and names no number', async () => {
    answers.remembered = undefined;
    await open('overview');
    expect(place.text()).toContain('The memory could not be read: The memory is broken.');
    expect(place.all('.figures dd')).toEqual(['0', '–', '–', '0', '0']);
  });

  it('shows what a policy fixed, and who fixed it', async () => {
    await fakeBrowser.storage.managed.set({ placement: 'toolbar', orgName: 'Birchline Health' });
    await open('warnings');
    expect(place.all('.tag')).toEqual(['Set by Birchline Health']);
    expect(place.find<HTMLFieldSetElement>('fieldset').disabled).toBe(true);
  });

  describe('where a policy fixed everything', () => {
    const policy = { orgName: 'Birchline Health', placement: 'toolbar', checkPhotos: true, rememberPhotosDays: 30, imageSearch: 'tineye', disabledSites: ['yahoo'], disabledRules: ['plain'] };
    const controls = [
      ['warnings', '[name=placement]', 2], ['sites', '[role=tabpanel]:not([hidden]) fieldset [role=switch]', 8], ['rules', '[role=tabpanel]:not([hidden]) .finding [role=switch]', 1],
      ['memory', '#photo-days, #image-search, [role=tabpanel]:not([hidden]) .switch input', 3],
    ] as const;

    it.each(controls)('nothing of it can be changed in "%s"', async (part, selector, count) => {
      await fakeBrowser.storage.managed.set(policy);
      await open(part);
      await settled();
      if (part === 'rules') await place.open('.finding');
      const found = [...document.querySelectorAll<HTMLInputElement>(selector)];
      expect(found).toHaveLength(count);
      expect(found.map((one) => one.matches(':disabled') || one.disabled || one.closest('fieldset')!.disabled)).toEqual(found.map(() => true));
      for (const one of found) await act(async () => { one.disabled = false; one.dispatchEvent(new Event('change', { bubbles: true })); });
      await settled();
      expect(await fakeBrowser.storage.local.get(Object.keys(policy))).toEqual({});
    });

    it('says in each part whose policy that is', async () => {
      await fakeBrowser.storage.managed.set(policy);
      for (const [part] of controls) {
        await open(part);
        expect([part, ...place.all('.tag')]).toContain('Set by Birchline Health');
      }
    });
  });

  it('says that exceptions do not hold where an organisation allows none', async () => {
    await fakeBrowser.storage.managed.set({ allowDismissals: false, orgName: 'Birchline Health' });
    await open('warnings');
    expect(place.text()).toContain('Birchline Health decided that nothing can be marked as not a problem. What is listed here does not hold'.replace('. What', '.What'));
  });

  it('does not call locked what an organisation only suggests', async () => {
    await fakeBrowser.storage.managed.set({ placement: 'toolbar', lockMode: 'off' });
    await open('warnings');
    expect(place.all('.tag')).toEqual(['Suggested by your organisation']);
    expect(place.find<HTMLFieldSetElement>('fieldset').disabled).toBe(false);
  });

  it.each([['VERIFIE', ['Vérifié par un ami']], ['ｺｰﾄﾞ', ['コードを実行させる']], ['first money', ['Money first']], ['nobody', []]])(
    'finds rules by %s', async (words, found) => {
      await open('rules');
      await settled();
      await place.set('[type="search"]', words, 'input');
      expect(titles()).toEqual(found);
    });

  it('tells the history of a rule by its days, and lists those that spoke', async () => {
    const tally = (day: number, count: number) => ({ day, read: {}, rules: { plain: count }, levels: {}, sent: {} });
    await fakeBrowser.storage.local.set({ [`tally:${today()}`]: tally(today(), 2), [`tally:${today() - 3}`]: tally(today() - 3, 1) });
    await open('rules');
    await settled();
    await place.set('.actions label:last-child select', 'spoke', 'change');
    expect(titles()).toEqual(['Money first']);
    await place.open('.finding');
    expect(place.text()).toContain('3 times in the last 90 days');
    expect(place.find('.story .soft').textContent).toMatch(/ \(2\) · .*\d$/);
  });

  it('draws the first of 200 exceptions and the rest when asked, each by its name alone', async () => {
    const hostile = `\u202Eevil ${'x'.repeat(500)}`;
    await fakeBrowser.storage.local.set({ dismissed: Object.fromEntries([mark(0, hostile), ...Array.from({ length: 199 }, (_, at) => mark(at + 1, `دانا ${at}`))]) });
    await open('warnings');
    expect(place.all('bdi')).toHaveLength(20);
    expect(place.all('bdi')[0]).toMatch(/^⟨U\+202E⟩evil x+…$/);
    await place.press('Show 180 more');
    expect(place.all('bdi')).toHaveLength(200);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Warn again: دانا 19');
  });

  it('shows a mark that turns text in a name by its number', async () => {
    await fakeBrowser.storage.local.set({ dismissed: Object.fromEntries([mark(0, 'Edda\u202EenroL')]) });
    await open('warnings');
    expect(place.all('bdi')).toEqual(['Edda⟨U+202E⟩enroL']);
  });

  it('leaves the keyboard at the next row after one is gone, and at the sentence after the last', async () => {
    await fakeBrowser.storage.local.set({ dismissed: Object.fromEntries([mark(0, 'Edda Lorne'), mark(1, 'Dana Brook')]) });
    await open('warnings');
    await press('[aria-label="Warn again: Edda Lorne"]');
    await focused('Warn again: Dana Brook');
    await press('[aria-label="Warn again: Dana Brook"]');
    await focused('Nothing is marked as not a problem.');
    expect(place.find('main > .outcome').textContent).toBe('From now on Bonafide warns about it again.');
  });
});
