import { createHash } from 'node:crypto';
import { build, type PlistValue } from 'plist';
import type { desktopBrowsers } from './browsers.mts';
import type { Fleet } from './fleet.mts';

type Payload = Readonly<Record<string, unknown>>;
const organisation = 'Bonafide';

/** Configuration profile of macOS for one browser: one payload installs the extension, one sets what it does. Firefox has both in one. */
export function profile(browser: (typeof desktopBrowsers)[number], fleet: Fleet): string {
  const { name, product, domain } = browser;
  const id = browser.id(fleet);
  const installed = { ExtensionSettings: { [id]: browser.install(fleet) } };
  const payloads = name === 'firefox'
    ? [payload(`${name}.policies`, domain, { EnterprisePoliciesEnabled: true, ...installed, '3rdparty': { Extensions: { [id]: fleet.values } } })]
    : [payload(`${name}.installation`, domain, installed), payload(`${name}.settings`, `${domain}.extensions.${id}`, fleet.values)];
  const all = { ...payload(name, 'Configuration', {}), PayloadDisplayName: `Bonafide for ${product}`, PayloadOrganization: organisation, PayloadScope: 'System', PayloadContent: payloads };
  return `${build(all as unknown as PlistValue)}\n`;
}

function payload(name: string, type: string, content: Payload): Payload {
  const identifier = `example.bonafide.policy.${name}`;
  return { ...content, PayloadDisplayName: `Bonafide (${name})`, PayloadIdentifier: identifier, PayloadType: type, PayloadUUID: uuidOf(identifier), PayloadVersion: 1 };
}

/** The same name has the same UUID, so that a profile that is installed again takes the place of the one before: RFC 9562, version 8 (a hash of our own choice). */
function uuidOf(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-').toUpperCase();
}
