import { browser } from 'wxt/browser';
import { effectiveSettings } from '../core/settings.ts';
import { openPage } from './open-page.ts';
import { readPolicy, settledPolicy, type Policy } from './policy.ts';

/** Chromium hands a policy over up to 2.8 s after the extension's first start (measured), and says meanwhile that there is none. In ms. */
const patience = 5_000;

/** Opens the welcome page after the installation, unless an organisation does not want that. Who was given the extension by an administrator waits for the policy. */
export async function welcome(): Promise<void> {
  const policy = (await wasInstalledByPolicy()) ? await policyThere() : await settledPolicy().catch(readPolicy);
  if (!effectiveSettings({}, policy).settings.disableOnboarding.value) await openPage({ page: 'welcome' });
}

/** Needs no permission: it is about oneself. */
async function wasInstalledByPolicy(): Promise<boolean> {
  try {
    return (await browser.management.getSelf()).installType === 'admin';
  } catch {
    return false;
  }
}

async function policyThere(): Promise<Policy> {
  let listen: (changes: unknown, area: string) => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const policy = await new Promise<Policy>((resolve) => {
    const look = async () => {
      const told = (await browser.storage.managed.get(null).catch(() => ({}))) as Policy;
      if (Object.keys(told).length > 0) resolve(told);
    };
    listen = (_, area) => { if (area === 'managed') void look(); };
    browser.storage.onChanged.addListener(listen);
    timer = setTimeout(() => resolve({}), patience);
    void look();
  });
  clearTimeout(timer);
  browser.storage.onChanged.removeListener(listen);
  return policy;
}
