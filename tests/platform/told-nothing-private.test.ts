import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { encodeHec } from '../../utils/core/encode-hec.ts';
import { encodeOtlp } from '../../utils/core/encode-otlp.ts';
import type { Event } from '../../utils/core/event.ts';
import type { Facts } from '../../utils/core/facts.ts';
import { levels } from '../../utils/core/score.ts';
import type { Verdict } from '../../utils/core/verdict.ts';
import { restart } from './fresh-browser.ts';
import { fleetBrowser, verdict, waitingEvents } from './fleet-browser.ts';

vi.mock('../../utils/platform/send-events.ts', () => ({ sendEvents: async () => undefined, sendingAlarm: 'events' }));

/** Each text field holds a word of its own that stands nowhere else. `zqd...` are the words in the place of a registrable domain. */
const mark = fc.stringMatching(/^zq[a-cx-z]{6}$/);
const marked = fc.tuple(mark, fc.constantFrom('', ' Dana', '@', '\n', '"', '<b>', '\u202e')).map(([word, more]) => `${word}${more}`);
const domain = fc.stringMatching(/^zqd[a-c]{5}$/).map((label) => `${label}.com`);
const address = fc.tuple(mark, mark, domain, mark).map(([path, below, at, query]) => `https://${below}.${at}/${path}?${query}=1#${path}`);
const mailbox = fc.tuple(mark, mark, domain).map(([local, below, at]) => `${local}@${below}.${at}`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const facts: fc.Arbitrary<Facts> = fc.record({
  surface: fc.constantFrom('gmail', 'linkedin-message', 'linkedin-invitation', 'outlook'),
  seenAt: maybe(marked),
  sender: fc.record({ name: maybe(marked), email: maybe(mailbox), headline: maybe(marked), company: maybe(marked), location: maybe(marked), profileUrl: maybe(address) }),
  message: fc.record({
    subject: maybe(marked), text: maybe(marked), language: maybe(marked), sentAt: maybe(marked),
    thread: maybe(fc.array(fc.record({ from: fc.constantFrom('them' as const, 'me' as const), at: maybe(marked), text: maybe(marked) }), { maxLength: 2 })),
    people: maybe(fc.array(fc.record({ profileUrl: maybe(address), identifier: maybe(marked), photo: address }), { maxLength: 2 })),
  }),
  links: fc.array(fc.record({ url: fc.oneof(address, marked), text: maybe(marked), target: maybe(address) }), { maxLength: 3 }),
  files: fc.array(fc.record({ name: marked, type: maybe(marked) }), { maxLength: 2 }),
  headers: fc.record({ replyTo: maybe(mailbox), returnPath: maybe(mailbox), authenticationResults: maybe(marked), mailedBy: maybe(domain), signedBy: maybe(domain) }),
  profile: maybe(fc.record({ identifier: maybe(marked), photo: maybe(fc.record({ url: address })) })),
  company: maybe(fc.record({ name: maybe(marked), url: maybe(address), website: maybe(address), industry: maybe(marked), headquarters: maybe(marked) })),
});

/** A verdict that quotes all of it, as real ones quote some. */
const quoting = (level: Verdict['level'], words: string): Verdict => {
  const made = verdict(level, 'upfront-fee', 'file-disguised');
  const findings = made.findings.map((finding) => ({ ...finding, title: words, why: words, advice: words, normal: words, rationale: words, references: [words], seen: [{ fact: words, value: words }] }));
  return { ...made, findings, unknown: [words] } as unknown as Verdict;
};

async function requestsFor(told: Facts, level: Verdict['level']): Promise<string> {
  const { tellFinding, tellOverride } = await import('../../utils/platform/tell-finding.ts');
  await tellFinding(told, quoting(level, JSON.stringify(told)));
  await tellOverride(told, 'message');
  const events = await waitingEvents() as Event[];
  expect(events.length).toBeGreaterThan(0);
  const { clearOutbox } = await import('../../utils/platform/outbox.ts');
  const { forgetTold } = await import('../../utils/platform/told-findings.ts');
  await Promise.all([clearOutbox(), forgetTold()]);
  return encodeOtlp(events, '0.1.0') + encodeHec(events);
}

describe('what is told', () => {
  beforeEach(() => fleetBrowser({ eventsMinimumLevel: 'notice' }));
  const level = fc.constantFrom(...levels.slice(1));

  it('has no word of what was read, ever, with the minimal fields', async () => {
    await restart(async () => undefined);
    await fc.assert(fc.asyncProperty(facts, level, async (told, at) => {
      expect(await requestsFor(told, at)).not.toContain('zq');
    }), { numRuns: 60 });
  });

  it('has registrable domains and no other word of what was read with the standard ones', async () => {
    await fakeBrowser.storage.managed.set({ eventsFields: 'standard', eventsDeviceLabel: 'C02-4711' });
    await restart(async () => undefined);
    await fc.assert(fc.asyncProperty(facts, level, async (told, at) => {
      const requests = await requestsFor(told, at);
      expect(requests).toContain('C02-4711');
      expect(requests.replaceAll(/"zqd[a-c]{5}\.com"/g, '')).not.toContain('zq');
    }), { numRuns: 60 });
  });
});
