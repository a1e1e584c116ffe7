import { create } from 'xmlbuilder2';
import { describe, expect, it } from 'vitest';
import { admx } from '../../scripts/policy/admx.mts';
import { adml } from '../../scripts/policy/adml.mts';
import { desktopBrowsers, settingsKey } from '../../scripts/policy/browsers.mts';
import { exampleFleet } from '../../scripts/policy/fleet.mts';
import { managedSchema } from '../../utils/core/managed-schema.ts';
import { policyKeys, type PolicyKey } from '../../utils/core/settings-schema.ts';
import { effectiveSettings } from '../../utils/core/settings.ts';

/** An element as it was read back from the file. */
interface Element { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly Element[]; readonly text: string }
type Node = ReturnType<typeof create>;

function read(file: string): Element {
  const elementOf = (node: Node): Element => {
    const element = node.node as unknown as { nodeName: string; attributes: Iterable<{ name: string; value: string }>; textContent: string };
    const children: Element[] = [];
    node.each((child) => { if (child.node.nodeType === 1) children.push(elementOf(child)); });
    return { name: element.nodeName, attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])), children, text: element.textContent };
  };
  return elementOf(create(file).root());
}

const under = (element: Element, name: string): Element[] => element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...under(child, name)]);
const attributesOf = (element: Element): string[] => [...Object.values(element.attributes), ...element.children.flatMap(attributesOf)];
const one = (element: Element, name: string): Element => under(element, name)[0]!;

describe.each(desktopBrowsers)('template for $name', (browser) => {
  const [template, words] = [read(admx(browser, exampleFleet)), read(adml(browser, exampleFleet))];
  const policies = under(template, 'policy');
  const policyOf = (key: PolicyKey) => policies.find(({ attributes }) => attributes['name'] === key)!;
  const referred = (kind: string) => attributesOf(template).flatMap((value) => [...value.matchAll(new RegExp(`\\$\\(${kind}\\.(\\w+)\\)`, 'g'))].map((match) => match[1]!));

  it('has a policy for every setting, and one that installs', () => {
    expect(policies.map(({ attributes }) => attributes['name'])).toEqual(['install', ...policyKeys]);
    for (const { attributes } of policies.slice(1)) expect(attributes['key']).toBe(settingsKey(browser, browser.id(exampleFleet)));
  });

  it('has words for all it refers to, and none that nothing refers to', () => {
    const ids = under(words, 'string').map(({ attributes }) => attributes['id']!);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(referred('string'))].sort()).toEqual([...ids].sort());
    expect(under(words, 'string').filter(({ text }) => text.trim() === '')).toEqual([]);
  });

  it('shows a field for everything that is to be filled in', () => {
    const presentations = under(words, 'presentation');
    expect(referred('presentation').sort()).toEqual(presentations.map(({ attributes }) => attributes['id']!).sort());
    const fields = policies.flatMap((policy) => under(policy, 'elements').flatMap(({ children }) => children.map(({ attributes }) => attributes['id']!)));
    expect(presentations.flatMap(({ children }) => children.map(({ attributes }) => attributes['refId']!)).sort()).toEqual(fields.sort());
  });

  it('refers to no other template, so that it can be uploaded alone', () => {
    expect(under(template, 'using')).toEqual([]);
    const names = [...under(template, 'category'), ...under(template, 'definition')].map(({ attributes }) => attributes['name']!);
    for (const name of ['parentCategory', 'supportedOn']) expect(policies.map((policy) => one(policy, name).attributes['ref']).every((ref) => names.includes(ref!))).toBe(true);
  });

  it.each(policyKeys)('writes for %s only what the setting takes', (key) => {
    const policy = policyOf(key);
    expect(valuesWrittenBy(policy).flatMap((value) => effectiveSettings({}, { [key]: value }).rejected)).toEqual([]);
    expect(policy.attributes['valueName'] ?? under(policy, 'elements')[0]!.children[0]!.attributes['valueName'] ?? key).toBe(key);
  });

  it('names the values of a list 1, 2, 3 below a key of its name', () => {
    const lists = policies.filter((policy) => under(policy, 'list').length > 0);
    expect(lists.map(({ attributes }) => attributes['name'])).toEqual(policyKeys.filter((key) => managedSchema().properties[key].type === 'array'));
    for (const policy of lists) expect(one(policy, 'list').attributes).toMatchObject({ key: `${policy.attributes['key']}\\${policy.attributes['name']}`, valuePrefix: '' });
  });
});

/** Texts without a form of their own: as long as the field lets them be. */
const freeTexts = ['orgName', 'warningText', 'eventsToken', 'eventsDeviceLabel', 'tenantId'];

/** What the editor of group policies can write at the edges: yes and no, every choice, the least and the most number, the shortest and the longest text. */
function valuesWrittenBy(policy: Element): unknown[] {
  const switches = [...under(policy, 'enabledValue'), ...under(policy, 'disabledValue')].map((value) => Number(one(value, 'decimal').attributes['value']));
  const choices = under(policy, 'item').map((item) => under(item, 'string')[0]?.text ?? Number(one(item, 'decimal').attributes['value']));
  const numbers = under(policy, 'decimal').flatMap(({ attributes }) => (attributes['minValue'] === undefined ? [] : [Number(attributes['minValue']), Number(attributes['maxValue'])]));
  const texts = under(policy, 'text').flatMap(({ attributes }) => ['', ...(freeTexts.includes(attributes['valueName']!) ? ['x'.repeat(Number(attributes['maxLength']))] : [])]);
  const lists = under(policy, 'list').map(() => []);
  return [...switches, ...choices, ...numbers, ...texts, ...lists];
}
