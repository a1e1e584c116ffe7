import { describe, expect, it, vi } from 'vitest';
import { Dismissal, type Dismiss } from '../../components/dismissal.tsx';
import { drawn } from './drawn.ts';

vi.mock('#i18n', () => import('./english.ts'));

const place = drawn();
const ask = async (over: { readonly domain?: string; readonly hasDays?: boolean } = {}) => {
  const onDismiss = vi.fn<Dismiss>();
  await place.draw(<Dismissal onDismiss={onDismiss} {...over} />);
  await place.press('Not a problem');
  return onDismiss;
};

describe('Dismissal', () => {
  it('leaves a sender alone for as long as was chosen', async () => {
    const onDismiss = await ask({ hasDays: true });
    await place.set('select', '365', 'change');
    await place.press('everything from them');
    expect(onDismiss).toHaveBeenCalledExactlyOnceWith('sender', false, 365);
  });

  it('takes 30 days when nobody chose', async () => {
    const onDismiss = await ask({ hasDays: true, domain: 'halden-works.example' });
    expect(place.all('option')).toEqual(['7 days', '30 days', '365 days']);
    await place.press('everybody at halden-works.example');
    expect(onDismiss).toHaveBeenCalledExactlyOnceWith('domain', false, 30);
  });

  it('sets no days for one message', async () => {
    const onDismiss = await ask({ hasDays: true });
    await place.press('this one only');
    expect(onDismiss).toHaveBeenCalledExactlyOnceWith('message', false, undefined);
  });

  it('offers no domain that cannot be marked', async () => {
    await ask();
    expect(place.all('button')).toEqual(['this one only', 'everything from them', 'Cancel']);
  });

  it('says the usual time where there is no room to choose', async () => {
    await ask();
    expect(place.text()).toContain('this lasts 30 days');
    expect(place.all('select')).toEqual([]);
  });
});
