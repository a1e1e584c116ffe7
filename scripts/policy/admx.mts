import { create } from 'xmlbuilder2';
import { settingShapes, type SettingShape } from '../../utils/core/setting-shapes.ts';
import { settingsKey, type desktopBrowsers } from './browsers.mts';
import type { Fleet } from './fleet.mts';

type XmlElement = ReturnType<ReturnType<typeof create>['ele']>;
type Browser = (typeof desktopBrowsers)[number];

export const policyXmlns = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';
/** Name of a choice among the strings of a template. */
export const choiceName = (key: string, choice: string | number): string => `${key}_${String(choice).replaceAll(/\W/g, '_')}`;
/** The longest text a group policy writes into one value: its editor takes 1023 where nothing is said, and 16384 at most. */
const longestText = 16_384;

/**
 * Administrative template for one browser. It stands alone: no reference to the browser's own template or to Windows', which Intune asks to be uploaded first.
 * A yes or no is a number, 1 or 0; values of a list are named 1, 2, 3 (an empty prefix), which both Chromium and Firefox read.
 */
export function admx(browser: Browser, fleet: Fleet): string {
  const key = settingsKey(browser, browser.id(fleet));
  const doc = create({ version: '1.0', encoding: 'utf-8' });
  const all = doc.ele('policyDefinitions', { xmlns: policyXmlns, revision: '1.0', schemaVersion: '1.0' });
  all.ele('policyNamespaces').ele('target', { prefix: `bonafide_${browser.name}`, namespace: `Bonafide.Policies.${browser.name}` });
  all.ele('resources', { minRequiredRevision: '1.0' });
  all.ele('supportedOn').ele('definitions').ele('definition', { name: 'supported', displayName: '$(string.supported)' });
  all.ele('categories').ele('category', { name: 'bonafide', displayName: '$(string.category)' });
  const policies = all.ele('policies');
  addInstallation(policies, browser, fleet);
  for (const shape of settingShapes()) addSetting(policies, key, shape);
  return `${doc.end({ prettyPrint: true })}\n`;
}

function begin(policies: XmlElement, name: string, attributes: Readonly<Record<string, string>>): XmlElement {
  const policy = policies.ele('policy', { name, displayName: `$(string.${name})`, explainText: `$(string.${name}_explain)`, ...attributes });
  policy.ele('parentCategory', { ref: 'bonafide' });
  policy.ele('supportedOn', { ref: 'supported' });
  return policy;
}

/** Turned off, the entry is taken out again, and with it the extension. */
function addInstallation(policies: XmlElement, browser: Browser, fleet: Fleet): void {
  const key = `${browser.registry}\\ExtensionSettings\\${browser.id(fleet)}`;
  const policy = begin(policies, 'install', { class: 'Machine', key, presentation: '$(presentation.install)' });
  const { installation_mode: mode, update_url: update, override_update_url: override } = browser.install(fleet);
  const items = policy.ele('enabledList');
  items.ele('item', { key, valueName: 'installation_mode' }).ele('value').ele('string').txt(String(mode));
  if (override) items.ele('item', { key, valueName: 'override_update_url' }).ele('value').ele('decimal', { value: '1' });
  const removed = policy.ele('disabledList');
  for (const valueName of ['installation_mode', ...(override ? ['override_update_url'] : [])]) removed.ele('item', { key, valueName }).ele('value').ele('delete');
  policy.ele('elements').ele('text', { id: 'install_address', valueName: update === undefined ? 'install_url' : 'update_url', required: 'true', maxLength: '2000' });
}

function addSetting(policies: XmlElement, key: string, shape: SettingShape): void {
  const { key: name, type, choices, least, most, longest } = shape;
  if (type === 'boolean') {
    const policy = begin(policies, name, { class: 'Both', key, valueName: name });
    policy.ele('enabledValue').ele('decimal', { value: '1' });
    policy.ele('disabledValue').ele('decimal', { value: '0' });
    return;
  }
  const elements = begin(policies, name, { class: 'Both', key, presentation: `$(presentation.${name})` }).ele('elements');
  const id = `${name}_value`;
  if (type === 'array') elements.ele('list', { id, key: `${key}\\${name}`, valuePrefix: '' });
  else if (choices) addChoices(elements.ele('enum', { id, valueName: name, required: 'true' }), name, choices);
  else if (type === 'integer') elements.ele('decimal', { id, valueName: name, required: 'true', minValue: String(least), maxValue: String(most) });
  else elements.ele('text', { id, valueName: name, maxLength: String(Math.min(longest ?? longestText, longestText)) });
}

function addChoices(into: XmlElement, name: string, choices: readonly (string | number)[]): void {
  for (const choice of choices) {
    const value = into.ele('item', { displayName: `$(string.${choiceName(name, choice)})` }).ele('value');
    if (typeof choice === 'number') value.ele('decimal', { value: String(choice) });
    else value.ele('string').txt(choice);
  }
}
