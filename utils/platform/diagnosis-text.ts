import { policyKeys } from '../core/settings-schema.ts';
import type { Effective } from '../core/settings.ts';
import type { Diagnosis, Part } from './diagnosis.ts';
import { reasonInText, sayInText } from './said-setting.ts';

/**
 * A diagnosis as plain text, in English whatever the language of the interface: names of settings are English too, and whoever is sent it may read another
 * language. Nothing in it names a person, a message, an address of a page or a secret.
 */
export function diagnosisText(diagnosis: Diagnosis): string {
  const { at, extension, installed, browser, language, policy, settings, rejected, troubles } = diagnosis;
  return [
    'Bonafide: diagnostics', `at ${at}`, `extension ${extension}, installed: ${installed}`, `browser ${browser}`, `language ${language}`,
    ...section('Policy', [`from: ${policy.from}${policy.readAt === undefined ? '' : `, read at ${policy.readAt}`}`]),
    ...section('Settings', policyKeys.map((key) => `${key} = ${sayInText(key, settings[key].value)} [${decided(settings[key])}]`)),
    ...section('Not used', rejected.map(({ key, by, reason }) => `${key} (${by}): ${reasonInText(key, reason)}`)),
    ...section('Rules', linesOf(diagnosis.packs, (packs) => packs.map(({ id, source, version, ...rest }) => `${id} ${version ?? '(none yet)'} (${source})${fields(rest)}`))),
    ...section('Events', linesOf(diagnosis.events, (events) => {
      if (!events) return ['no collector is set, nothing is sent'];
      const { host, lastSent, lastFault, ...rest } = events;
      return [`to ${host}${fields(rest)}`, `last sent: ${lastSent ? `${lastSent.at}, ${lastSent.count}` : 'never'}`, `last fault: ${lastFault ? `${lastFault.at}, ${lastFault.kind} ${lastFault.status ?? ''}`.trim() : 'none'}`];
    })),
    ...section('Access to pages', linesOf(diagnosis.access, ({ sites, keptOut }) => [
      ...sites.map(({ site, missing, open, silent }) => `${site}: ${missing.length === 0 ? 'allowed' : `not allowed: ${missing.join(', ')}`}; ${open} open, ${silent} without an answer`),
      `open pages that a policy keeps extensions out of: ${keptOut}`,
    ])),
    ...section('What went wrong', troubles.map(({ at: when, topic, sentence }) => `${when} ${topic}: ${sentence}`)),
    '',
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): string[] => ['', title, ...(lines.length === 0 ? ['  none'] : lines.map((line) => `  ${line.replace(/\s+/g, ' ')}`))];

const linesOf = <T>(part: Part<T>, say: (is: T) => string[]): string[] => ('fault' in part ? [`could not be read: ${part.fault}`] : say(part.is));

const decided = ({ from, locked, by }: Effective<unknown>): string =>
  (from === 'policy' ? `policy${by === undefined ? '' : ` of ${by}`}, ${locked ? 'fixed' : 'suggested'}` : from);

/** What else is known, in the order it came. */
const fields = (rest: object): string => Object.entries(rest).filter(([, value]) => value !== undefined).map(([name, value]) => `; ${name}: ${String(value)}`).join('');
