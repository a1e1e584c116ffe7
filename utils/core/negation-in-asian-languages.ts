import { foldText } from './fold.ts';

/**
 * How Chinese, Thai, Indonesian, Vietnamese, Hindi (also in Latin letters) and Arabic say the opposite, in folded text.
 *
 * Chinese   right before the verb. "无法访问摄像头" and "检测不到" say that something fails, which is the lure itself, and what
 *           stands behind white space begins anew ("无经验 加微信").
 * Thai      a little before the verb, in the same run of letters.
 * Hindi     right before the verb, so that what is denied stands before ("koi fee nahi lete"): see `denialsInAsianLanguages`.
 * Vietnamese  "đừng" (do not) is "dùng" (use) without its tone: it counts with a verb of paying or sending only.
 */
const letter = '[\\p{L}\\p{M}]';
const word = `${letter}+`;
const arabic = (words: readonly string[]) => `(?<!${letter})[وف]?(?:${words.map(foldText).join('|')})`;

export const negationsInAsianLanguages = [
  '(?:[不没沒无無勿](?![法到了出见見仅僅只但限论論管过過同少错錯断斷事懂])|(?:切勿|请勿|請勿|不要|禁止))[^\\s\\p{Script=Hiragana}\\p{Script=Katakana}]{0,4}$',
  '(?:ไม่(?!ได้|เจอ|พบ|เห็น|มีเสียง|มีภาพ|มีพาส|จำกัด|เกิน|กี่|ติด|ทำงาน)|อย่า(?!ลืม|รอ|พลาด|ช้า)|ห้าม(?!พลาด|ช้า))\\S{0,10}$',
  '\\b(?:tidak|tanpa|bukan|jangan|tdk|ga|gak|nggak) (?:\\S+ ){0,2}$',
  '\\b(?:khong|chua|chang) (?:\\S+ ){0,2}$', '\\bdung (?:chuyen|nop|dong|gui|cung cap|tin|tra) (?:\\S+ )?$',
  `(?<!${letter})(?:nahi|nahin|nhi|mat|नहीं|नही|मत|न) $`, `(?<!${letter})(?:bina|bagair|बिना|बगैर) (?:${word} )?$`,
  `${arabic(['لا', 'لم', 'لن', 'ليس', 'ليست'])} (?:\\S+ ){0,2}$`, `${arabic(['بدون', 'دون', 'بلا', 'من غير'])} (?:\\S+ )?$`,
];

/** Negations that mean "do", and failures of a machine. */
export const encouragementsInAsianLanguages = [
  '\\bjangan (?:lupa|ragu|sampai|khawatir|lewatkan|sungkan|tunggu|malu)\\b', '\\b(?:tidak|tdk|ga|gak|nggak) (?:ter\\w+|berfungsi|muncul|nyala|menyala|bisa|jalan|hanya|cuma|lanjut|masalah|ada suara)\\b',
  '\\bkhong (?:nhan|thay|len|hoat dong|duoc|chi|nhung|sao|the|gioi han|lam tiep|van de|ngan ngai)\\b', '\\bdung (?:quen|ngai|bo lo)\\b',
  '(?:nahi|nahin|नहीं|नही) (?:chal|hai|ho|aa|dikh|चल|है|हो|आ|दिख)\\S*', `${arabic(['لا'])} (?:${['تتردد', 'تنس', 'تفوت', 'يهم', 'مشكله', 'تقلق', 'تعمل', 'يعمل'].map(foldText).join('|')})${letter}*`,
  `${arabic(['لم'])} (?:${['تعمل', 'يعمل', 'تظهر', 'يظهر', 'تشتغل'].map(foldText).join('|')})`,
];

/** What no honest employer asks for, said in the six languages: it covers the whole list behind it. */
export const vowsInAsianLanguages = [
  '(?:不会|不會|从不|從不|绝不|絕不|不得|不)(?:以任何(?:形式|名义|名義|理由))?(?:向(?:您|你|求职者|應徵者|候选人)?)?(?:要求|收取|索取|索要)', '(?:请勿|請勿|切勿|不要|谨防|警惕)[^。！？\\n]{0,12}(?:转账|轉帳|汇款|匯款|缴费|付款|泄露|相信|轻信|陌生)',
  '(?:ไม่มีนโยบาย|ไม่เคย|จะไม่|ไม่มีการ)', '\\b(?:tidak|tak)(?: pernah| akan)* (?:memungut|meminta|menarik|mengenakan|mensyaratkan)\\b',
  '\\bkhong(?: bao gio| he| co)* (?:thu|yeu cau|doi hoi)\\b', `${arabic(['لا', 'لن', 'لم'])} (?:${['تطلب', 'نطلب', 'يطلب', 'تتقاضى', 'نتقاضى', 'تفرض', 'تاخذ'].map(foldText).join('|')})${letter}*`,
];

/** Hindi: "no fee ... takes"; all languages: the employer bears it, or somebody uses its name. */
export const denialsInAsianLanguages = [
  `^[^.!?।,]{0,30}(?:nahi|nahin|नहीं|नही|kabhi nahi) (?:le|mang|maang|ले|मांग|माँग|चार्ज|charge)${letter}*`, `^[^.!?।,]{0,12} (?:mat|मत|na) (?:de|bhej|kar|दे|भेज|कर)${letter}*`,
  '^[^。！？，,]{0,6}(?:由公司|公司)(?:承担|承擔|报销|報銷|负担|負擔|全额)', '^[^。！？]{0,12}(?:均属|均為|都是|属于)(?:诈骗|詐騙|骗局|假冒)',
];

/** Somebody who uses the employer's name. "This is no scam" is what both kinds of people write and says nothing. */
export const warningsInAsianLanguages = [
  '冒充|假冒|冒用|警惕|谨防|谨慎防范|防骗|(?<!不是|并非|並非|绝非|绝不是|非)(?:诈骗|詐騙|骗子|骗局)', '(?<!ไม่ใช่|ไม่)(?:แอบอ้าง|มิจฉาชีพ|หลอกลวง)|ระวังถูกหลอก',
  '\\b(?<!bukan |anti |no |tanpa )(?:penipuan|penipu|mengatasnamakan|waspada|hati-hati)\\b', '\\b(?<!khong |khong phai )(?:lua dao|mao danh|canh giac)\\b|^\\P{L}*canh bao\\b',
  '(?:dhokhadhadi|thagi|सावधान|धोखाधड़ी|ठगी|फर्जी)', ['احتيال', 'محتال', 'ينتحل', 'منتحل', 'احذر'].map(foldText).join('|'), '^\\P{L}*تحذير',
];
