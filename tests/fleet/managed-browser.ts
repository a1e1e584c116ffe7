import type { BrowserKind } from '../../utils/cli/browser/browser-kind.ts';
import { findBrowser } from '../../utils/cli/browser/find-browser.mjs';
import { startFixtureServer, type Fixtures, type FixtureServer } from '../../utils/cli/browser/fixture-server.ts';
import type { Browser } from '../../utils/cli/browser/launch.ts';
import { makeTemporaryProfile, type TemporaryProfile } from '../../utils/cli/browser/temporary-profile.ts';
import { launchManagedChromium } from './managed-chromium.ts';
import { launchManagedFirefox } from './managed-firefox.ts';
import type { Machine } from './machine.ts';

export interface ManagedOrder { readonly program: string; readonly profile: string; readonly port: number; readonly extensionId: string }

/** A person's browser on an organisation's computer: closed and started again it is the same profile. */
export interface ManagedBrowser {
  start(): Promise<Browser>;
  close(): Promise<void>;
  remove(): Promise<void>;
}

const launchers = { chromium: launchManagedChromium, firefox: launchManagedFirefox };

/** @throws {Error} when there is no such browser */
export async function managedBrowser(kind: BrowserKind, machine: Machine, fixtures: Fixtures, extensionId: string): Promise<ManagedBrowser> {
  const program = await findBrowser(kind);
  if (!program) throw new Error(`No ${kind} was found to try policies in.`);
  const [profile, web]: [TemporaryProfile, FixtureServer] = await Promise.all([makeTemporaryProfile(), startFixtureServer(fixtures)]);
  let close = async () => {};
  return {
    start: async () => {
      const launched = await launchers[kind]({ program: await machine.wrap(program), profile: profile.path, port: web.port, extensionId });
      close = () => launched.context.close();
      return {
        ...launched, kind,
        sent: () => web.requests,
        newPage: async (url) => {
          const page = await launched.context.newPage();
          await page.goto(url);
          return page;
        },
        stop: close,
      };
    },
    close: () => close(),
    remove: async () => {
      await profile.discard(close);
      await web.stop();
    },
  };
}
