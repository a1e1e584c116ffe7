import { create } from 'xmlbuilder2';
import { settingShapes, type SettingShape } from '../../utils/core/setting-shapes.ts';
import { defaultSettings } from '../../utils/core/settings-schema.ts';
import { choiceName, policyXmlns } from './admx.mts';
import type { desktopBrowsers } from './browsers.mts';
import type { Fleet } from './fleet.mts';
import { choicesOf, rangeOf, said } from './words.mts';

type Browser = (typeof desktopBrowsers)[number];

/** The English words of the administrative template for one browser. */
export function adml(browser: Browser, fleet: Fleet): string {
  const doc = create({ version: '1.0', encoding: 'utf-8' });
  const all = doc.ele('policyDefinitionResources', { xmlns: policyXmlns, revision: '1.0', schemaVersion: '1.0' });
  all.ele('displayName').txt(`Bonafide for ${browser.product}`);
  all.ele('description').txt('Settings of the extension Bonafide.');
  const resources = all.ele('resources');
  const strings = resources.ele('stringTable');
  for (const [id, text] of stringsOf(browser)) strings.ele('string', { id }).txt(text);
  const presentations = resources.ele('presentationTable');
  const { update_url: update, install_url: install } = browser.install(fleet);
  const address = presentations.ele('presentation', { id: 'install' }).ele('textBox', { refId: 'install_address' });
  address.ele('label').txt('Address');
  address.ele('defaultValue').txt(String(update ?? install));
  for (const shape of settingShapes()) if (shape.type !== 'boolean') addPresentation(presentations.ele('presentation', { id: shape.key }), shape);
  return `${doc.end({ prettyPrint: true })}\n`;
}

function stringsOf({ product, install }: Browser): (readonly [string, string])[] {
  return [
    ['category', `Bonafide for ${product}`],
    ['supported', `Bonafide in ${product}`],
    ['install', 'Install Bonafide'],
    ['install_explain', `Installs the extension and keeps it. The address is that of ${'install_url' in install ? 'a signed XPI' : 'an updates.xml, or of a store'}. `
      + 'Turned off, the extension is taken away. Leave it alone where the policy ExtensionSettings is written elsewhere, as one text: put the entry there instead.'],
    ...settingShapes().flatMap((shape): (readonly [string, string])[] => [
      [shape.key, `${shape.title} (${shape.key})`],
      [`${shape.key}_explain`, explained(shape)],
      ...(shape.type === 'array' ? [] : shape.choices ?? []).map((choice) => [choiceName(shape.key, choice), String(choice)] as const),
    ]),
  ];
}

const explained = (shape: SettingShape): string =>
  [shape.description, choicesOf(shape), rangeOf(shape), `Without this policy: ${said(defaultSettings[shape.key])}.`].filter(Boolean).join(' ');

function addPresentation(into: ReturnType<ReturnType<typeof create>['ele']>, { key, title, type, choices }: SettingShape): void {
  const refId = `${key}_value`;
  const value = defaultSettings[key];
  if (type === 'array') into.ele('listBox', { refId }).txt(title);
  else if (choices) into.ele('dropdownList', { refId, noSort: 'true', defaultItem: String(choices.indexOf(value as string | number)) }).txt(title);
  else if (type === 'integer') into.ele('decimalTextBox', { refId, defaultValue: String(value) }).txt(title);
  else into.ele('textBox', { refId }).ele('label').txt(title);
}
