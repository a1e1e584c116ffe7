import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DiagnosticsPage } from '../../entrypoints/diagnostics/diagnostics-page.tsx';
import { effectiveSettings } from '../../utils/core/settings.ts';
import { diagnosisText } from '../../utils/platform/diagnosis-text.ts';
import type { Diagnosis } from '../../utils/platform/diagnosis.ts';
import { drawn } from './drawn.ts';

vi.mock('#i18n', () => import('./english.ts'));
const found = vi.hoisted(() => ({ now: undefined as unknown }));
vi.mock('../../utils/platform/diagnosis.ts', () => ({ readDiagnosis: async () => { if (found.now instanceof Error) throw found.now; return found.now; } }));

const place = drawn();
const at = '2026-03-02T10:00:00.000Z';
const diagnosis = (policy: object = {}, over: Partial<Diagnosis> = {}): Diagnosis => ({
  ...effectiveSettings({}, policy as Record<string, unknown>), at, extension: '1.2.3', installed: 'admin', browser: 'A browser 1.0', language: 'en', policy: { from: 'none' },
  packs: { is: [] }, events: { is: undefined }, access: { is: { sites: [], keptOut: 0 } }, troubles: [], ...over,
});
const draw = async (now: unknown) => {
  found.now = now;
  await place.draw(<DiagnosticsPage />);
  await act(async () => { await Promise.resolve(); });
};
const panel = (title: string) => [...document.querySelectorAll('.panel')].find((one) => one.querySelector('h2')?.textContent === title)?.textContent;

describe('the diagnostics page', () => {
  const write = vi.fn<(text: string) => Promise<void>>();
  beforeEach(() => {
    write.mockReset();
    write.mockResolvedValue();
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText: write } as unknown as Clipboard);
  });

  it('stands without any policy', async () => {
    await draw(diagnosis());
    expect(panel('Policy')).toContain('The browser has no policy for this extension.');
    expect(panel('What could not be used')).toContain('Everything that is set can be used.');
    expect(panel('Findings told to your organisation')).toContain('nothing is sent');
    expect(place.all('details code')).toContain('lockMode');
  });

  it('shows what a policy set, whose it is, and no secret', async () => {
    await draw(diagnosis({ orgName: 'Birchline Health', trustedDomains: ['a.example', 'b.example'], eventsToken: 'hush-hush-4711', placement: 'toolbar', lockMode: 'off' }, { policy: { from: 'store', readAt: at } }));
    const settings = panel('Settings')!;
    expect(settings).toContain('trustedDomainsa.exampleb.exampleSet by Birchline Health');
    expect(settings).toContain('placementtoolbarSuggested by Birchline Health');
    expect(settings).toContain('eventsTokenset, not shown');
    expect(document.body.textContent).not.toContain('4711');
    expect(panel('Policy')).toMatch(/Read from the browser on .*2026/);
  });

  it('folds what of a long list does not fit', async () => {
    await draw(diagnosis({ trustedDomains: Array.from({ length: 40 }, (_, one) => `host-${one}.example`) }));
    expect(place.all('.value summary')).toEqual(['Show 35 more']);
  });

  it('shows what was refused, with the reason', async () => {
    await draw(diagnosis({ minimumLevel: 'sometimes', shoeSize: 43 }));
    expect(panel('What could not be used')).toContain('minimumLevelcan be notice, caution, danger');
    expect(panel('What could not be used')).toContain('shoeSize');
  });

  it('shows a stale pack, a dead collector, a silent page and a trouble', async () => {
    await draw(diagnosis({}, {
      packs: { is: [{ id: 'base', source: 'public', version: 7, issued: '2025-12-01', checkedAt: at, state: 'stale', fault: 'Nobody answered.' }] },
      events: { is: { host: 'siem.example', protocol: 'otlp-json', fields: 'minimal', least: 'danger', isAllowed: false, waiting: 1200, dropped: 4, lastFault: { at, kind: 'portal', status: 200 } } },
      access: { is: { keptOut: 2, sites: [{ site: 'linkedin', missing: [], open: 1, silent: 1 }, { site: 'yahoo', missing: ['mail.yahoo.com'], open: 0, silent: 0 }] } },
      troubles: [{ at, topic: 'photos', sentence: 'The disk is full.' }],
    }));
    expect(panel('Rules that judge')).toMatch(/base, version 7 old.*Nobody answered\./);
    expect(panel('Findings told to your organisation')).toMatch(/waits for consent.*siem\.example.*1,200.*never.*portal 200/);
    expect(panel('Access to pages')).toMatch(/LinkedInallowed; one open page does not answer.*not allowed by the browser: mail\.yahoo\.com.*keeps extensions out of 2 open pages/);
    expect(panel('What went wrong lately')).toContain('The disk is full.');
  });

  it('says of a part why it could not be read, and shows the others', async () => {
    await draw(diagnosis({}, { packs: { fault: 'The worker is gone.' } }));
    expect(panel('Rules that judge')).toContain('Could not be read: The worker is gone.');
    expect(panel('Versions')).toContain('1.2.3');
  });

  it('copies the very text that it shows', async () => {
    const now = diagnosis({ orgName: 'Birchline Health' });
    await draw(now);
    await place.press('Copy as text');
    expect(place.find('pre').textContent).toBe(diagnosisText(now));
    expect(write).toHaveBeenCalledExactlyOnceWith(place.find('pre').textContent);
    expect(place.text()).toContain('Copied.');
  });

  it('says that the browser did not copy', async () => {
    write.mockRejectedValue(new Error('no'));
    await draw(diagnosis());
    await place.press('Copy as text');
    expect(place.text()).toContain('The browser did not copy it.');
  });

  it('reads again, and says so', async () => {
    await draw(diagnosis());
    found.now = diagnosis({ placement: 'toolbar' });
    await place.press('Read again');
    expect(panel('Settings')).toContain('placementtoolbar');
    expect(place.find('.actions [role=status]').textContent).toBe('Read.');
  });

  it('says why nothing could be read', async () => {
    await draw(new Error('The storage is broken.'));
    expect(place.text()).toContain('Could not be read: The storage is broken.');
  });
});
