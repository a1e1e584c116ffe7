import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PhotoCheck, type PhotoCheckProps } from '../../components/photo-check.tsx';
import { messages } from './english.ts';

vi.mock('#i18n', () => import('./english.ts'));

const onCheck = vi.fn<PhotoCheckProps['onCheck']>();
const search = { name: 'Some Pictures', address: 'https://pictures.example/' };
let place: HTMLElement;
const draw = (over: Partial<PhotoCheckProps> = {}) => act(() => render(<PhotoCheck onCheck={onCheck} {...over} />, place));
const buttons = () => [...place.querySelectorAll('button')];
const names = () => buttons().map(({ textContent }) => textContent);
const press = (name: string) => act(async () => {
  buttons().find(({ textContent }) => textContent === name)!.click();
  await new Promise((resolve) => setTimeout(resolve)); // the answer comes some turns later
});
const said = () => place.querySelector('[role="status"]')?.textContent;

const check = 'Check this photo';
const deeper = 'Look closer: cropped copies';

beforeEach(() => { place = document.body.appendChild(document.createElement('div')); });
afterEach(() => {
  render(null, place);
  place.remove();
  vi.resetAllMocks();
});

describe('PhotoCheck', () => {
  it('offers a closer look only when the first found nothing', async () => {
    await draw();
    expect(names()).toEqual([check]);
    onCheck.mockResolvedValue('remembered');
    await press(check);
    expect(names()).toEqual([check, deeper]);
    expect(onCheck.mock.calls).toEqual([[false]]);
  });

  it.each(['same', 'similar', 'outOfView', { skipped: 'no' }] as const)('offers none after %s', async (outcome) => {
    onCheck.mockResolvedValue(outcome);
    await draw();
    await press(check);
    expect(names()).toEqual([check]);
  });

  it('looks closer on a press, and says what came of it', async () => {
    onCheck.mockResolvedValueOnce('remembered').mockResolvedValueOnce('cropped');
    await draw();
    await press(check);
    await press(deeper);
    expect(onCheck.mock.calls).toEqual([[false], [true]]);
    expect(said()).toBe('A picture that looks like another crop of this one was seen on another profile before.');
    expect(names()).toEqual([check]);
  });

  it('says that the closer look found nothing either, and does not offer it again', async () => {
    onCheck.mockResolvedValue('remembered');
    await draw();
    await press(check);
    await press(deeper);
    expect(said()).toMatch(/^Looked closer: no other profile .* cropped copy/);
    expect(names()).toEqual([check]);
  });

  it('says of a full disk that the photo was compared, and not that it was not checked', async () => {
    onCheck.mockResolvedValue('noRoom');
    await draw();
    await press(check);
    expect(said()).toMatch(/^The disk is full, .* was compared/);
  });

  it('says how far a photo that was found nowhere was looked for', async () => {
    onCheck.mockResolvedValue('remembered');
    await draw();
    await press(check);
    expect(said()).toContain('that was checked on this computer');
  });

  it('says why it failed', async () => {
    onCheck.mockRejectedValue(new Error('the tab went away'));
    await draw();
    await press(check);
    expect(said()).toBe('The photo was not checked: the tab went away');
  });

  it('links the chosen page as it is, and tells it nothing', async () => {
    await draw({ search });
    const link = place.querySelector('a')!;
    expect([link.getAttribute('href'), link.target, link.rel]).toEqual([search.address, '_blank', 'noreferrer noopener']);
    expect(link.textContent).toBe('Look it up on Some Pictures.');
  });

  it('shows no link before the page is known', async () => {
    await draw();
    expect(place.querySelector('a')).toBeNull();
  });

  it('speaks of the picture, never of the person', () => {
    const sentences = Object.entries(messages).flatMap(([key, { message }]) => (key.startsWith('photo_') ? [message] : []));
    expect(sentences.length).toBeGreaterThan(8);
    expect(sentences.filter((sentence) => /fake|scam|\bsafe\b|real person/i.test(sentence))).toEqual([]);
  });
});
