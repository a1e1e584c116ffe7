import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach } from 'vitest';

/** A place in the document for each test of a file, and what a person does there. */
export function drawn() {
  let place: HTMLElement;
  beforeEach(() => { place = document.body.appendChild(document.createElement('div')); });
  afterEach(() => {
    render(null, place);
    place.remove();
  });
  const find = <T extends HTMLElement>(selector: string): T => {
    const element = place.querySelector<T>(selector);
    if (!element) throw new Error(`There is no ${selector} in: ${place.innerHTML}`);
    return element;
  };
  return {
    /** And lets what is asked at the first drawing be answered. */
    async draw(child: ComponentChild) {
      await act(() => render(child, place));
      await act(async () => { await Promise.resolve(); });
    },
    text: () => place.textContent ?? '',
    all: (selector: string) => [...place.querySelectorAll(selector)].map(({ textContent }) => textContent),
    find,
    async press(name: string) {
      const button = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name);
      if (!button) throw new Error(`There is no button "${name}" in: ${place.textContent}`);
      await act(async () => button.click());
    },
    /** As a browser does it: the state first, then the event. */
    async open(selector: string) {
      const details = find<HTMLDetailsElement>(selector);
      await act(async () => {
        details.open = true;
        details.dispatchEvent(new Event('toggle'));
      });
    },
    async set(selector: string, value: string, kind: 'input' | 'change') {
      const field = find<HTMLInputElement>(selector);
      await act(async () => {
        field.value = value;
        field.dispatchEvent(new Event(kind, { bubbles: true }));
      });
    },
  };
}
