import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { englishSentences, translatedSentences } from '../scripts/translations/english.mts';
import { faultsOf } from '../scripts/translations/faults.mts';
import { take } from '../scripts/translations/take.mts';
import { languagesOf } from '../utils/cli/build-words.ts';
import { assetsFolder, loadKnowledge } from '../utils/cli/load-knowledge.ts';
import { createJudge } from '../utils/core/judge.ts';
import { factsOfPaste } from '../utils/mail/facts-of-paste.ts';

const english = englishSentences(assetsFolder);
const languages = languagesOf(assetsFolder).filter((language) => language !== 'en');

describe('the translations', () => {
  it('are nine besides English', () => {
    expect(languages.sort()).toEqual(['de', 'es', 'fr', 'ja', 'ko', 'pt-BR', 'uk', 'zh-CN', 'zh-TW']);
  });

  it.each(languages)('in %s have every sentence, made from the English of today, with its places, and of a likely length', (language) => {
    expect(faultsOf(language, assetsFolder, english, translatedSentences(assetsFolder, language)).faults).toEqual([]);
  });

  it.each(['en', ...languages])('in %s say which language they are', (language) => {
    expect(translatedSentences(assetsFolder, language).get('interface/language.tag')).toBe(language);
  });
});

describe('the made-up message of the welcome page', () => {
  const judge = createJudge(loadKnowledge());

  it.each(['en', ...languages])('is warned about in %s', async (language) => {
    const said = translatedSentences(assetsFolder, language);
    const { level } = judge(await factsOfPaste({ text: said.get('interface/welcome.tryMessage')!, name: said.get('interface/welcome.tryFrom')! }));
    expect(['caution', 'danger']).toContain(level);
  });
});

describe('faultsOf', () => {
  const said = translatedSentences(assetsFolder, 'ja');
  const key = 'rules/wallet-connect-at-unknown-site/why';
  const why = [...said.keys()].find((one) => one.endsWith('/why') && said.get(one)!.includes('{links.host}'))!;
  const faults = (changed: readonly [string, string | undefined][], now = english) => {
    const words = new Map(said);
    for (const [one, sentence] of changed) if (sentence === undefined) words.delete(one); else words.set(one, sentence);
    return faultsOf('ja', assetsFolder, now, words).faults.filter((fault) => fault.includes(changed[0]?.[0] ?? why));
  };

  it('names language, rule and remedy where the English was changed', () => {
    expect(faultsOf('ja', assetsFolder, new Map([...english, [why, `${english.get(why)} And more.`]]), said).faults)
      .toContain(`ja: the English of ${why} is no longer what was translated. Translate it anew: npm run translations -- todo ja`);
  });

  it('names what is missing', () => {
    expect(faults([[why, undefined]])).toEqual([expect.stringContaining('has no translation. Translate it: npm run translations -- todo ja')]);
  });

  it('names a place that was lost, and words that are far too long', () => {
    expect([faults([[why, '場所のない文です。とても長くはありません。']])[0], faults([[why, `{links.host}${'あ'.repeat(500)}`]]).some((fault) => fault.includes('is too long'))])
      .toEqual([expect.stringContaining('must have the places'), true]);
  });

  it('names a translation of nothing', () => {
    expect(faults([[key.replace('wallet', 'no-such-rule'), '何もない。']])).toEqual([expect.stringContaining('is a translation of nothing')]);
  });
});

describe('take', () => {
  let assets: string;
  beforeEach(() => {
    assets = mkdtempSync(join(tmpdir(), 'bonafide-words-'));
    for (const name of ['rule-words', 'translated-from', 'locales']) {
      mkdirSync(join(assets, name));
      for (const file of ['de', 'en'].map((language) => `${language}.${name === 'locales' ? 'yml' : 'json'}`)) {
        if (name !== 'translated-from' || !file.startsWith('en')) cpSync(join(assetsFolder, name, file), join(assets, name, file));
      }
    }
  });
  afterEach(() => rmSync(assets, { recursive: true }));

  it('changes nothing that is said when nothing is taken', () => {
    const before = translatedSentences(assets, 'de');
    take(assets, 'de', new Map([...english].filter(([key]) => before.has(key))), new Map());
    expect(translatedSentences(assets, 'de')).toEqual(new Map([...before].filter(([key]) => english.has(key))));
  });

  it('writes new words with the hash of their English, and takes out what English no longer has', () => {
    const now = new Map([['rules/a-rule/title', 'A title'], ['values/kind/archive', 'packed file'], ['interface/level.none', 'Nothing']]);
    take(assets, 'de', now, new Map([['rules/a-rule/title', 'Ein Titel'], ['interface/level.none', 'Nichts']]));
    expect([translatedSentences(assets, 'de'), readFileSync(join(assets, 'locales/de.yml'), 'utf8')])
      .toEqual([new Map([['rules/a-rule/title', 'Ein Titel'], ['values/kind/archive', 'Archiv'], ['interface/level.none', 'Nichts']]), '\nlevel:\n  none: Nichts\n']);
    expect(faultsOf('de', assets, now, translatedSentences(assets, 'de')).todo).toEqual(['values/kind/archive']);
  });

  it('refuses words for what English does not have', () => {
    expect(() => take(assets, 'de', english, new Map([['rules/none/title', 'x']]))).toThrow('There is no English for rules/none/title');
  });

  it('says which file is damaged', () => {
    writeFileSync(join(assets, 'rule-words/de.json'), '{');
    expect(() => translatedSentences(assets, 'de')).toThrow(/de\.json is no JSON/);
  });
});
