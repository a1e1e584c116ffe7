import { admx } from './admx.mts';
import { adml } from './adml.mts';
import { browsers, desktopBrowsers, jsonPolicy } from './browsers.mts';
import type { Fleet } from './fleet.mts';
import { indexNote, intuneNote, jamfNote } from './notes.mts';
import { profile } from './profile.mts';
import { registryFile, removalFile } from './registry-file.mts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Every file of a fleet, by its path below the folder. */
export function policyFiles(fleet: Fleet): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    ['README.md', indexNote(fleet)], ['intune.md', intuneNote(fleet)], ['jamf.md', jamfNote(fleet)],
    ['chrome-browser-cloud-management.json', json(Object.fromEntries(Object.entries(fleet.values).map(([key, value]) => [key, { Value: value }])))],
  ]);
  for (const browser of browsers) files.set(`linux/${browser.name}.json`, json(jsonPolicy(browser, fleet)));
  for (const browser of desktopBrowsers) {
    files.set(`windows/bonafide-${browser.name}.admx`, admx(browser, fleet));
    files.set(`windows/en-US/bonafide-${browser.name}.adml`, adml(browser, fleet));
    files.set(`windows/${browser.name}.reg`, registryFile(browser, fleet));
    files.set(`windows/remove-${browser.name}.reg`, removalFile(browser, fleet));
    files.set(`macos/${browser.name}.mobileconfig`, profile(browser, fleet));
  }
  return files;
}
