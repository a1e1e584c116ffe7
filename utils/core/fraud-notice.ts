/**
 * Whether a place of a folded text stands in a notice about fraud (English).
 *
 * Honest employers put "we will never ask for a fee; fraudsters may write to you on Telegram" below their mail: the words of an
 * attack, turned around. Only the words' own sentence and the heading of their list count, and only where a verb ties fraudsters
 * to the words: "this is not a scam, write to me on Telegram" is no notice. What stands behind "but", "so" or "please" is said by
 * the writer again.
 *
 * Tried: dropping every paragraph that names fraud. An attacker would only need to write the word.
 */
const sentenceReach = 300;
const sentenceEnd = /[.!?](?=["')\]]*(?:\s|$))|\n/u;
/** What stands behind these is said by the writer again. */
export const turn = /\b(?:but|however|instead|only|just|simply|please|kindly|so|therefore|hence)\b/u;

const fraudsters = [
  'scammers?|fraudsters?|phishers?|con artists?', 'criminals', 'impost[eo]rs', 'impersonators', 'thieves', 'bad actors',
  '(?:unauthori[sz]ed|unscrupulous|dishonest|malicious|fraudulent|fake|bogus) (?:\\w+ )?(?:individuals?|persons?|people|part(?:y|ies)|actors?|recruiters?|employers?|accounts?|profiles?|offers?|jobs?|e?-?mails?|messages?|interviews?|websites?|agents?)',
  '(?:recruitment|employment|job|hiring|recruiting|phishing|offer|these|such) (?:scams?|frauds?|schemes?)',
].join('|');
const deeds = 'may|might|will|can|could|often|usually|typically|sometimes|commonly|generally|frequently|tend|try|tries|trying|then|claim|pretend|pose|posing|ask|request|'
  + 'demand|contact|use|using|send|offer|invite|involve|include|impersonat|creat|set up|reach|tell|conduct|direct|approach|instruct|who|that|which|have been|are';
const blame = new RegExp([
  `\\b(?:${fraudsters})\\b.{0,70}?\\b(?:${deeds})`,
  '\\b(?:beware|(?:be|stay|remain) (?:very |extra )?(?:wary|cautious|suspicious|alert|vigilant|careful|aware)|watch out|look out|red flags?|warning signs?|signs? of (?:a |an )?(?:\\w+ )?(?:scam|fraud)'
    + '|how to (?:spot|recogni[sz]e)|protect yourself|hallmarks?) .{0,160}',
  "\\b(?:claim|pretend|purport|pos|pass)\\w*(?: \\w+)? (?:to (?:be|represent|work|act)|as (?:our|an? (?:\\w+ )?(?:recruiter|employee|representative)))\\b",
  '\\b(?:impersonat\\w+|misus\\w+ (?:our|the) name|falsely|fraudulently|scammed|defrauded)\\b',
].join('|'), 'u');
/** Only together with what to think of it do a condition and a description become a warning. */
const supposition = new RegExp("\\b(?:if|should|when(?:ever)?) (?:you|anyone|anybody|someone|somebody|a person|an? (?:\\w+ )?(?:recruiter|message|e-?mail|employer|offer|caller|company))\\b"
  + '|\\b(?:any|every|an|a) (?:\\w+ ){0,3}(?:messages?|e-?mails?|requests?|offers?|communications?|interviews?|person|recruiter|calls?|postings?|employer|company|party)\\b'
  + '|\\b(?:anyone|anybody|someone|somebody|people|those|requests?|offers?|employers?|companies)\\b|\\b(?:never|do not|don\'t|should not|must not|avoid)\\b', 'u');
const verdict = new RegExp("\\breport(?:ed)? (?:it|them|this|these|immediately|to|any|such|the)\\b|\\b(?:is|are|it's|as|be) (?:\\w+ )?(?:an? )?(?:\\w+ )?(?:scams?|frauds?|fraudulent|fake|phishing|hoax|suspicious)\\b"
  + '|\\b(?:not|never) (?:\\w+ ){0,2}(?:legitimate|genuine|from us|ours|authori[sz]ed|associated|affiliated|respond|reply|engage|coming from)\\b|\\b(?:red flag|warning sign|sign of)'
  + "|\\b(?:contact|notify|alert) (?:the police|the authorities|law enforcement|your local)|\\b(?:claiming|pretending|purporting) to\\b|\\bignore (?:it|them|such)\\b|\\bto (?:anyone|anybody|someone)\\b", 'u');

/** "We will never:" and "Fraudsters may:" speak for every line of the list below. */
const heading = new RegExp(["\\b(?:never|not|don't|doesn't|won't)(?: \\w+){0,8}\\s*[:\\u2026.]*$", `\\b(?:${fraudsters})\\b.{0,80}:$`,
  '\\b(?:red flags?|warning signs?|beware|wary|cautious|suspicious|careful|tactics|scams?|fraud|how to (?:spot|recogni[sz]e)|report)\\b.{0,120}:$'].join('|'), 'u');
const listItem = /^\s*(?:[-*\u2022\u00b7\u25aa\u25e6>\u2717\u2718\u274c]|\(?(?:\p{N}{1,2}|[a-z])[.)]\s)/u;
const listReach = 800;

export function isInFraudNotice(text: string, start: number): boolean {
  const before = sentenceBefore(text, start);
  const words = before.split(turn).at(-1)!;
  if (blame.test(words)) return true;
  const after = text.slice(start, start + sentenceReach).split(sentenceEnd, 1)[0]!;
  return (supposition.test(words) && verdict.test(after)) || isListedBelowHeading(text, start);
}

/** "They ask for a fee": who "they" are stands in the sentence before. */
const pointsBack = /^\s*(?:they|these|those|such|this)\b/u;

function sentenceBefore(text: string, start: number): string {
  const sentences = text.slice(Math.max(0, start - sentenceReach), start).split(sentenceEnd);
  const own = sentences.pop()!;
  return pointsBack.test(own) ? `${sentences.findLast((one) => one.trim()) ?? ''} ${own}` : own;
}

function isListedBelowHeading(text: string, start: number): boolean {
  const lines = text.slice(Math.max(0, start - listReach), start).split('\n');
  if (!listItem.test(lines.pop()!)) return false;
  const above = lines.reverse().find((line) => line.trim() !== '' && !listItem.test(line));
  return above !== undefined && heading.test(above.trim());
}
