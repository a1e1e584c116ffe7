import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Warning, type WarningContent } from '../../components/warning.tsx';
import { exampleFinding } from './example-finding.ts';

vi.mock('#i18n', () => import('./english.ts'));

const actions = { onDismiss: vi.fn<(scope: string, undo: boolean) => void>(), onRan: vi.fn<() => void>(), onClose: vi.fn<() => void>() };
let place: HTMLElement;

const draw = (over: Partial<WarningContent> = {}) => act(() => {
  render(<Warning level="danger" findings={[exampleFinding()]} asks={[]} whereabouts="beside" popover="card" {...actions} {...over} />, place);
});
const speak = () => act(() => { vi.advanceTimersByTime(200); });
const press = (name: string) => act(() => {
  const button = [...place.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent) === name || one.getAttribute('aria-label') === name);
  if (!button) throw new Error(`There is no button "${name}".`);
  button.click();
});

beforeEach(() => {
  vi.useFakeTimers();
  place = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, place);
  place.remove();
  vi.clearAllMocks();
  vi.useRealTimers();
});

describe('Warning', () => {
  it('says the level, the reason and the next step', async () => {
    await draw();
    await speak();
    expect(place.querySelector('.said')?.textContent).toBe(
      'Stop before you go onBonafideThere are strong signs of an attack.Mara Quill asks you to run code from larkspur-tasks.example.Next step: Read the code in the browser first.',
    );
  });

  it('says first what is asked, the gravest thing', async () => {
    await draw({ level: 'caution', asks: ['message.asks.open-page', 'message.asks.run-code'] });
    await speak();
    expect(place.querySelector('.sentence')?.textContent).toBe('You are asked to run code. There are signs often seen in attacks.');
  });

  it('has its region in place before any text, so that it is announced', async () => {
    await draw();
    expect(place.querySelector('[role=alert]')?.textContent).toBe('');
    await speak();
    expect(place.querySelector('[role=alert]')?.textContent).not.toBe('');
  });

  it('interrupts a screen reader for danger only', async () => {
    await draw({ level: 'caution' });
    expect(place.querySelector('[role=alert]')).toBeNull();
    expect(place.querySelector('.said')?.getAttribute('role')).toBe('status');
  });

  it('is one line for a thread that was told of before, and no alarm', async () => {
    await draw({ isFolded: true, asks: ['message.asks.run-code'] });
    await speak();
    expect(place.querySelector('.said')?.textContent).toBe('Stop before you go onBonafideYou are asked to run code. There are strong signs of an attack.');
    expect(place.querySelector('[role=alert]')).toBeNull();
    await press('Details');
    expect(place.querySelector('.said')?.textContent).toContain('Next step: Read the code in the browser first.');
  });

  it('explains every finding on demand', async () => {
    await draw({ findings: [exampleFinding(), exampleFinding({ rule: 'other-rule', title: 'Another thing' })] });
    expect(place.textContent).not.toContain('staged interviews');
    await press('Details');
    expect(place.querySelectorAll('.more article')).toHaveLength(2);
    expect(place.textContent).toContain('In staged interviews the task itself copies passwords.');
    expect(place.textContent).toContain('A sandbox that the company hosts.');
    expect(place.querySelector('.more a')?.getAttribute('href')).toBe('https://attack.mitre.org/techniques/T1204/');
  });

  it('shows markup in a value as text', async () => {
    await draw({ findings: [exampleFinding({ seen: [{ fact: 'message.text', value: '<img src=x onerror=alert(1)>' }] })] });
    await press('Details');
    expect(place.querySelector('img')).toBeNull();
    expect(place.querySelector('bdi')?.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('asks for what it is not a problem', async () => {
    await draw();
    await press('Not a problem');
    await press('everything from them');
    expect(actions.onDismiss).toHaveBeenCalledExactlyOnceWith('sender', false, undefined);
  });

  it.each([undefined, 'message', 'sender'] as const)('speaks of no message, because it may stand on a job post or a page (dismissed: %s)', async (dismissed) => {
    await draw({ dismissed });
    if (!dismissed) await press('Not a problem');
    expect(place.querySelector('.actions')?.textContent).not.toMatch(/message|sender/);
    expect(place.querySelector('.card')?.getAttribute('aria-label')).not.toContain('message');
  });

  it('offers the way back once dismissed', async () => {
    await draw({ dismissed: 'message' });
    await press('Undo');
    expect(actions.onDismiss).toHaveBeenCalledExactlyOnceWith('message', true, undefined);
  });

  it('leads to first aid', async () => {
    await draw();
    await press('I already did it');
    expect(actions.onRan).toHaveBeenCalledOnce();
  });

  it('never takes the focus by itself', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    await draw();
    await speak();
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  it('says where the message is when the card stands apart from it', async () => {
    await act(() => { render(<Warning level="danger" findings={[exampleFinding()]} asks={[]} whereabouts="above" popover="card" {...actions} />, place); });
    await speak();
    expect(place.textContent).toContain('further up on this page');
  });
});
