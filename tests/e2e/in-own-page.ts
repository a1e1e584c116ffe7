/** What a person does in a page of the extension, carried out in that page: in Firefox Playwright's own ways do not reach it. */

export const read = (): string => (document.querySelector('main') as HTMLElement | null)?.innerText ?? '';

/** Presses the first button, tab, link or line that opens which has this name or these words. False while there is none. */
export function press(words: string): boolean {
  const all = [...document.querySelectorAll<HTMLElement>('button, a, summary, [role="tab"]')];
  const one = all.find((element) => element.textContent?.trim() === words || element.getAttribute('aria-label') === words);
  one?.click();
  return one !== undefined;
}

/** Turns the switch with these words. False while there is none. */
export function turn(words: string): boolean {
  const one = [...document.querySelectorAll('label')].find((label) => label.textContent?.trim() === words)?.querySelector('input');
  one?.click();
  return one !== null && one !== undefined;
}

/** Fills a field as typing does. False while there is none. */
export function fill([selector, words]: readonly [string, string]): boolean {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (!field) return false;
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return true;
}

/** Chooses a file for the page's one place for files. False while there is none. */
export function choose([name, words]: readonly [string, string]): boolean {
  const field = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!field) return false;
  const files = new DataTransfer();
  files.items.add(new File([words], name));
  field.files = files.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

/** What the press of a button would have the browser save. */
export async function saved(words: string): Promise<string> {
  const handed = new Promise<Blob>((resolve) => {
    URL.createObjectURL = (blob) => {
      resolve(blob as Blob);
      return 'data:,';
    };
  });
  HTMLAnchorElement.prototype.click = () => {};
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === words)!.click();
  return (await handed).text();
}

interface Api {
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
  readonly storage: { readonly local: { get(keys: null): Promise<Record<string, unknown>>; clear(): Promise<void> } };
}

/** Asks the background as the extension's pages do. */
export async function askBackground([ask, body]: readonly [string, object]): Promise<unknown> {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  const reply = (await (browser ?? chrome).runtime.sendMessage({ ask, body })) as { ok?: unknown; error?: string };
  if (reply.error !== undefined) throw new Error(reply.error);
  return reply.ok;
}

/** What the browser keeps for the extension under names that begin so. */
export async function keptNames(beginning: string): Promise<string[]> {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  return Object.keys(await (browser ?? chrome).storage.local.get(null)).filter((name) => name.startsWith(beginning));
}
