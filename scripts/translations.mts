// What is translated, and what is still to do:
//   npm run translations                        how much each language lacks
//   npm run translations -- todo ja [FILE]      the English sentences that want a new translation, as JSON
//   npm run translations -- take ja [FILE]      puts translations (the same keys) into the language's files, with the hashes of their English
import { writeFileSync } from 'node:fs';
import { languagesOf } from '../utils/cli/build-words.ts';
import { assetsFolder as assets } from '../utils/cli/load-knowledge.ts';
import { englishSentences, translatedSentences } from './translations/english.mts';
import { faultsOf } from './translations/faults.mts';
import { readTaken, take } from './translations/take.mts';

const [command, language = '', file] = process.argv.slice(2);
const english = englishSentences(assets);
const languages = languagesOf(assets).filter((one) => one !== 'en');
if (command !== undefined && !languages.includes(language)) throw new Error(`There is no language "${language}": it can be ${languages.join(', ')}.`);

const lookAt = (one: string) => faultsOf(one, assets, english, translatedSentences(assets, one));
if (command === undefined) {
  for (const one of languages) {
    const { todo, faults } = lookAt(one);
    const count = (part: string) => todo.filter((key) => key.startsWith(`${part}/`)).length;
    console.log(`${one}: ${count('rules')} sentences of rules, ${count('values')} values and ${count('interface')} messages to translate; ${faults.length - todo.length} other faults`);
  }
} else if (command === 'todo') {
  const text = JSON.stringify(Object.fromEntries(lookAt(language).todo.map((key) => [key, english.get(key)])), null, 2);
  if (file) writeFileSync(file, `${text}\n`);
  else console.log(text);
} else if (command === 'take') {
  take(assets, language, english, file ? readTaken(file) : new Map());
  console.log(lookAt(language).faults.join('\n') || `${language} is complete.`);
} else {
  throw new Error(`There is no command "${command}": it can be todo or take.`);
}
