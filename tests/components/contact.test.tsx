import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Contact, type ContactProps } from '../../components/contact.tsx';
import type { Verdict } from '../../utils/core/verdict.ts';
import { exampleFinding } from './example-finding.ts';

vi.mock('#i18n', () => import('./english.ts'));

const verdict = (over: Partial<Verdict> = {}): Verdict =>
  ({ level: 'danger', score: 0.9, findings: [exampleFinding()], asks: [], unknown: [], ...over });
const actions = {
  onDismiss: vi.fn<() => void>(), onRan: vi.fn<() => void>(), onCopy: vi.fn<(text: string) => Promise<void>>(),
  onCheckPhoto: vi.fn<NonNullable<ContactProps['onCheckPhoto']>>(), onInspect: vi.fn<(repository: string) => void>(),
};
let place: HTMLElement;
const draw = (over: Partial<ContactProps> = {}) => act(() => {
  const facts = { surface: 'linkedin-message' as const, sender: { name: 'Mara Quill' } };
  render(<Contact facts={facts} verdict={verdict()} folded={false} {...actions} {...over} />, place);
});
const press = async (name: string) => {
  const button = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (!button) throw new Error(`There is no button "${name}".`);
  await act(async () => button.click());
};

beforeEach(() => { place = document.body.appendChild(document.createElement('div')); });
afterEach(() => {
  render(null, place);
  place.remove();
  vi.clearAllMocks();
});

const asking = { surface: 'linkedin-message' as const, sender: { name: 'Mara Quill' }, message: { text: 'Please run it.' } };

describe('Contact', () => {
  it('offers a reply only where there is a message', async () => {
    await draw({ facts: { surface: 'linkedin-profile', sender: { name: 'Mara Quill' } } });
    expect(place.textContent).not.toContain('Copy a neutral reply');
  });

  it('offers no reply to a job post, which was not written to the person', async () => {
    await draw({ facts: { ...asking, surface: 'linkedin-job' } });
    expect(place.textContent).not.toContain('Copy a neutral reply');
  });

  it('names whom it is about', async () => {
    await draw();
    expect(place.querySelector('h2')?.textContent).toBe('Conversation with Mara Quill');
  });

  it('promises nothing when nothing was found', async () => {
    await draw({ verdict: verdict({ level: 'none', findings: [], unknown: ['sender.email'] }) });
    expect(place.textContent).toContain('Nothing found in what I could read');
    expect(place.textContent).toContain('This is not a promise.');
    expect(place.textContent).not.toMatch(/\bsafe\b/i);
  });

  it('says in plain words what could not be checked', async () => {
    await draw({ verdict: verdict({ unknown: ['sender.email', 'profile.joinedFrom'] }) });
    expect(place.textContent).toContain('Mail address');
    expect(place.textContent).toContain('Joined at the earliest');
    expect(place.textContent).not.toContain('profile.joinedFrom');
  });

  it('sets quiet facts apart', async () => {
    await draw({ verdict: verdict({ findings: [exampleFinding(), exampleFinding({ rule: 'young', severity: 'low', why: 'Joined in 2026.' })] }) });
    expect(place.querySelector('.quiet summary')?.textContent).toBe('Joined in 2026.');
  });

  it('shows what was read and leaves out what was not', async () => {
    const facts = { surface: 'gmail' as const, sender: { name: 'Ivo', email: null }, links: [{ url: 'https://a.example/' }] };
    await draw({ facts });
    const rows = [...place.querySelectorAll('.rows > div')].map(({ textContent }) => textContent);
    expect(rows).toEqual(['Name shownIvo', 'Addresshttps://a.example/']);
  });

  it('copies a reply that asks for three things', async () => {
    actions.onCopy.mockResolvedValue();
    await draw({ facts: asking });
    await press('Copy a neutral reply');
    expect(actions.onCopy.mock.calls[0]?.[0]).toMatch(/1\. .+2\. .+3\. /s);
    expect([...place.querySelectorAll('button')].map(({ textContent }) => textContent)).toContain('Copied');
  });

  it('shows the reply when the clipboard refuses', async () => {
    actions.onCopy.mockRejectedValue(new Error('no'));
    await draw({ facts: asking });
    await press('Copy a neutral reply');
    expect(place.querySelector('textarea')?.value).toContain('careers page');
  });

  it('offers to check a photo only where there is one', async () => {
    await draw();
    expect(place.textContent).not.toContain('Check this photo');
  });

  it('says what came of checking a photo', async () => {
    actions.onCheckPhoto.mockResolvedValue('same');
    await draw({ facts: { surface: 'linkedin-profile', profile: { photo: { url: 'https://media.licdn.com/x' } } } });
    await press('Check this photo');
    expect(place.querySelector('.photo p')?.textContent).toBe('This very picture, perhaps mirrored or framed, was seen on another profile before.');
  });
});
