import type { Named } from './claimed-employer.ts';
import { nameAt } from './employer-name.ts';
import { hiringRole, ofOthers } from './employer-words.ts';

const closings = [
  '(?:(?:best|kind|warm|many|with)?\\s*(?:regards|thanks|thank you|wishes)|best|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|cheers)',
  '(?:(?:mit )?(?:freundlichen|besten|viele) grü(?:ß|ss)en?|grüße)', '(?:cordialement|bien à vous|sincères salutations)',
  '(?:saludos(?: cordiales)?|atentamente)', '(?:atenciosamente|abraços)', 'с уважением', 'з повагою', 'よろしくお願い.{0,12}', '敬具', '감사합니다', '此致', '谢谢',
];
const greeting = new RegExp(`^\\s*(?:${closings.join('|')})[\\s,.!。]*$`, 'iu');
/** A signature has few lines: name, role, company, telephone, address. */
const mostLines = 6;
const roleThenName = new RegExp(`^\\s*(?:\\p{L}+ ){0,3}${hiringRole}(?:,? (?:at|@|bei|chez|en|na|da)|,| ?[|•·–-])\\s*`, 'iu');
const teamOfName = new RegExp(`^\\s*(?:the )?(.{2,50}?) (?:recruiting|recruitment|hr|human resources|talent(?: acquisition)?|hiring|people|careers) (?:team|department)\\s*$`, 'iu');
const formBehind = '[\\p{Lu}\\p{N}株][^\\n@:]{1,60}(?:[ ,](?:inc|ltd|llc|gmbh|corp|plc|s\\.a|b\\.v|k\\.k|pvt\\. ltd|oy|ab)\\.?|株式会社)';
const formInFront = '(?:株式会社|\\(주\\)|ООО|ТОВ)\\s?\\S[^\\n@:]{1,40}';
const withLegalForm = new RegExp(`^(?:${formBehind}|${formInFront})$`, 'iu');

/** Employers in the lines below a closing. Unsure lines are left: a line alone may be a place or a slogan. */
export function claimsInSignature(text: string): Named[] {
  const lines = text.split('\n');
  const closing = lines.findLastIndex((line) => line.length < 60 && greeting.test(line));
  if (closing < 0) return [];
  return lines.slice(closing + 1, closing + 1 + mostLines).map((line) => line.trim()).filter((line) => line && line.length < 120).flatMap(inLine);
}

function inLine(line: string): Named[] {
  if (ofOthers.test(line)) return [];
  const lead = roleThenName.exec(line)?.[0];
  const team = teamOfName.exec(line)?.[1];
  const name = lead ? nameAt(line, lead.length) : team ? nameAt(team, 0) : withLegalForm.test(line) ? line : undefined;
  return name ? [{ name, isFirm: false }] : [];
}
