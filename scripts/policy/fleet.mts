import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { effectiveSettings } from '../../utils/core/settings.ts';
import { chromiumId, firefoxId } from '../../utils/cli/extension-ids.ts';
import { readyPolicy } from './examples.mts';

/** Which copy of the extension is installed, from where, and what is set. */
export interface Fleet {
  readonly chromeId: string;
  /** A store gives its own id; a copy that one key signed has the same in both. */
  readonly edgeId: string;
  readonly firefoxId: string;
  /** updates.xml of a web server, or the address of a store. */
  readonly updateUrl: string;
  readonly edgeUpdateUrl: string;
  /** Signed XPI. */
  readonly installUrl: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** `.example` answers nowhere: whoever deploys names a server of theirs. */
const updateUrl = 'https://extensions.bonafide.example/updates.xml';
export const exampleFleet: Fleet = {
  chromeId: chromiumId, edgeId: chromiumId, firefoxId, updateUrl, edgeUpdateUrl: updateUrl, installUrl: 'https://extensions.bonafide.example/bonafide.xpi', values: readyPolicy,
};

export const usage = `npm run policy
  writes policy/ and docs/policy.md, with an example's values

npm run policy -- [options]
  writes the same files for your fleet, to .output/policy
  --chrome-id ID          id of the extension in Chrome and Chromium
  --edge-id ID            id in Edge (otherwise as in Chrome)
  --firefox-id ID         id in Firefox
  --update-url URL        updates.xml, or the address of the store
  --edge-update-url URL   the same for Edge (otherwise as for Chrome)
  --install-url URL       signed XPI for Firefox
  --values FILE           JSON with your settings: {"orgName": "..."}
  --out FOLDER            another folder`;

const texts = ['chrome-id', 'edge-id', 'firefox-id', 'update-url', 'edge-update-url', 'install-url', 'values', 'out'] as const;

/**
 * @returns the fleet, and the folder for its files; none when no option was given: then the files of the repository are meant
 * @throws {Error} saying which option or value is wrong, and what it must be
 */
export function fleetFrom(args: readonly string[]): { readonly fleet: Fleet; readonly out?: string } {
  const { values: given } = parseArgs({ args: [...args], options: Object.fromEntries(texts.map((name) => [name, { type: 'string' as const }])) });
  const option = (name: (typeof texts)[number]) => given[name] as string | undefined;
  if (Object.keys(given).length === 0) return { fleet: exampleFleet };
  const chromeId = option('chrome-id') ?? exampleFleet.chromeId;
  const url = option('update-url') ?? exampleFleet.updateUrl;
  const file = option('values');
  const fleet = {
    chromeId, edgeId: option('edge-id') ?? chromeId, firefoxId: option('firefox-id') ?? firefoxId, updateUrl: url, edgeUpdateUrl: option('edge-update-url') ?? url,
    installUrl: option('install-url') ?? exampleFleet.installUrl, values: file === undefined ? readyPolicy : valuesIn(file),
  };
  check(fleet);
  return { fleet, out: option('out') ?? '.output/policy' };
}

function check({ chromeId, edgeId, firefoxId: addOn, updateUrl: update, edgeUpdateUrl, installUrl }: Fleet): void {
  for (const id of [chromeId, edgeId]) if (!/^[a-p]{32}$/.test(id)) throw new Error(`"${id}" is no id of a Chromium extension: 32 letters from a to p, as chrome://extensions shows it.`);
  if (!/^(\{[0-9a-f-]{36}\}|[\w.-]*@[\w.-]+)$/i.test(addOn)) throw new Error(`"${addOn}" is no id of a Firefox add-on: name@domain, or a UUID in braces.`);
  for (const url of [update, edgeUpdateUrl, installUrl]) if (!URL.canParse(url) || /["\s]/.test(url)) throw new Error(`"${url}" is no address: write it whole, with https://.`);
}

function valuesIn(file: string): Readonly<Record<string, unknown>> {
  let values: unknown;
  try {
    values = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON (${(error as Error).message}). Write one object, such as {"orgName": "Birchline Health"}.`, { cause: error });
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) throw new Error(`${file} holds no settings. Write one object, such as {"orgName": "Birchline Health"}.`);
  const { settings, rejected } = effectiveSettings({}, values as Record<string, unknown>);
  if (rejected.length > 0) throw new Error(`${file} cannot be used:\n${rejected.map(({ key, reason }) => `  ${key}: ${reason}`).join('\n')}\ndocs/policy.md lists what each setting can be.`);
  // As the schema reads them, so that each store gets the type it asks for.
  return Object.fromEntries(Object.keys(values).map((key) => [key, settings[key as keyof typeof settings].value]));
}
