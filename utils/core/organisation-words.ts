import { levels, type Level } from './score.ts';
import type { EffectiveSettings } from './settings.ts';

/** What an organisation says with each warning, and that it decided that nothing can be marked as not a problem. Plain words, whoever shows them. */
export interface OrganisationWords {
  readonly name?: string;
  readonly words?: string;
  /** Whom to ask: an https or mailto address. */
  readonly contact?: string;
  readonly keepsFindings?: true;
}
type Effective = EffectiveSettings['settings'];

/** Undefined where no organisation has anything to say. */
export function organisationWords({ orgName, warningText, securityContact, allowDismissals }: Effective): OrganisationWords | undefined {
  const words = warningText.value.trim();
  const contact = securityContact.value;
  if (!words && !contact && allowDismissals.value) return undefined;
  return { ...(orgName.value && { name: orgName.value }), ...(words && { words }), ...(contact && { contact }), ...(!allowDismissals.value && { keepsFindings: true as const }) };
}

/** Whether a page stays as it is at this level: the button and the side panel tell all the same. Where nothing was found there is nothing to hold back. */
export const isBelow = (level: Level, { minimumLevel }: Effective): boolean => level !== 'none' && levels.indexOf(level) < levels.indexOf(minimumLevel.value);
