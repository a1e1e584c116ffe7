import { foldText } from './fold.ts';
import { lineLimit } from './limits.ts';

/** What a company's name says about its legal form and no more: two spellings of one name differ in it. */
const legalForms = [
  'inc', 'incorporated', 'corp', 'corporation', 'co', 'company', 'ltd', 'limited', 'llc', 'llp', 'lp',
  'plc', 'pllc', 'pte', 'pty', 'pvt', 'private limited',
  'gmbh', 'ggmbh', 'mbh', 'ag', 'kg', 'kgaa', 'se', 'ug', 'ohg', 'gbr', 'e v', 'gmbh & co kg', 'sa', 's a',
  'sas', 's a s', 'sasu', 'sarl', 's a r l', 'sl', 's l',
  'slu', 's l u', 'srl', 's r l', 'spa', 's p a', 'sapi de cv', 's a de c v', 'sa de cv', 'ltda', 'l t d a',
  'me', 'eireli', 's/a', 'bv', 'b v', 'nv', 'n v',
  'ab', 'as', 'a/s', 'aps', 'oy', 'oyj', 'asa', 'sp z o o', 'spolka z o o', 's r o', 'kft', 'zrt', 'kk',
  'k k', 'godo kaisha', 'kabushiki kaisha',
  'co ltd', 'co llc', 'holdings', 'pjsc', 'jsc', 'ooo',
].sort((a, b) => b.length - a.length);
const escaped = (words: string) => words.replace(/[/&]/g, '\\$&').replace(/ /g, '[ .]+');
const trailing = new RegExp(`[\\s,.]+(?:${legalForms.map(escaped).join('|')})[\\s.,]*$`);
/** Forms that stand in front or behind without a space. Folded Cyrillic looks Latin: "ООО" is "ooo", "АО" is "ao". */
const attached = new RegExp([
  '株式会社', '有限会社', '合同会社', '\\(株\\)', '㈱', '주식회사', '\\(주\\)', '유한회사', '(?:股份)?有限(?:责任)?公司', '股份公司', '集团', '集團',
  '^(?:ooo|oao|zao|pao|ao|ип|тов|tob)\\s+(?=\\S)',
].join('|'), 'g');
const notOfName = /[^\p{L}\p{N}]/gu;

/**
 * Normal form of a company's name: folded, without legal form, spaces and punctuation. Empty when nothing remains.
 * "Birchline Systems, Inc." and "BIRCHLINE SYSTEMS" are one.
 */
export function companyKey(name: string): string {
  let key = foldText(name.slice(0, lineLimit)).replace(attached, ' ').trim().replace(/^the\s+(?=\S)/, '');
  // Twice is enough: "Birchline Holdings Ltd."; a name of nothing but forms keeps its first.
  for (let i = 0; i < 3; i++) key = key.replace(trailing, '');
  return key.replace(notOfName, '');
}
