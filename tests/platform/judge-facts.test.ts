import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Facts } from '../../utils/core/facts.ts';
import { at, freshBrowser, mail, noPlaces, restart } from './fresh-browser.ts';
import { bundle, tinyPack } from './tiny-pack.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

const load = async () => ({ ...(await import('../../utils/platform/judge-facts.ts')), ...(await import('../../utils/platform/database.ts')) });
const words = { why: 'It was seen in a test.', rationale: 'It is the test of a test.', normal: 'It is the test of a test.', advice: 'Go on with the tests.' };
const rule = (id: string, when: object, sets?: string) => ({
  id, title: 'A rule for tests', severity: sets ? 'info' : 'high', theme: 'text', status: 'stable', since: '2026-01-01', ...(sets && { sets }), when, ...words, references: [],
});
const asks = (ask: string, phrase: string) => rule(`asks-for-${ask}`, { fact: 'message.text', says: [phrase] }, `message.asks.${ask}`);
const pack = {
  ...tinyPack(),
  rules: [
    asks('run-code', 'run it'), asks('pay-money', 'pay it'),
    rule('asks-more', { all: [{ fact: 'message.asks.pay-money', is: true }, { fact: 'known.askedBefore.run-code', is: true }] }),
    rule('asked-for-code', { fact: 'known.askedBefore.run-code', is: true }),
    rule('calls-itself-otherwise', { fact: 'known.nameChanged', is: true }),
  ],
};
const ordinary = { incognito: false, fromPage: true };
const saying = (text: string, change: Partial<Facts> = {}) => mail({ message: { text }, ...change });
/** Judges with a fresh worker and waits until what is remembered is written. */
async function rules(facts: Facts, from = ordinary) {
  const { judgeFacts, database } = await restart(load);
  const { verdict } = await judgeFacts(facts, from);
  await database.all('contacts');
  return verdict.findings.map(({ rule: id }) => id);
}

