import { browser } from 'wxt/browser';
import { openCheck } from './menu.ts';

/** Names of the manifest's commands; the first the browser carries out itself. */
const names = { report: '_execute_action', check: 'open-check' } as const;
export const commands = ['report', 'check'] as const satisfies (keyof typeof names)[];
export type Command = (typeof commands)[number];

/** Call it in the worker's first tick. */
export function keepShortcuts(): void {
  browser.commands?.onCommand.addListener((command) => {
    if (command === names.check) void openCheck();
  });
}

/** The keys of each command as the browser writes them; none where another extension has them, or the person took them away. */
export async function readShortcuts(): Promise<Readonly<Partial<Record<Command, string>>>> {
  const all = await browser.commands.getAll();
  return Object.fromEntries(commands.map((command) => [command, all.find(({ name }) => name === names[command])?.shortcut || undefined]));
}

/** Only the browser's own page changes them: Chromium's has an address, Firefox (137) a way to be opened. */
export async function openShortcutSettings(): Promise<void> {
  const ways = browser.commands as { readonly openShortcutSettings?: () => Promise<void> };
  if (ways.openShortcutSettings) await ways.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
