import { browser } from 'wxt/browser';
import { sendingAlarm } from './send-events.ts';

/** Has the worker woken within a minute, unless it will be anyway: a later waking may be the rest that a collector asked for. */
export async function wakeForEvents(): Promise<void> {
  if (!(await browser.alarms.get(sendingAlarm))) await browser.alarms.create(sendingAlarm, { delayInMinutes: 1 });
}
