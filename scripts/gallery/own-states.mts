import type { Page } from 'playwright';
import type { OrganisationWords } from '../../utils/core/organisation-words.ts';
import type { PageItem, PageState } from '../../utils/platform/questions.ts';
import { packed, trap } from '../../tests/e2e/assignments.ts';
import type { MadeUp } from './made-up.mts';
import { diagnosticsStates } from './diagnostics-states.mts';
import type { MadeUpName } from './made-up-facts.mts';
import { optionsStates } from './options-states.mts';
import type { MadeUpState } from './own/made-up-browser.ts';

/** One state of one page or component. `act`: what a person does before the picture; it finds buttons by their words, `said` in the language. */
export interface OwnState {
  readonly show: string;
  readonly state: string;
  readonly made?: (madeUp: MadeUp) => MadeUpState;
  readonly query?: string;
  readonly act?: (page: Page, said: (key: string) => string) => Promise<void>;
}

const page = (items: readonly PageItem[], over: Partial<PageState> = {}): MadeUpState => ({ page: { health: 'readable', items, ...over } });
const of = (name: MadeUpName) => (madeUp: MadeUp): MadeUpState => page([madeUp.item(name)]);
const repository = 'https://bitbucket.org/larkspur-tasks/shop-app';
/** 10 November 2026, in days since 1970. */
const someDay = 20_767;

const organisation: OrganisationWords = {
  name: 'Birchline Health', words: 'Test projects are run on the lab machines only.\nWe never recruit through messengers.', contact: 'mailto:security@birchline.example', keepsFindings: true,
};

const someHistory = [
  { day: someDay - 12, what: 'first', detail: 'linkedin' }, { day: someDay - 9, what: 'joined', detail: 'mail' }, { day: someDay - 3, what: 'employer' },
  { day: someDay, what: 'asked', detail: 'move-channel' }, { day: someDay, what: 'asked', detail: 'run-code' }, { day: someDay, what: 'last' },
];

/** What popup and side panel show alike. */
const report = (show: string): OwnState[] => [
  { show, state: 'loading', made: () => ({ tab: { status: 'loading' } }) },
  { show, state: 'idle', made: () => page([]) },
  { show, state: 'nothing-found', made: of('none') },
  { show, state: 'notice', made: of('notice') },
  { show, state: 'caution', made: of('caution') },
  { show, state: 'danger', made: of('danger') },
  { show, state: 'danger-open', made: of('danger'), act: (shown) => shown.locator('.finding > summary').first().click() },
  { show, state: 'tools-open', made: (madeUp) => ({ ...of('danger')(madeUp), answers: { employer: { name: 'Halden Works', domain: 'halden-works.example' } } }), act: openedAll('.tools summary') },
  { show, state: 'history', made: (madeUp) => ({ ...of('danger')(madeUp), answers: { timeline: someHistory } }), act: openedAll('.folds summary') },
  { show, state: 'history-private', made: (madeUp) => ({ ...of('danger')(madeUp), tab: { incognito: true }, answers: { timeline: [] } }), act: openedAll('.folds summary') },
  { show, state: 'dismissal-asked', made: of('danger'), act: pressed('warning.dismiss') },
  { show, state: 'dismissed', made: (madeUp) => page([madeUp.item('danger', { dismissed: 'sender' })]) },
  { show, state: 'words-of-an-organisation', made: (madeUp) => page([madeUp.item('danger', { organisation })]) },
  { show, state: 'several', made: (madeUp) => page([madeUp.item('danger'), madeUp.item('caution'), madeUp.item('notice'), madeUp.item('none')]) },
  { show, state: '200-findings', made: (madeUp) => page([madeUp.flood(200)]) },
  { show, state: 'long-names', made: of('longNames') },
  { show, state: 'name-from-right-to-left', made: of('fromRightToLeft') },
  { show, state: 'unreadable', made: () => page([], { health: 'unreadable' }) },
  { show, state: 'switched-off', made: () => page([], { health: 'switched off' }) },
  { show, state: 'orphaned' },
  { show, state: 'unsupported', made: () => ({ tab: { url: 'chrome://settings/' } }) },
  { show, state: 'offer', made: () => ({ tab: { url: 'https://mail.halden-works.example/' } }) },
  { show, state: 'repository', made: () => ({ tab: { url: repository } }) },
  { show, state: 'trouble', made: (madeUp) => page([madeUp.item('none')], { trouble: 'The memory of this browser is full.' }) },
];

