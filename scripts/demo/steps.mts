import type { Page } from 'playwright';
import type { Level } from '../../utils/core/score.ts';
import { demoPages } from './demo-web.mts';
import type { Seen } from './page-state.mts';

/** One step of the walk: what a person does, when the extension has caught up with it, and what it has to make of it. */
export interface Step {
  readonly name: string;
  readonly title: string;
  readonly act: (page: Page) => Promise<unknown>;
  readonly settled: (seen: Seen) => boolean;
  readonly expected: readonly Level[];
}

const quiet: readonly Level[] = ['none', 'notice'];
const warning: readonly Level[] = ['caution', 'danger'];

const visit = (url: string) => (page: Page) => page.goto(url);
const nextMessage = (page: Page) => page.click('#next');

const isProfile = ({ state }: Seen) => state.items.some(({ facts }) => facts.surface === 'linkedin-profile');
/** The conversation was read with that many messages in it. */
const hasMessages = (count: number) => ({ state }: Seen) =>
  state.items.some(({ facts }) => facts.surface === 'linkedin-message' && facts.message?.thread?.length === count);
/** Somebody else's photo was fetched, compared and found under another name. */
const isKnownPhotoOf = (surface: string) => ({ state }: Seen) => state.items.some(({ facts, judgement }) =>
  facts.surface === surface && facts.sender?.name === 'Tessa Varnholt' && judgement.verdict.findings.some(({ rule }) => /^photo-(?:same|similar)-/.test(rule)));
const isMailFrom = (email: string) => ({ state }: Seen) => state.items.some(({ facts }) => facts.sender?.email === email);

export const steps: readonly Step[] = [
  { name: 'profile', title: 'A profile: old account, new photo, new trade', act: visit(demoPages.profile),
    settled: isProfile, expected: ['notice', 'caution'] },
  { name: 'hello', title: 'A conversation: hello', act: visit(demoPages.thread), settled: hasMessages(1), expected: quiet },
  { name: 'role', title: 'A conversation: the role', act: nextMessage, settled: hasMessages(2), expected: quiet },
  { name: 'interest', title: 'A conversation: the person shows interest', act: nextMessage, settled: hasMessages(3), expected: quiet },
  { name: 'test', title: 'A conversation: the test behind a link', act: nextMessage, settled: hasMessages(4), expected: warning },
  { name: 'own-machine', title: 'A conversation: on your own machine, please', act: nextMessage, settled: hasMessages(5), expected: warning },
  { name: 'borrowed', title: 'Another profile: the first one\'s photo, mirrored, ringed and compressed anew', act: visit(demoPages.borrowed),
    settled: isKnownPhotoOf('linkedin-profile'), expected: ['notice'] },
  { name: 'borrowed-asks', title: 'A conversation with that profile: a page to sign in on', act: visit(demoPages.borrowedThread),
    settled: isKnownPhotoOf('linkedin-message'), expected: warning },
  { name: 'interview', title: 'A mail: ordinary recruiting', act: visit(demoPages.interview),
    settled: isMailFrom('ines.carrow@brightwater.example'), expected: quiet },
  { name: 'newsletter', title: 'A mail: an ordinary newsletter', act: visit(demoPages.newsletter),
    settled: isMailFrom('letters@weeklykiln.example'), expected: quiet },
  { name: 'notice', title: 'A mail: a notice with a file', act: visit(demoPages.notice),
    settled: isMailFrom('notice@docusign-personnel.example'), expected: warning },
];
