import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { exampleFleet } from '../../scripts/policy/fleet.mts';
import type { BrowserKind } from '../../utils/cli/browser/browser-kind.ts';

type Entries = Readonly<Record<string, object>>;
export interface ShippedPolicy {
  readonly ExtensionSettings: Entries;
  readonly '3rdparty': Readonly<Record<'extensions' | 'Extensions', Entries>>;
}

/** The file of policy/linux, with the id and the address that an organisation puts in and nothing else changed. */
export async function shippedPolicy(kind: BrowserKind, id: string, address: string): Promise<ShippedPolicy> {
  const text = await readFile(resolve(`policy/linux/${kind}.json`), 'utf8');
  const { chromeId, firefoxId, updateUrl, installUrl } = exampleFleet;
  const own = text.replaceAll(kind === 'chromium' ? chromeId : firefoxId, id).replaceAll(kind === 'chromium' ? updateUrl : installUrl, address);
  const policy = JSON.parse(own) as ShippedPolicy & { policies?: ShippedPolicy };
  return policy.policies ?? policy;
}