describe('judgeFacts', () => {
  beforeEach(() => {
    freshBrowser();
    bundle(pack);
  });

  it('judges by what was asked on an earlier day', async () => {
    expect(await rules(saying('Please run it.'))).toEqual([]);
    at('2026-03-04');
    expect(await rules(saying('Now pay it.'))).toEqual(['asked-for-code', 'asks-more']);
    at('2026-03-06');
    expect(await rules(saying('Now pay it.'))).toEqual(['asked-for-code', 'asks-more']);
  });

  it('does not take a message that is read again for a second one', async () => {
    const both = saying('Please run it and pay it.');
    expect(await rules(both)).toEqual([]);
    expect(await rules(both)).toEqual([]);
    at('2026-03-04');
    expect(await rules(both)).toEqual([]);
  });

  it('takes two readings of one visit for no change', async () => {
    await rules(saying('Hello'));
    expect(await rules(mail({ sender: { name: 'Kim Stone', email: 'dana@talent.example' } }))).toEqual([]);
    at('2026-03-04');
    expect(await rules(mail({ sender: { name: 'Alex Moor', email: 'dana@talent.example' } }))).toEqual(['calls-itself-otherwise']);
  });

  it('remembers nothing of a private window', async () => {
    await rules(saying('Please run it.'), { ...ordinary, incognito: true });
    at('2026-03-04');
    expect(await rules(saying('Now pay it.'))).toEqual([]);
  });

  it('remembers and counts nothing of what is pasted into a page of ours, and holds it against the memory', async () => {
    const own = { incognito: false, fromPage: false };
    expect(await rules(saying('Please run it.'), own)).toEqual([]);
    at('2026-03-04');
    expect(await rules(saying('Now pay it.'), own)).toEqual([]);
    expect(Object.keys(await fakeBrowser.storage.local.get(null)).filter((key) => key.startsWith('tally:'))).toEqual([]);
    await rules(saying('Please run it.'));
    at('2026-03-06');
    expect(await rules(saying('Now pay it.'), own)).toContain('asked-for-code');
  });

  it('offers to mark no domain that disowns the mail', async () => {
    const { judgeFacts } = await restart(load);
    expect((await judgeFacts(saying('Hello'), ordinary)).domain).toBe('talent.example');
    expect((await judgeFacts(saying('Hello', { headers: { authenticationResults: 'mx.example; dmarc=fail' } }), ordinary)).domain).toBeUndefined();
  });

  it('answers before it has written, and although writing fails', async () => {
    const { judgeFacts, database } = await load();
    let fail: (error: Error) => void = () => undefined;
    const written = vi.spyOn(database, 'editContact').mockReturnValue(new Promise((_, reject) => (fail = reject)));
    expect((await judgeFacts(saying('Hello'), ordinary)).verdict.level).toBe('none');
    expect(written).toHaveBeenCalledTimes(1);
    fail(new Error('The disk is full.'));
    await vi.waitFor(async () => {
      const { 'trouble-database': trouble } = await fakeBrowser.storage.local.get('trouble-database');
      expect(trouble).toMatchObject({ sentence: expect.stringContaining('The disk is full.') });
    });
  });

  describe('what an organisation decided', () => {
    const orgName = 'Birchline Health';
    const judged = async (policy: object, text = 'Please run it.') => {
      await fakeBrowser.storage.managed.set({ orgName, ...policy });
      return (await restart(load)).judgeFacts(saying(text), ordinary);
    };
    const askedTwice = async (policy: object) => {
      await rules(saying('Please run it.'));
      at('2026-03-04');
      return judged(policy, 'Now pay it.');
    };

    it('keeps what is too weak for it out of the page, and gives the whole verdict', async () => {
      const answer = await askedTwice({ minimumLevel: 'danger' });
      expect(answer).toMatchObject({ isQuiet: true, placement: 'inline', verdict: { level: 'caution' } });
      expect(await judged({ minimumLevel: 'caution' }, 'Now pay it.')).not.toHaveProperty('isQuiet');
      await fakeBrowser.storage.managed.set({ minimumLevel: 'danger' });
      const { judgeFacts } = await restart(load);
      expect(await judgeFacts(saying('Hello', { sender: { email: 'kim@else.example' } }), ordinary)).not.toHaveProperty('isQuiet');
    });

    it('lets no earlier exception hold where it allows none, and says whose word that is', async () => {
      const { dismiss } = await import('../../utils/platform/dismissals.ts');
      await dismiss({ facts: saying('Please run it.'), scope: 'message', undo: false }, noPlaces, false);
      expect(await judged({})).toMatchObject({ dismissed: 'message' });
      const answer = await judged({ allowDismissals: false });
      expect(answer).not.toHaveProperty('dismissed');
      expect(answer.organisation).toEqual({ name: orgName, keepsFindings: true });
    });

    it('lets nothing more be marked then, and lets marks be taken back', async () => {
      await fakeBrowser.storage.managed.set({ allowDismissals: false });
      const { dismiss } = await import('../../utils/platform/dismissals.ts');
      const mark = { facts: saying('Please run it.'), scope: 'message' } as const;
      await expect(dismiss({ ...mark, undo: false }, noPlaces, false)).rejects.toThrow('organisation');
      await expect(dismiss({ ...mark, undo: true }, noPlaces, false)).resolves.toBeUndefined();
      expect(await fakeBrowser.storage.local.get('dismissed')).toEqual({ dismissed: {} });
    });

    it('sends its words and whom to ask along', async () => {
      const answer = await judged({ warningText: '  Ask before you run anything. ', securityContact: 'mailto:security@birchline.example' });
      expect(answer.organisation).toEqual({ name: orgName, words: 'Ask before you run anything.', contact: 'mailto:security@birchline.example' });
      expect(await judged({ warningText: '', securityContact: '' })).not.toHaveProperty('organisation');
    });

    it('reads the settings once for one judgement', async () => {
      const { judgeFacts } = await restart(load);
      await judgeFacts(saying('Hello'), ordinary);
      const read = vi.spyOn(fakeBrowser.storage.local, 'get');
      await judgeFacts(saying('Hello again'), ordinary);
      expect(read.mock.calls.filter(([keys]) => Array.isArray(keys) && (keys as string[]).includes('placement')).length).toBeLessThanOrEqual(1);
    });

    it('judges nothing on a site that it switched off', async () => {
      await fakeBrowser.storage.managed.set({ disabledSites: ['gmail'] });
      const { judgeFacts } = await restart(load);
      await expect(judgeFacts(saying('Hello'), { ...ordinary, url: 'https://mail.google.com/mail/' })).rejects.toThrow('place.offText');
    });
  });
});
