import { denialsInAsianLanguages, warningsInAsianLanguages } from './negation-in-asian-languages.ts';

/**
 * Whether the sentence around a place of a folded text refuses what stands there (Japanese, Korean, Spanish, Portuguese, French,
 * German; for English see negation.ts and fraud-notice.ts).
 *
 * Why      Japanese and Korean deny after the verb ("登録料を求めることは一切ございません", "비용을 요구하지 않습니다"), German may
 *          ("überweisen Sie kein Geld"), French on both sides. Honest employers list what they never ask for, say that they bear a
 *          cost themselves, and warn of people who use their name.
 * What     Only verbs of asking and charging are refused, or a cost that does not exist: "マイクが動きません" and "문제없습니다"
 *          say nothing about what is asked. What stands behind "but" or "only" is asked again, and "we require no experience" is
 *          a promise to the reader.
 */
const reach = 160;
const sentenceEnd = /[.!?](?=["')\]»”]*(?:\s|$))|[\n。！？;؟।]/u;

const perk = '(?!.{0,30}(?:experien|requisit|titul|estudio|curric|diplom|erfahrung|vorkenntn|ausbildung|lebenslauf))';
const turn = /\b(?:pero|sino|solo|solamente|unicamente|mas|so|apenas|somente|mais|seulement|juste|uniquement|suffit|aber|sondern|nur|lediglich|bitte)\b|ただし|ですが|다만|하지만/u;

/** Before the place: what is never asked for, and costs that the writer bears. */
const vow = new RegExp([
  `\\b(?:nunca|jamas|no|tampoco)\\s(?:\\w+\\s)?(?:pedimos|pediremos|pediran?|piden?|cobramos|cobraremos|cobraran?|cobran?|solicitamos|solicitaremos|solicitaran?|solicitan?|exigimos|exigiran?|contactamos|contactaremos)\\b${perk}`,
  `\\b(?:nunca|jamais|nao)\\s(?:\\w+\\s)?(?:pedimos|pediremos|pedirao?|pedira|pedem?|cobramos|cobraremos|cobrara|cobram?|solicitamos|solicitaremos|solicitara|solicitam?|exigimos|exigem?|contactamos|contatamos)\\b${perk}`,
  `\\bn(?:e |')(?:vous |te |leur |nous )*(?:demand|factur|exig|reclam|sollicit|contact|prelev)\\w* (?:jamais|pas|aucun\\w*|en aucun)${perk}`,
  `\\b(?:verlang|forder|berechn|erheb|frag|bitt)\\w* .{0,45}\\b(?:niemals|nie|kein\\w*|nicht)\\b${perk}`,
  `\\b(?:niemals|nie|nicht|keinesfalls|zu keinem zeitpunkt) .{0,30}(?:aufforder|aufgeforder|gebeten|bitten|verlang|gefragt)`,
  '\\b(?:nunca|jamas|jamais|niemals|keinesfalls) (?:\\w+ ){0,2}(?:envi|compart|comparti|mand|deposit|transf|pag|instal|cliqu|communiqu|transmet|vers|uberweis|send|gib|geb)\\w*',
  '\\b(?:cubrimos|asumimos|custeamos|arcamos com|prenons en charge|prend en charge|ubernehmen wir|wir ubernehmen|ubernimmt)\\s.{0,40}$',
  '\\b(?:empresa|entreprise|unternehmen|firma|compania|companhia) (?:paga|pagara|asume|cubre|abona|reembolsa|financia|costea|arca|custeia|cobre|banca|oferece|ofrece|da|prend|paie|finance|rembourse|ubernimmt|bezahlt|zahlt|tragt)\\w* (?:\\w+ ){0,2}$',
].join('|'), 'u');

/** Behind the place, within its sentence. */
const denial = new RegExp([
  '(?:求め|お願いす|お願いいたす|要求す|請求す|請求いたす|依頼す|徴収す|いただく|頂く|お聞きす|お尋ねす|連絡す|案内す|送付す)る?(?:よう)?(?:な)?こと(?:は|も)[^。]{0,8}(?:あり|ござい)ません',
  '(?:求め|請求し|請求いたし|要求し|依頼し|徴収し|お願いし|お願いいたし|(?<!ご心配)(?:いただい|頂い)て(?:おり|い)|いただき|頂き|頂戴し|頂戴いたし|して(?:おり|い)|行って(?:おり|い)|受け取り)ません',
  '^[^、。]{0,12}(?:一切|全く)?(?:不要|かかりません|発生しません|必要ありません|必要ございません|ありません|ございません|無料|会社負担)', '(?:弊社|当社|会社|企業)(?:が|で|にて)(?:全額)?負担',
  '(?:요구|요청|청구|부과|징수|수취|안내|권유)하?(?:지|는 (?:경우|일)[은는이가도]?) ?(?:는 |도 )?(?:절대 |전혀 |일절 )?(?:않|없)', '받지 ?(?:는 )?않', '(?:보내|입금|송금|제공)(?:하)?지 ?(?:마|말)',
  '^[^,.]{0,10}(?:절대 |전혀 |일절 |따로 )?(?:없습니다|없어요|없음|없으며|없이|필요 ?없|불필요|무료)', '(?:회사|당사|저희)(?:가|에서) ?(?:전액 )?부담',
  '\\b(?:paga la empresa|por cuenta de la empresa|a cargo de la empresa|cubre la empresa|asume la empresa|pag[oa]s? pela empresa|suportad\\w+ pela empresa|por conta da empresa|custead\\w+ pela)\\b',
  "\\b(?:pris\\w* en charge par|a la charge de l'(?:entreprise|employeur)|ubernimmt (?:\\w+ )?(?:das|die|der|unser) (?:unternehmen|firma|arbeitgeber)|ubernehmen wir|tragt (?:das|die|der) (?:unternehmen|firma|arbeitgeber))",
  ...denialsInAsianLanguages,
].join('|'), 'u');
/** "Überweisen Sie kein Geld": looked for from the last letters of the place on, because the pronoun may belong to it. */
const germanBehind = /^.{0,6}\b(?:sie|du|uns|mir|ihnen) (?:bitte )?(?:kein\w*|nicht|niemals|nie)\b/u;
const pronounReach = 4;
const frenchBefore = /\b(?:ne |n')$/u;
const frenchBehind = /^\w* (?:pas|jamais|rien|aucun)\b/u;

/** People who use the name of an employer, told by that employer. */
const warning = new RegExp([
  'se hac\\w+ pasar|haciendose pasar|hacerse pasar|falsos reclutadores|estafadores', 'se passa\\w* por|fazem-se passar|fazer-se passar|fazendo-se passar|falsos recrutadores|golpistas|burloes',
  "se f(?:ont|ait|aisant) passer|faux recruteurs|escrocs|s'est fait avoir|usurp\\w* ",
  'sich als .{0,60}ausgeb|geb\\w* sich .{0,60}\\bals\\b|falsche recruiter|betruger|reingefallen', '装っ|装う|騙る|騙っ|かたる|なりすま|詐欺.{0,12}(?:注意|確認|報告|被害)|手口',
  '사칭|사기 ?(?:수법|사례|피해)|보이스피싱',
  ...warningsInAsianLanguages,
].join('|'), 'u');

export function isRefused(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - reach), start).split(sentenceEnd).at(-1)!;
  const behind = text.slice(end, end + reach).split(sentenceEnd, 1)[0]!;
  if (vow.test(before.split(turn).at(-1)!) || denial.test(behind.split(turn, 1)[0]!)) return true;
  if (germanBehind.test(text.slice(Math.max(start, end - pronounReach), end) + behind)) return true;
  return (frenchBefore.test(before) && frenchBehind.test(behind)) || warning.test(before) || warning.test(behind);
}
