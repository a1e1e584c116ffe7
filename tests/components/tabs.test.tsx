import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Tabs } from '../../components/tabs.tsx';

let place: HTMLElement;
const onChange = vi.fn<(id: string) => void>();
const parts = [{ id: 'one', title: 'One', content: <p>first</p> }, { id: 'two', title: 'Two', content: <p>second</p> }];
const draw = (value: string) => act(() => { render(<Tabs label="Parts" tabs={parts} value={value} onChange={onChange} />, place); });

beforeEach(() => { place = document.body.appendChild(document.createElement('div')); });
afterEach(() => {
  render(null, place);
  place.remove();
  vi.clearAllMocks();
});

describe('Tabs', () => {
  it('draws the shown part and no other', async () => {
    await draw('two');
    expect(place.textContent).toContain('second');
    expect(place.textContent).not.toContain('first');
  });

  it('names the row and says which tab is chosen', async () => {
    await draw('one');
    expect(place.querySelector('[role=tablist]')?.getAttribute('aria-label')).toBe('Parts');
    expect([...place.querySelectorAll('[role=tab]')].map((tab) => tab.getAttribute('aria-selected'))).toEqual(['true', 'false']);
  });

  it('tells which one was pressed', async () => {
    await draw('one');
    await act(async () => { place.querySelectorAll<HTMLElement>('[role=tab]')[1]!.click(); });
    expect(onChange).toHaveBeenCalledWith('two');
  });
});
