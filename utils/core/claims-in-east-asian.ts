import type { Named } from './claimed-employer.ts';
import { ofOthers } from './employer-words.ts';

/**
 * Japanese, Korean and Chinese put the employer before the role and no space around it. The role is looked for first; what stands
 * before it is a name when it is Latin, Katakana or carries a legal form. A run of Chinese characters alone may be anything.
 */
const roleAfter = /(?:の|で|にて|、|\s)?(?:採用|人事|リクルーター|リクルーティング|ヘッドハンター)(?:担当|部|チーム|責任者|を担当|です|の)?/gu;
const koreanRole = /(?:의|에서)?\s?(?:채용|인사|인재\s?영입|리크루팅|HR)\s?(?:을\s)?(?:담당|팀|매니저|파트너|리크루터)/gu;
const chineseRole = /(?:公司|集团)?(?:的)?(?:招聘|人事|人力资源|猎头|HR(?![A-Za-z]))(?:专员|经理|經理|主管|负责人|部|团队|顾问)?/gu;

const latinEnd = /[A-Za-z0-9][A-Za-z0-9&.' -]{0,38}[A-Za-z0-9]$/;
const japanese = '[\\p{Script=Katakana}\\p{Script=Han}ーA-Za-z0-9・]{1,20}';
const japaneseEnd = new RegExp(`(?:株式会社|合同会社|㈱)${japanese}$|${japanese}(?:株式会社|合同会社|㈱)$|[\\p{Script=Katakana}ー・]{3,20}$`, 'u');
const koreanEnd = /(?:\(주\)|㈜|주식회사)\s?[\p{Script=Hangul}A-Za-z0-9]{2,15}$|(?<=저는\s|안녕하세요[,.!]?\s|안녕하십니까[,.!]?\s)[\p{Script=Hangul}]{2,10}$/u;
const chineseEnd = /(?<=我是|来自|來自|我在|代表)[\p{Script=Han}A-Za-z0-9]{2,14}$/u;
/** The role is the writer's own when a name follows right after it, or the first person stands right before. */
const ownAfter = /^.{0,24}(?:です|と申し|と言い|でございます|입니다|이에요|라고\s?합니다|，|,|叫)/u;
const ownBefore = /(?:私|わたくし|저는|제가|안녕하세요|我是|我在|来自|來自|本人)/u;

const readers: readonly { readonly role: RegExp; readonly end: RegExp }[] = [
  { role: roleAfter, end: japaneseEnd }, { role: koreanRole, end: koreanEnd }, { role: chineseRole, end: chineseEnd },
];
/** Whoever repeats the word more often than this says nothing new. */
const mostRoles = 50;
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

export function claimsInEastAsian(text: string): Named[] {
  if (!eastAsian.test(text)) return [];
  return readers.flatMap(({ role, end }) => [...text.matchAll(role)].slice(0, mostRoles).flatMap(({ 0: match, index }) => {
    const before = text.slice(Math.max(0, index - 40), index).split(/[。！？\n]/u).at(-1)!.trimEnd();
    const name = (end.exec(before) ?? latinEnd.exec(before))?.[0].trim();
    if (!name || ofOthers.test(before)) return [];
    const after = text.slice(index + match.length, index + match.length + 40).split(/[。\n]/u)[0]!;
    return [{ name, isFirm: ownAfter.test(after) || ownBefore.test(before) }];
  }));
}
