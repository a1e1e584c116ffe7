import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CheckPage } from '../../entrypoints/check/check-page.tsx';
import { readFile } from '../../entrypoints/check/read-file.ts';
import type { Facts } from '../../utils/core/facts.ts';
import { drawn } from './drawn.ts';

vi.mock('#i18n', () => import('./english.ts'));
vi.mock('../../entrypoints/check/check-result.tsx', () => ({ CheckResult: ({ item }: { item: { facts: Facts } }) => <p class="verdict">{item.facts.message?.text}</p> }));
const background = vi.hoisted(() => ({ waiting: {} as object, judged: [] as unknown[], slow: undefined as Promise<void> | undefined }));
vi.mock('../../utils/platform/ask.ts', () => ({
  async ask(name: string, body: unknown) {
    if (name === 'waiting') return background.waiting;
    background.judged.push(body);
    await background.slow;
    return {};
  },
}));

const place = drawn();
const settled = () => act(async () => { await new Promise((resolve) => setTimeout(resolve, 20)); });
const said = () => place.find('.outcome').textContent;
const check = async () => {
  await act(async () => { place.find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })); });
  await settled();
};

describe('the page that checks', () => {
  beforeEach(() => Object.assign(background, { waiting: {}, judged: [], slow: undefined }));

  it('judges the words with who wrote them, without the space around', async () => {
    await place.draw(<CheckPage />);
    await place.set('#text', '  Please run it. ', 'input');
    await place.set('#name', 'Robin Vale ', 'input');
    expect(place.find<HTMLInputElement>('#name').value).toBe('Robin Vale ');
    await check();
    expect(background.judged).toEqual([{ surface: 'text', sender: { name: 'Robin Vale' }, message: { text: 'Please run it.' } }]);
    expect(said()).toBe('Checked. The result is below.');
    expect(document.activeElement?.getAttribute('aria-labelledby')).toBe('result');
  });

  it('checks what was chosen from the menu by itself', async () => {
    background.waiting = { link: 'https://task.example/' };
    await place.draw(<CheckPage />);
    await settled();
    expect(background.judged).toEqual([{ surface: 'text', message: { text: '' }, links: [{ url: 'https://task.example/' }] }]);
  });

  it('says when a text is longer than what is read', async () => {
    await place.draw(<CheckPage />);
    await place.set('#text', 'word '.repeat(5_000), 'input');
    await check();
    expect(said()).toContain('only the first 20,000 characters');
  });

  it('shows no outcome that comes after somebody started over', async () => {
    let judge = () => {};
    background.slow = new Promise<void>((resolve) => { judge = resolve; });
    await place.draw(<CheckPage />);
    await place.set('#text', 'Please run it.', 'input');
    await check();
    await place.press('Start over');
    judge();
    await settled();
    expect([place.all('.verdict'), said(), place.find<HTMLTextAreaElement>('#text').value]).toEqual([[], '', '']);
  });

  it('asks for a message when there is none', async () => {
    await place.draw(<CheckPage />);
    await check();
    expect([said(), background.judged]).toEqual(['There is nothing to check yet. Paste the message first.', []]);
  });
});

describe('readFile', () => {
  const picture = new Uint8Array(4_000).map((_, at) => (at * 131 + 89) % 256);
  it.each([
    ['cat.png', 'x'], ['empty.eml', ''], ['picture.eml', picture], ['picture.txt', picture],
  ])('takes %s for no message', async (name, content) => {
    await expect(readFile(new File([content], name))).rejects.toThrow(name);
  });

  it('reads a saved mail, and a text in any script', async () => {
    expect((await readFile(new File(['From: a@b.example\r\n\r\nHello'], 'a.EML'))).sender?.email).toBe('a@b.example');
    expect((await readFile(new File(['コードを実行してください'], 'a.txt'))).message?.text).toBe('コードを実行してください');
  });
});
