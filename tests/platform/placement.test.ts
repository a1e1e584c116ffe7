import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onPlacementChange, readPlacement, setPlacement } from '../../utils/platform/placement.ts';

describe('placement', () => {
  beforeEach(() => fakeBrowser.reset());

  it('is in the page until something else is chosen', async () => {
    expect(await readPlacement()).toBe('inline');
    await setPlacement('toolbar');
    expect(await readPlacement()).toBe('toolbar');
  });

  it.each([undefined, null, true, '', 'Toolbar', ['toolbar']])('takes a stored %j for nothing chosen', async (placement) => {
    await fakeBrowser.storage.local.set({ placement });
    expect(await readPlacement()).toBe('inline');
  });

  it('tells of a change, and of no other setting', async () => {
    const changed = vi.fn<() => void>();
    onPlacementChange(changed);
    await fakeBrowser.storage.local.set({ checkPhotos: true });
    await fakeBrowser.storage.session.set({ placement: 'toolbar' });
    expect(changed).not.toHaveBeenCalled();
    await setPlacement('toolbar');
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
