import { foldText } from './fold.ts';
import { isInFraudNotice, turn } from './fraud-notice.ts';
import { encouragementsInAsianLanguages, negationsInAsianLanguages, vowsInAsianLanguages } from './negation-in-asian-languages.ts';
import { isRefused } from './refusal.ts';
import { isSpaced } from './spaced-script.ts';

/**
 * Whether what stands before a place of a folded text says the opposite of it.
 *
 * A negation reaches about four words back and no further than its part of the sentence ("no experience needed, remote job").
 * What somebody never asks for covers a whole list ("we will never ask you for a fee, bank details or a deposit"). And some
 * negations mean "do": "why not", "don't hesitate to", "do not forget to" are everyday words of those who want something.
 */
const negationReach = 28;
const negations = [
  "\\b(?:no|not|never|without|don't|doesn't|won't|cannot|can't|nor|neither|n't)\\b", '\\b(?:kein\\w*|nicht|nie|niemals|ohne)\\b',
  '\\b(?:pas|jamais|aucun\\w*|sans)\\b', '\\b(?:nunca|jamas|sin|ningun\\w*)\\b', '\\b(?:nao|sem|nenhum\\w*)\\b',
  ...negationsInAsianLanguages,
];
const negation = new RegExp(negations.join('|'), 'u');
/** Folded, "не" and "ні" look like the English "he" and "hi": they count only beside letters that are Cyrillic alone. */
const cyrillic = /\p{Script=Cyrillic}/u;
/**
 * It reaches over two words ("не нужно ничего платить", not "не требуется если готов то в лс"). What is missing is one thing, at most
 * with an adjective: after "без опыта" something else begins.
 */
const any = (words: readonly string[]) => `(?:${words.map(foldText).join('|')})`;
const cyrillicNegation = new RegExp(`(?:^|[^\\p{L}])(?:${any(['не', 'ни', 'никогда', 'ні', 'ніколи'])}(?:\\s+[^\\s/]+){0,2}`
  + `|${any(['без', 'нет', 'немає'])}(?:\\s+\\S+${any(['ых', 'их', 'ого', 'его', 'ої', 'ой'])})?)\\s*$`, 'u');
/** "Опыт не важен": what is not needed stands before it, and what stands behind begins anew. */
const merits = ['опыт', 'опит', 'досвід', 'возраст', 'вік', 'стаж', 'навык', 'навич', 'знан', 'образован'];
const cyrillicPerk = new RegExp(`${any(merits)}\\p{L}*(?:\\s+\\p{L}+)?\\s+${foldText('не')}\\s+\\p{L}+`, 'gu');

const vowReach = 220;
/** "No experience is required" is a promise to the reader, no vow. */
const perk = '(?!\\w*(?: \\w+){0,4} (?:experience|skills?|degrees?|qualifications?|diploma|resume|cv|investment|knowledge))';
const vow = new RegExp([
  `\\b(?:never|nor|not|don't|doesn't|won't|n't)\\s(?:ever\\s|also\\s)?(?:be\\s)?(?:ask|charg|requir|request|demand|solicit|collect|insist|seek)${perk}`,
  "\\b(?:never|nor|not|don't|doesn't|won't|n't)\\s(?:ever\\s)?(?:conduct|hold|carry out|perform|run)\\w*\\s.{0,30}(?:interview|hiring|recruit|process)",
  "\\b(?:never|nor|not|don't|doesn't|won't|n't)\\s(?:ever\\s)?(?:make|extend|issue|send|contact|interview|hire|recruit|communicate)\\w*\\s.{0,30}(?:offers?|candidates?|applicants?|job ?seekers?|anyone)\\b",
  '\\b(?:we|company|employer|agency|client)(?:\'ll| will| also)* (?:cover|waive|sponsor|pay for)s? (?:the |all |any |your |of |these |full |and )*$',
  '\\bniemals\\s.{0,20}(?:verlang|frag|bitte|forder|berechn)',
  '\\b(?:nunca|jamas)\\s.{0,12}(?:ped|cobr|solicit|exig)', '\\bjamais\\s.{0,12}(?:demand|factur|exig)',
  ...[['никогда', ['прос', 'треб', 'бер']], ['ніколи', ['прос', 'вимаг', 'бер']]].map(([never, verbs]) =>
    `${foldText(never as string)}.{0,12}(?:${(verbs as string[]).map(foldText).join('|')})`),
  '決して', '절대', ...vowsInAsianLanguages,
].join('|'), 'u');

