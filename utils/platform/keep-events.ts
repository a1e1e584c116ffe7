import { browser } from 'wxt/browser';
import { clearRecord, editRecord } from './events-record.ts';
import { eventsPolicy } from './events-policy.ts';
import { clearOutbox, countWaiting, dropOld } from './outbox.ts';
import { sendEvents, sendingAlarm } from './send-events.ts';
import { onSettingChange } from './settings.ts';
import { tellState } from './tell-state.ts';
import { forgetTold } from './told-findings.ts';

/** Looks twice an hour whether something waits that nobody was woken for, and whether the day's word is due. */
const checkAlarm = 'events-check';
const checkMinutes = 30;

/** Tells events for as long as a policy wants it and, in Firefox, somebody agrees. Call it once, in the worker's first tick. */
export function keepEvents(): void {
  browser.alarms.onAlarm.addListener(async ({ name }) => {
    const work = { [checkAlarm]: checkEvents, [sendingAlarm]: sendEvents }[name];
    await work?.().catch(() => undefined);
  });
  onSettingChange(['eventsEndpoint', 'eventsProtocol', 'eventsToken', 'consentGrantedByOrganization'], () => void changed().catch(() => undefined));
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) event.addListener(() => void changed().catch(() => undefined));
  void plan().catch(() => undefined);
}

/** Browsers may lose alarms. The first look comes by chance within half an hour: browsers of a fleet start together. */
async function plan(): Promise<boolean> {
  const isWanted = (await eventsPolicy())?.isAllowed === true;
  const planned = await browser.alarms.get(checkAlarm);
  if (isWanted && !planned) await browser.alarms.create(checkAlarm, { delayInMinutes: 1 + Math.random() * (checkMinutes - 1), periodInMinutes: checkMinutes });
  if (!isWanted && planned) await end();
  return isWanted;
}

/** Whoever mended the address or the token need not wait for the hour to be over. */
async function changed(): Promise<void> {
  if (!(await plan())) return end();
  await editRecord(() => ({ failures: 0, notBefore: 0 }));
  await sendEvents();
}

async function checkEvents(): Promise<void> {
  const policy = await eventsPolicy();
  if (!policy?.isAllowed) return end();
  if ((await countWaiting()) > 0) await dropOld(policy.values.eventsKeepDays);
  await tellState(policy);
  await sendEvents();
}

/** No policy wants them any more, or the consent was taken back: what waits is told to nobody. */
async function end(): Promise<void> {
  await Promise.all([browser.alarms.clear(checkAlarm), browser.alarms.clear(sendingAlarm)]);
  await Promise.all([clearOutbox(), clearRecord(), forgetTold()]);
}
