import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { organisationKeys } from '../utils/core/with-organisation.ts';
import { knownEmployer } from '../utils/core/known-employer.ts';
import { answer } from '../utils/platform/answer.ts';
import { setBadge } from '../utils/platform/badge.ts';
import { checkPhoto } from '../utils/platform/check-photo.ts';
import { contactTimeline } from '../utils/platform/contact-timeline.ts';
import { dismiss, undismiss } from '../utils/platform/dismissals.ts';
import { eventsPreview } from '../utils/platform/events-state.ts';
import { forgetPhoto, forgetPhotos } from '../utils/platform/forget-photos.ts';
import { rememberInspection } from '../utils/platform/inspections.ts';
import { judgeAllAgain } from '../utils/platform/judge-again.ts';
import { judgeFacts } from '../utils/platform/judge-facts.ts';
import { openPage } from '../utils/platform/open-page.ts';
import { packStates } from '../utils/platform/pack-states.ts';
import { compileAnew, storedPack, takeOverBundledPack } from '../utils/platform/packs.ts';
import { keepOnPages } from '../utils/platform/code-host-pages.ts';
import { keepEvents } from '../utils/platform/keep-events.ts';
import { keepOwnSites } from '../utils/platform/own-sites.ts';
import { listRules } from '../utils/platform/list-rules.ts';
import { keepMenu, takeWaiting } from '../utils/platform/menu.ts';
import { mayRead } from '../utils/platform/may-read.ts';
import { passMail } from '../utils/platform/pass-mail.ts';
import { forget } from '../utils/platform/recall.ts';
import { forgetContact, listRemembered } from '../utils/platform/remembered.ts';
import { repositoryNote } from '../utils/platform/repository-note.ts';
import { onSettingChange } from '../utils/platform/settings.ts';
import { keepShortcuts } from '../utils/platform/shortcuts.ts';
import { sightPhotos } from '../utils/platform/sight-photos.ts';
import { clearTallies, countSent } from '../utils/platform/tallies.ts';
import { tellOverride } from '../utils/platform/tell-finding.ts';
import { forgetTold } from '../utils/platform/told-findings.ts';
import { keepPacksFresh, lookForPacks, rollBackPack } from '../utils/platform/update-packs.ts';
import { welcome } from '../utils/platform/welcome.ts';

// Not async: a worker is woken by an event, and who has not registered by the end of the first tick misses it.
export default defineBackground(() => {
  answer({
    judge: judgeFacts,
    mayRead: async (_, from) => mayRead(from),
    badge: async (shown, { tabId }) => {
      if (tabId !== undefined) await setBadge(tabId, shown);
    },
    card: async (_, { tabId }) => {
      await browser.scripting.executeScript({ target: { tabId: tabId! }, files: ['/card.js'], injectImmediately: true });
    },
    open: openPage,
    repositoryNote,
    rememberInspection: async ({ repository, level }, { incognito }) => {
      await rememberInspection(repository, level, incognito);
      await judgeAllAgain();
    },
    dismiss: async (asked, { incognito }) => {
      await dismiss(asked, (await storedPack()).places, incognito);
      if (!incognito && !asked.undo) void tellOverride(asked.facts, asked.scope).catch(() => undefined);
    },
    employer: async ({ facts }) => knownEmployer(facts, (await storedPack()).places.companies),
    timeline: async ({ facts }) => contactTimeline(facts, (await storedPack()).places),
    checkPhoto,
    mailFrame: passMail,
    waiting: async (_, { tabId }) => takeWaiting(tabId),
    countSent: async ({ what }, { incognito }) => (incognito ? undefined : countSent(what)),
    forgetPhotos,
    remembered: listRemembered,
    forgetOne: ({ what, key }) => (what === 'photo' ? forgetPhoto(key) : forgetContact(key)),
    rules: listRules,
    packs: () => packStates(),
    checkPacks: async () => {
      if (await lookForPacks(true)) await judgeAllAgain();
      return packStates();
    },
    rollBackPack: async ({ id }) => {
      await rollBackPack(id);
      await judgeAllAgain();
      return packStates();
    },
    forget: async () => {
      const count = await forget();
      await Promise.all([clearTallies(), forgetTold()]);
      return count;
    },
    events: eventsPreview,
    undismiss: async ({ key }) => {
      await undismiss(key);
      await judgeAllAgain();
    },
    sighted: async (seen, from) => (await mayRead(from)) && sightPhotos(seen, from),
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcome();
    // A failure is told to the first who asks for a judgement; there is nobody to tell it to now.
    takeOverBundledPack().catch(() => undefined);
  });
  onSettingChange(['placement', 'disabledSites', 'minimumLevel', 'allowDismissals', 'warningText', 'securityContact'], judgeAllAgain);
  onSettingChange(['disabledRules', 'privatePacks', ...organisationKeys], () => {
    compileAnew();
    void judgeAllAgain();
  });
  keepOwnSites();
  keepMenu();
  keepShortcuts();
  keepOnPages();
  keepEvents();
  keepPacksFresh(judgeAllAgain);
  // Chromium only: content scripts, the side pages can attack, then cannot read settings and dismissals.
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
});
