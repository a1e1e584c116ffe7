import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { storeBrowsers } from '../scripts/release/build-browser.mts';
import { permissionChanges } from '../scripts/release/permission-changes.mts';
import { agreedLists, builtManifest, permissionList, type PermissionList } from '../scripts/release/permission-list.mts';

const some: PermissionList = {
  permissions: ['storage'], optionalPermissions: [], hosts: ['https://mail.example/*'], optionalHosts: [], scripts: [], policy: ["default-src 'none'"], reachable: [], collected: [],
};
const changes = (change: Partial<PermissionList>) => permissionChanges('chrome', some, { ...some, ...change });

describe.each(storeBrowsers)('what the build for %s may do', (browser) => {
  const path = builtManifest(browser);

  it.runIf(existsSync(path))('is what docs/permissions.json says, and nothing else', () => {
    expect(permissionChanges(browser, agreedLists()[browser], permissionList(path)), 'agree to it with: npm run permissions -- --write').toEqual([]);
  });
});

describe('permission changes', () => {
  it('are none between equal lists', () => {
    expect(changes({})).toEqual([]);
  });

  it('say that a new host switches the extension off until the person agrees', () => {
    expect(changes({ hosts: [...some.hosts, 'https://other.example/*'] })).toEqual([expect.stringMatching(/^chrome: new host https:\/\/other\.example\/\*\. .*off at the update until the person agrees/)]);
  });

  it('tell permissions that are asked about from those that are not', () => {
    expect(changes({ permissions: ['alarms', 'storage'] })[0]).toContain('Nobody is asked');
    expect(changes({ permissions: ['storage', 'tabs'] })[0]).toContain('until the person agrees');
  });

  it('see a policy that allows more', () => {
    expect(changes({ policy: ["default-src *"] })).toHaveLength(2);
  });

  it('see what pages could reach', () => {
    expect(changes({ reachable: ['{"resources":["icon.png"]}'] })[0]).toContain('breaks a promise');
  });

  it('see what is gone', () => {
    expect(changes({ hosts: [] })).toEqual(['chrome: the host https://mail.example/* is gone. Nobody is asked.']);
  });
});