/** "We cover the visa fee and pay for your equipment": who pays is the writer. */
const payerIsWriter = /\b(?:we|company|employer|agency|client)\b(?!.*\b(?:you|ask|want|need|expect|requir\w+|until|unless|once)\b).{0,40}$/u;

/** Negations that mean "do". */
const encouragement = new RegExp([
  "\\bwhy (?:not|don't)\\b", "\\b(?:do not|don't|dont|never) (?:hesitate|forget|worry|wait|miss|mind|regret|delay|be (?:shy|afraid|late))\\b",
  "\\b(?:can't|cannot|can not|couldn't) wait\\b", '\\b(?:need )?not (?:only|just)\\b', '\\bno (?:problem|worries|rush|doubt|hurry|pressure|need to worry)\\b',
  "\\bno\\.? ?\\p{N}+", "\\b(?:if|whether or|why) not\\b", '\\b(?:will|would|won\'t) (?:never |not )?(?:regret|miss)\\b', '\\bnot yet\\b', "\\bhaven't\\b",
  '\\bno (?:olvid|dud|se olvid|esper)\\w*', '\\bpor que no\\b', '\\bnao (?:esquec|hesit|deix|esque)\\w*', '\\bpor que nao\\b', "\\bn'(?:oublie|hesite)\\w* pas\\b",
  '\\bpourquoi pas\\b', '\\b(?:nicht|zu) (?:vergessen|zogern)\\b', '\\b(?:zogern|vergessen) sie nicht\\b', '\\b(?:vergiss|zoger) nicht\\b', '\\bwarum nicht\\b',
  ...['не забуд', 'не стесня', 'не бой', 'не сомнева', 'почему бы не', 'не соромт', 'не бій', 'чому б не'].map((words) => `${foldText(words)}\\p{L}*`),
  '不妨', '别忘', '別忘', '不要忘', '不要犹豫', '何不', '忘れないで', ...encouragementsInAsianLanguages,
].join('|'), 'gu');

const clauseEnd = /[.!?;\n。！？；؛؟।]/;
const partEnd = /[.!?;:,()\n。！？；，、：،؛؟।]/;

/** Portuguese "no" is "in the": beside words that are Portuguese alone it denies nothing. */
const portuguese = /\b(?:voce|nao|uma|em|seus?|suas?|meu|teu|tua|minha|aos?|ou|tem|sao|sem|mais|muito|conosco|(?<![.@])com)\b/;

export function isNegated(text: string, start: number, end = start): boolean {
  const clause = before(text, start, vowReach).split(clauseEnd).at(-1)!.split(turn).at(-1)!.replace(encouragement, ' ');
  if (vow.test(clause) || isInFraudNotice(text, start) || isRefused(text, start, end)) return true;
  if (text.startsWith('pay for', start) && payerIsWriter.test(clause)) return true;
  const near = before(text, start, negationReach).replace(encouragement, ' ').split(partEnd).at(-1)!;
  const isIn = near.includes('no ') && portuguese.test(text.slice(Math.max(0, start - vowReach), start + vowReach));
  const part = isIn ? near.replace(/\bno\b/g, ' ') : near;
  return negation.test(part) || (cyrillic.test(part) && cyrillicNegation.test(part.replace(cyrillicPerk, ' ; ')));
}

/** What stands before a place, not cut inside a word: "the" would begin with "he", which is how a folded Russian "not" looks. */
function before(text: string, start: number, reach: number): string {
  let from = Math.max(0, start - reach);
  while (from > 0 && from < start && isSpaced(text, from - 1) && isSpaced(text, from)) from++;
  return text.slice(from, start);
}
