// How many years of school the English asks for (Flesch-Kincaid), by rule and by part of the interface, those above the limit by name:
//   npm run grade [-- LIMIT]
import { assetsFolder as assets } from '../utils/cli/load-knowledge.ts';
import { gradeOf } from './reading-grade/grade-of.mts';
import { englishSentences } from './translations/english.mts';

const limit = Number(process.argv[2] ?? 9);
/** Sentences of a rule are read together, and so are those of a part of the interface: of five words alone a grade says nothing. */
const texts = new Map<string, string[]>();
for (const [key, sentence] of englishSentences(assets)) {
  const [part, name] = key.split('/') as [string, string];
  const text = part === 'rules' ? `rule ${name}` : part === 'interface' ? `interface ${name.split('.')[0]}` : undefined;
  // A label is no sentence: its length and its words are those of a heading.
  if (text !== undefined && sentence.split(' ').length > 4) texts.set(text, [...(texts.get(text) ?? []), sentence]);
}

const graded = [...texts].map(([name, sentences]) => ({ name, grade: gradeOf(sentences.join('\n')), hardest: sentences.toSorted((a, b) => gradeOf(b) - gradeOf(a))[0]! }))
  .sort((a, b) => b.grade - a.grade);
const above = graded.filter(({ grade }) => grade > limit);
for (const { name, grade, hardest } of above) console.log(`${grade.toFixed(1)}  ${name}: ${hardest}`);
const middle = graded[Math.floor(graded.length / 2)]!.grade;
console.log(`${above.length} of ${graded.length} texts are above grade ${limit}; half of them are at ${middle.toFixed(1)} or below, all together at ${gradeOf([...texts.values()].flat().join('\n')).toFixed(1)}.`);
