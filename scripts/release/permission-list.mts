import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreBrowser } from './build-browser.mts';

export const permissionsPath = 'docs/permissions.json';

/** All that a build may do, and where: what a browser asks a person about, and what the stores look at. */
export interface PermissionList {
  readonly permissions: readonly string[];
  readonly optionalPermissions: readonly string[];
  readonly hosts: readonly string[];
  readonly optionalHosts: readonly string[];
  /** Where content scripts run: `script.js on pattern`, and whether in frames. */
  readonly scripts: readonly string[];
  /** Directives of the policy of extension pages. */
  readonly policy: readonly string[];
  /** What pages or other extensions can reach; there should be nothing. */
  readonly reachable: readonly string[];
  /** What Firefox is told is collected: `required: ...`, `optional: ...`. */
  readonly collected: readonly string[];
}

interface Manifest {
  permissions?: string[]; optional_permissions?: string[]; host_permissions?: string[]; optional_host_permissions?: string[];
  content_scripts?: { matches: string[]; js: string[]; all_frames?: boolean }[];
  content_security_policy?: { extension_pages?: string };
  web_accessible_resources?: unknown[]; externally_connectable?: unknown;
  browser_specific_settings?: { gecko: { data_collection_permissions?: Record<string, string[]> } };
}

export const builtManifest = (browser: StoreBrowser): string => join('.output', `${browser}-mv3`, 'manifest.json');

export function permissionList(manifestPath: string): PermissionList {
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest;
  const { content_scripts = [], browser_specific_settings } = manifest;
  return {
    permissions: [...(manifest.permissions ?? [])].sort(),
    optionalPermissions: [...(manifest.optional_permissions ?? [])].sort(),
    hosts: [...(manifest.host_permissions ?? [])].sort(),
    optionalHosts: [...(manifest.optional_host_permissions ?? [])].sort(),
    scripts: content_scripts.flatMap(({ matches, js, all_frames }) => matches.map((match) => `${js.join('+')} on ${match}${all_frames ? ', frames too' : ''}`)).sort(),
    policy: (manifest.content_security_policy?.extension_pages ?? '').split(';').map((directive) => directive.trim()).filter(Boolean),
    reachable: [...(manifest.web_accessible_resources ?? []), ...(manifest.externally_connectable ? [manifest.externally_connectable] : [])].map((entry) => JSON.stringify(entry)),
    collected: Object.entries(browser_specific_settings?.gecko.data_collection_permissions ?? {}).flatMap(([kind, names]) => names.map((name) => `${kind}: ${name}`)),
  };
}

/** The lists that were agreed to, by browser. */
export const agreedLists = (): Record<string, PermissionList> =>
  existsSync(permissionsPath) ? (JSON.parse(readFileSync(permissionsPath, 'utf8')) as Record<string, PermissionList>) : {};
