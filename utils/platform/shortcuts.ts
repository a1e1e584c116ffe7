import { browser } from 'wxt/browser';
import { openCheck } from './menu.ts';

/** Names of the manifest's commands that the browser does not carry out itself. */
export const commands = { check: 'open-check' } as const;

/** Call it in the worker's first tick. */
export function keepShortcuts(): void {
  browser.commands?.onCommand.addListener((command) => {
    if (command === commands.check) void openCheck();
  });
}
