import type { PermissionList } from './permission-list.mts';

type Part = keyof PermissionList;

/** Permissions for which neither browser asks anything: developer.chrome.com/docs/extensions/reference/permissions-list, MDN "permissions". */
const silent = new Set(['activeTab', 'alarms', 'contextMenus', 'menus', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage', 'offscreen', 'idle']);

const kinds: Readonly<Record<Part, string>> = {
  permissions: 'permission', optionalPermissions: 'optional permission', hosts: 'host', optionalHosts: 'optional host', scripts: 'content script',
  policy: 'directive of the security policy', reachable: 'thing that pages can reach', collected: 'declaration of what is collected',
};

/** What a person will be asked because of something new. */
function askedFor(part: Part, entry: string): string {
  switch (part) {
    case 'permissions':
      return silent.has(entry) ? 'Nobody is asked about it.'
        : 'If the browser warns about it, Chrome and Edge switch the extension off at the update until the person agrees, and Firefox asks before it updates.';
    case 'hosts':
    case 'scripts':
      return 'Chrome and Edge switch the extension off at the update until the person agrees that it "can read and change your data" there; Firefox shows it at installation but not at an update, where the person must grant it.';
    case 'optionalPermissions':
    case 'optionalHosts':
      return 'People are asked when they use what needs it, not at the update.';
    case 'policy':
      return 'Nobody is asked, yet it decides where the extension may connect and what it may run: a store reviewer looks at it.';
    case 'reachable':
      return 'Nobody is asked, yet every page could tell that the extension is there. That breaks a promise: take it out.';
    case 'collected':
      return 'Firefox tells people at installation and asks those who have it again at the update.';
  }
}

/** Each difference of one browser's lists as a sentence that says what a person will be asked. */
export function permissionChanges(browser: string, agreed: PermissionList | undefined, built: PermissionList): string[] {
  return (Object.keys(built) as Part[]).flatMap((part) => {
    const [before, after] = [agreed?.[part] ?? [], built[part]];
    const gained = after.filter((entry) => !before.includes(entry)).map((entry) => `${browser}: new ${kinds[part]} ${entry}. ${askedFor(part, entry)}`);
    const lost = before.filter((entry) => !after.includes(entry)).map((entry) => `${browser}: the ${kinds[part]} ${entry} is gone. ${part === 'policy' ? 'Look at what is allowed without it.' : 'Nobody is asked.'}`);
    return [...gained, ...lost];
  });
}
