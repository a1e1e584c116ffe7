import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { keepFocus } from '../../components/keep-focus.ts';
import { drawn } from './drawn.ts';

vi.mock('#i18n', () => import('./english.ts'));

const place = drawn();
/** Longer than a component is given to put the keyboard somewhere itself, in ms. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 250));
const focused = () => document.activeElement?.textContent;

function Rows() {
  const [rows, setRows] = useState(['first', 'second', 'third']);
  return (
    <section>
      <h2>Rows</h2>
      <ul>{rows.map((row) => <li key={row}><button type="button" onClick={() => setRows(rows.filter((one) => one !== row))}>{row}</button></li>)}</ul>
    </section>
  );
}
const press = async (name: string) => {
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)!.focus();
  await place.press(name);
  await pause();
};

keepFocus(document);
beforeEach(() => { Element.prototype.checkVisibility ??= () => true; });
afterEach(() => { (document.activeElement as HTMLElement | null)?.blur(); });

describe('keepFocus', () => {
  it('goes on with the row that took the place of an erased one, and back at the end', async () => {
    await place.draw(<Rows />);
    await press('second');
    expect(focused()).toBe('third');
    await press('third');
    expect(focused()).toBe('first');
  });

  it('stays in the part of the page when nothing is left in it', async () => {
    await place.draw(<Rows />);
    for (const name of ['first', 'second', 'third']) await press(name);
    expect(document.activeElement?.localName).toBe('section');
  });

  it('takes no focus from a person who left', async () => {
    await place.draw(<Rows />);
    const button = place.find('button');
    button.focus();
    button.blur();
    await pause();
    await place.press('first');
    await pause();
    expect(document.activeElement).toBe(document.body);
  });
});

describe('ConfirmedButton', () => {
  it('puts the keyboard on what does no harm, and back', async () => {
    const onConfirm = vi.fn<() => void>();
    await place.draw(<ConfirmedButton label="Erase all" onConfirm={onConfirm} />);
    await press('Erase all');
    expect(focused()).toBe('Keep it');
    await press('Keep it');
    expect(focused()).toBe('Erase all');
    expect(onConfirm).not.toHaveBeenCalled();
  });
});
