import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Contact } from '../../components/contact.tsx';
import { Dismissal } from '../../components/dismissal.tsx';
import { OrganisationNote } from '../../components/organisation-note.tsx';
import { Report } from '../../components/report.tsx';
import { Warning } from '../../components/warning.tsx';
import { FirstAid } from '../../entrypoints/first-aid/first-aid.tsx';
import type { OrganisationWords } from '../../utils/core/organisation-words.ts';
import type { Level } from '../../utils/core/score.ts';
import { drawn } from './drawn.ts';
import { exampleFinding } from './example-finding.ts';

vi.mock('#i18n', () => import('./english.ts'));

const place = drawn();
const nothing = () => undefined;
const organisation: OrganisationWords = { name: 'Birchline Health', words: 'Ask before you run anything.', contact: 'mailto:security@birchline.example?subject=Recruiter' };

describe('OrganisationNote', () => {
  it('marks the words as those of the organisation, by its name', async () => {
    await place.draw(<OrganisationNote {...organisation} />);
    expect(place.text()).toBe('Words of Birchline HealthAsk before you run anything.Ask your security team first: security@birchline.example');
  });

  it('marks them as such without a name too', async () => {
    await place.draw(<OrganisationNote words="Ask first." />);
    expect(place.find('.label').textContent).toBe('Words of your organisation');
  });

  it('shows tags as they are written', async () => {
    await place.draw(<OrganisationNote words={'<img src=x onerror=alert(1)> <b>bold</b>'} />);
    expect(place.all('img, b')).toEqual([]);
    expect(place.find('.words').textContent).toBe('<img src=x onerror=alert(1)> <b>bold</b>');
  });

  it('lets words run their own way without turning what stands around them', async () => {
    await place.draw(<OrganisationNote name={'בירצ׳ליין'} words={'שאלו קודם \u202Eabc'} contact="https://sec.example/" />);
    expect(place.find('.words').dir).toBe('auto');
    expect(place.all('bdi')).toEqual(['בירצ׳ליין', 'sec.example']);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'http://birchline.example/', 'nobody'])('makes no link of %s', async (contact) => {
    await place.draw(<OrganisationNote contact={contact} />);
    expect(place.all('a')).toEqual([]);
    expect(place.text()).toContain(contact);
  });

  it('says nothing where only a decision was made', async () => {
    await place.draw(<OrganisationNote name="Birchline Health" />);
    expect(place.text()).toBe('');
  });
});

describe('the words of an organisation', () => {
  const card = (over: object = {}) => place.draw(
    <Warning level="danger" findings={[exampleFinding()]} asks={[]} organisation={organisation} whereabouts="beside" popover="card" onDismiss={nothing} onRan={nothing} onClose={nothing} {...over} />,
  );
  const contact = (level: Level, over: object = {}) => place.draw(
    <Contact
      facts={{ surface: 'linkedin-message' }} verdict={{ level, score: 0.9, findings: [exampleFinding()], asks: [], unknown: [] }} organisation={organisation}
      folded={false} onDismiss={nothing} onRan={nothing} onCopy={async () => undefined} onInspect={nothing} {...over}
    />,
  );

  it('stand in the card, before anything to press', async () => {
    await card();
    expect(place.text().indexOf('Ask before you run anything.')).toBeLessThan(place.text().indexOf('Not a problem'));
    expect(place.find<HTMLAnchorElement>('.organisation a')).toMatchObject({ href: organisation.contact, rel: 'noreferrer noopener' });
  });

  it('do not stand in a card of one line', async () => {
    await card({ isFolded: true });
    expect(place.all('.organisation')).toEqual([]);
  });

  it('stand in the popup with each warning, and with nothing less', async () => {
    await contact('caution');
    expect(place.all('.organisation')).toHaveLength(1);
    await contact('notice');
    expect(place.all('.organisation')).toEqual([]);
  });

  it('name whom to ask before everybody else who takes reports', async () => {
    await place.draw(<Report surface="gmail" organisation={organisation} offices={[]} />);
    expect(place.all('h4')).toEqual(['In your organisation', 'In your mail']);
    await place.draw(<Report surface="gmail" offices={[]} />);
    expect(place.all('h4')).toEqual(['In your mail']);
  });

  it.each([['the card', card], ['the popup', (over: object) => contact('danger', over)]])('take "not a problem" out of %s where nothing may be marked, and say whose word that is', async (_, draw) => {
    await draw({ organisation: { name: 'Birchline Health', keepsFindings: true } });
    expect(place.all('button')).not.toContain('Not a problem');
    expect(place.text()).toContain('Birchline Health decided that nothing can be marked as not a problem.');
  });
});

describe('first aid', () => {
  it('names whom to ask in the organisation, where there is one', async () => {
    fakeBrowser.reset();
    await place.draw(<FirstAid address="https://bonafide.example/first-aid.html" />);
    expect(place.text()).not.toContain('Ask your security team');
    await fakeBrowser.storage.managed.set({ securityContact: 'https://security.birchline.example/now' });
    await place.draw(<FirstAid key="again" address="https://bonafide.example/first-aid.html" />);
    await vi.waitFor(async () => {
      await act(async () => { await Promise.resolve(); });
      expect(place.find<HTMLAnchorElement>('.panel a').href).toBe('https://security.birchline.example/now');
    });
  });
});

describe('Dismissal', () => {
  it('offers neither a mark nor a way back where an organisation allows none', async () => {
    await place.draw(<Dismissal kept={{}} dismissed="sender" onDismiss={nothing}><button type="button">Another</button></Dismissal>);
    expect([place.all('button'), place.text()]).toEqual([['Another'], 'AnotherYour organisation decided that nothing can be marked as not a problem.']);
  });
});