const cardOf = (name: MadeUpName, over: object = {}) => (madeUp: MadeUp): MadeUpState => {
  const { level, findings, asks } = madeUp.verdict(name);
  return { props: { key: name, level, findings, asks, ...over } };
};

/** Every page and component in every state; one more is one line more. */
export const ownStates: readonly OwnState[] = [
  { show: 'primitives', state: 'all' },
  { show: 'card', state: 'caution', made: cardOf('caution') },
  { show: 'card', state: 'danger', made: cardOf('danger') },
  { show: 'card', state: 'details', made: cardOf('danger'), act: (shown) => shown.locator('[aria-expanded]').click() },
  { show: 'card', state: 'dismissal-asked', made: cardOf('danger'), act: pressed('warning.dismiss') },
  { show: 'card', state: 'told-before', made: cardOf('danger', { isFolded: true }) },
  { show: 'card', state: 'noted', made: cardOf('danger', { dismissed: 'message' }) },
  { show: 'card', state: 'failed', made: cardOf('danger', { fault: 'The memory of this browser is full.' }) },
  { show: 'card', state: 'words-of-an-organisation', made: cardOf('danger', { organisation }) },
  { show: 'card', state: 'nothing-may-be-marked', made: cardOf('danger', { organisation: { name: organisation.name, keepsFindings: true } }) },
  { show: 'card', state: 'long-names', made: cardOf('longNames') },
  { show: 'card', state: 'name-from-right-to-left', made: cardOf('fromRightToLeft') },
  { show: 'repository-note', state: 'looked', made: () => ({ props: { found: 'looked', day: someDay } }) },
  { show: 'repository-note', state: 'danger', made: () => ({ props: { found: 'danger', day: someDay } }) },
  ...report('popup'),
  ...report('sidepanel'),
  ...optionsStates,
  ...diagnosticsStates,
  { show: 'inspect', state: 'start' },
  { show: 'inspect', state: 'asked', query: `repository=${encodeURIComponent(repository)}` },
  { show: 'inspect', state: 'danger', act: given('shop-task.zip', packed(trap)) },
  { show: 'inspect', state: 'refused', act: given('letter.zip', new TextEncoder().encode('This is no archive.')) },
  { show: 'welcome', state: 'fresh', made: (madeUp) => ({ permissions: ['*'], answers: { judge: madeUp.item('danger').judgement } }) },
  { show: 'welcome', state: 'sites-missing' },
  { show: 'welcome', state: 'tried', made: (madeUp) => ({ permissions: ['*'], answers: { judge: madeUp.item('danger').judgement } }), act: pressed('welcome.tryButton') },
  { show: 'check', state: 'empty' },
  { show: 'check', state: 'danger', made: (madeUp) => ({ answers: { waiting: { text: 'Please run npm install.' }, judge: madeUp.item('danger').judgement } }) },
  { show: 'check', state: 'nothing-found', made: (madeUp) => ({ answers: { waiting: { text: 'See you on Thursday.' }, judge: madeUp.item('none').judgement } }) },
  { show: 'first-aid', state: 'closed' },
  { show: 'first-aid', state: 'open', act: (shown) => shown.locator('summary').first().click() },
];

function pressed(key: string): OwnState['act'] {
  return (shown, said) => shown.getByRole('button', { name: said(key) }).first().click();
}

function given(name: string, bytes: Uint8Array): OwnState['act'] {
  return async (shown) => {
    await shown.locator('input[name=archive]').setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) });
    await shown.locator('article, .fault').first().waitFor({ timeout: 30_000 });
  };
}

/** Opens one after another: what was opened may hold more to open. */
function openedAll(selector: string): OwnState['act'] {
  return async (shown) => {
    for (const summary of await shown.locator(selector).all()) await summary.click();
  };
}
