import { describe, expect, it, vi } from 'vitest';
import { Report } from '../../components/report.tsx';
import type { SurfaceId } from '../../utils/core/facts.ts';
import type { Office } from '../../utils/core/report-offices.ts';
import { drawn } from './drawn.ts';

vi.mock('#i18n', () => import('./english.ts'));

const place = drawn();
const offices: readonly Office[] = [
  { countries: ['JP'], kind: 'security', name: 'JPCERT/CC', address: 'https://www.jpcert.or.jp/form/' },
  { countries: ['US'], kind: 'fraud', name: 'FTC', address: 'https://reportfraud.ftc.gov/' },
  { countries: ['US'], kind: 'police', name: 'IC3', address: 'https://www.ic3.gov/' },
];
const draw = (surface: SurfaceId, country?: string) => place.draw(<Report surface={surface} offices={offices} country={country} />);

describe('Report', () => {
  it('gives the steps of the site in view', async () => {
    await draw('linkedin-message');
    expect(place.all('.steps li')).toHaveLength(3);
    await draw('gmail');
    expect(place.all('.steps li')[1]).toContain('“Report phishing”');
    await draw('roundcube');
    expect(place.all('.steps li')[1]).toContain('mark the mail as spam');
  });

  it('gives no steps for pasted words', async () => {
    await draw('text');
    expect(place.all('.steps li')).toEqual([]);
  });

  it('shows the offices of the guessed country, the police first', async () => {
    await draw('gmail', 'US');
    expect(place.all('.offices a')).toEqual(['IC3', 'FTC']);
    expect(place.find<HTMLAnchorElement>('.offices a')).toMatchObject({ rel: 'noreferrer noopener', target: '_blank' });
  });

  it('shows those of another country when it is chosen', async () => {
    await draw('gmail', 'US');
    await place.set('select', 'JP', 'change');
    expect(place.all('.offices a')).toEqual(['JPCERT/CC']);
  });

  it('says what to do where the list has no office', async () => {
    await draw('gmail', 'IS');
    expect(place.text()).toContain('Your local police takes the report.');
  });
});
