/** What runs in pages of the extension, and in those of the browser: each function stands alone. */

interface Extension {
  readonly storage: { readonly managed: { get(all: null): Promise<object> } };
  readonly tabs: { query(all: object): Promise<{ id: number; url?: string }[]> };
  readonly runtime: { requestUpdateCheck(): Promise<{ status: string; version?: string }> };
}
interface Extensions {
  readonly developerPrivate: { getExtensionInfo(id: string): Promise<{ version: string; state: string; mustRemainInstalled: boolean }> };
  readonly management: { uninstall(id: string): Promise<void> };
}

/** In chrome://extensions, which may do what its buttons do. Rejects where there is no such extension. */
export async function lookAtExtension(id: string) {
  const { developerPrivate, management } = (globalThis as unknown as { chrome: Extensions }).chrome;
  const { version, state, mustRemainInstalled: mustRemain } = await developerPrivate.getExtensionInfo(id);
  const refusal = await management.uninstall(id).then(() => 'none', String);
  return { version, state, mustRemain, refusal };
}

/** Keys of what the browser hands over; Firefox throws where no policy names the extension. */
export async function managedKeys(): Promise<string[]> {
  const { storage } = (globalThis as { browser?: Extension }).browser ?? (globalThis as unknown as { chrome: Extension }).chrome;
  return storage.managed.get(null).then((settings) => Object.keys(settings).sort(), () => []);
}

export interface PlacementShown { readonly chosen: string; readonly isFixed: boolean; readonly said: string }

/** In the options. Undefined until they are drawn. */
export function readPlacement(): PlacementShown | undefined {
  const radio = document.querySelector<HTMLInputElement>('[name="placement"]:checked');
  const group = radio?.closest('fieldset');
  return radio && group ? { chosen: radio.value, isFixed: group.disabled, said: group.textContent } : undefined;
}

/** The text that an administrator copies from the diagnostics page. Undefined until it is drawn. */
export const readDiagnosis = (): string | undefined => document.querySelector('pre.sent')?.textContent ?? undefined;

/** Names of the settings that a diagnosis says cannot be used, in order. */
export const rejectedIn = (diagnosis: string): string[] =>
  [...diagnosis.matchAll(/^ {2}(\w+) \(policy\): /gm)].map(([, key]) => key!).sort();

/** What is offered; the answer of the browser where it is no version. */
export async function checkForUpdate(): Promise<string> {
  const { status, version } = await (globalThis as unknown as { chrome: Extension }).chrome.runtime.requestUpdateCheck();
  return version || status;
}

/** The tab that shows an address beginning so. */
export async function tabAt(address: string): Promise<number | undefined> {
  const { tabs } = (globalThis as unknown as { chrome: Extension }).chrome;
  return (await tabs.query({})).find(({ url }) => url?.startsWith(address))?.id;
}
