import type { Remembered } from '../../utils/platform/remembered.ts';
import type { Tally } from '../../utils/platform/tallies.ts';
import { bundledAlone, events, packs } from './fleet-answers.mts';
import type { MadeUp } from './made-up.mts';
import type { OwnState } from './own-states.mts';
import type { MadeUpState } from './own/made-up-browser.ts';

const dayLength = 86_400_000;
/** Numbers are shown for the last days, so they are made for those. */
const today = Math.floor(Date.now() / dayLength);
const inDays = (count: number) => new Date((today + count) * dayLength).toISOString();

const remembered: Remembered = {
  counts: { contacts: 41, photos: 1_208 },
  contacts: [
    { key: 'a', first: today - 60, last: today, channels: ['linkedin', 'mail'], asks: ['run-code', 'move-channel'] },
    { key: 'b', first: today - 12, last: today - 12, channels: ['mail'], asks: [] },
  ],
  photos: [{ key: 'c', first: today - 90, last: today - 2 }, { key: 'd', first: today - 3, last: today - 3 }],
};
const nothing: Remembered = { counts: { contacts: 0, photos: 0 }, contacts: [], photos: [] };

const tallies = Object.fromEntries(Array.from({ length: 5 }, (_, ago) => {
  const tally: Tally = {
    day: today - ago, read: { 'linkedin-message': 14 + ago, gmail: 23, 'linkedin-profile': 6 }, rules: { 'channel-moves-to-messenger': 2 },
    levels: { none: 40, notice: 2, caution: 1, ...(ago === 1 && { danger: 1 }) }, sent: ago === 0 ? { archives: 1 } : {},
  };
  return [`tally:${tally.day}`, tally];
}));

const dismissed = {
  one: { scope: 'sender', at: inDays(-3), until: inDays(27), label: 'Edda Lorne', place: 'linkedin-message', sender: ['x'] },
  two: { scope: 'domain', at: inDays(-30), until: inDays(335), label: 'birchline.example', place: 'gmail' },
  three: { scope: 'message', at: inDays(-1), until: inDays(364), place: 'gmail' },
  four: { scope: 'sender', at: inDays(-9), until: inDays(21), label: 'Maximiliane-Alexandra Theodora von Hohenfels-Wildenstein genannt Brandtner zu Quellenau', place: 'gmail', sender: ['y'] },
};

const used = (over: Partial<MadeUpState> = {}) => (madeUp: MadeUp): MadeUpState => ({
  local: { ...tallies, dismissed, pack: { id: 'base', version: 1, issued: inDays(-9), rules: 240 }, disabledRules: [madeUp.rules(3)[2]!.id] },
  answers: { remembered, rules: madeUp.rules(24), packs: [bundledAlone] }, permissions: ['https://webmail.birchline.example/*'], ...over,
});
/** What an organisation may set: all of it, so that every lock is seen. */
const managed = { orgName: 'Birchline Health', placement: 'toolbar', checkPhotos: false, rememberPhotosDays: 30, imageSearch: 'tineye', disabledSites: ['yahoo'], disabledRules: [] };

const part = (name: string) => `#${name}`;
const openFirst: OwnState['act'] = async (page) => { for (const summary of await page.locator('summary:visible').all()) await summary.click(); };

/** The settings, part by part. */
export const optionsStates: readonly OwnState[] = [
  { show: 'options', state: 'fresh', made: () => ({ answers: { remembered: nothing, rules: [], packs: [bundledAlone] } }) },
  { show: 'options', state: 'overview', made: used() },
  { show: 'options', state: 'week-in-review', made: used(), act: (page) => page.locator('[role=tabpanel]:visible button').first().click() },
  { show: 'options', state: 'warnings', query: part('warnings'), made: used() },
  { show: 'options', state: 'rules', query: part('rules'), made: used() },
  { show: 'options', state: 'rule-open', query: part('rules'), made: used(), act: (page) => page.locator('.finding > summary').nth(2).click() },
  { show: 'options', state: 'memory', query: part('memory'), made: used(), act: openFirst },
  { show: 'options', state: 'forget-asked', query: part('memory'), made: used(), act: (page) => page.locator('[role=tabpanel]:visible button').last().click() },
  { show: 'options', state: 'sites', query: part('sites'), made: used() },
  { show: 'options', state: 'transfer', query: part('transfer'), made: used() },
  { show: 'options', state: 'policy-warnings', query: part('warnings'), made: used({ managed }) },
  { show: 'options', state: 'policy-memory', query: part('memory'), made: used({ managed }) },
  { show: 'options', state: 'policy-told', made: (madeUp) => ({ ...used({ managed })(madeUp), answers: { remembered, rules: [], packs, events } }), act: openFirst },
  { show: 'options', state: 'policy-packs', query: part('rules'), made: (madeUp) => ({ ...used({ managed })(madeUp), answers: { remembered, rules: madeUp.rules(3), packs } }) },
  { show: 'options', state: 'policy-sites', query: part('sites'), made: used({ managed }) },
  {
    show: 'options', state: 'troubles',
    made: used({ local: { 'trouble-photos': { at: inDays(-1), sentence: 'The memory of this browser is full.' } }, managed: { placement: 'everywhere' } }),
  },
];
