import { readFileSync } from 'node:fs';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';

/** The English words as they ship, standing in for `#i18n`, which asks the browser. */
export const messages = generateChromeMessages(parseMessagesText(readFileSync('assets/locales/en.yml', 'utf8'), 'YAML'));

export const i18n = {
  t(key: string, ...options: (number | readonly string[])[]): string {
    const said = messages[key.replaceAll('.', '_')];
    if (!said) throw new Error(`There is no message "${key}" in en.yml.`);
    const count = options.find((option) => typeof option === 'number');
    const values = options.find((option) => typeof option === 'object') ?? (count === undefined ? [] : [String(count)]);
    const forms = said.message.split(' | ');
    // Two forms are one and many; three begin with none.
    const place = forms.length === 2 ? Number(count !== 1) : Math.min(count ?? 0, forms.length - 1);
    const form = count === undefined ? said.message : forms[place]!;
    return form.replaceAll(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? '');
  },
};
