/** Words around employers' names: who hires, what makes it somebody else's house, and what is no name though it stands there. */

const afterRole = '(?: (?:specialist|lead|manager|partner|consultant|coordinator|advisor|associate|director|representative|officer|sourcer|team|department|business partner))?';

/** Somebody who hires, as a headline, a sentence or a signature says it. For patterns with the flags `iu`. */
export const hiringRole = `(?:recruit(?:er|ers|ing|ment)|talent(?: acquisition| attraction)?|sourcer|headhunter|staffing|hiring(?: manager| team| lead)|hr|human resources?`
  + '|people(?: ops| operations| & culture| and culture)|head of (?:people|talent|hr|hiring|engineering|recruiting)|cto|ceo|co-?founder|founder|engineering manager'
  + '|personal(?:referent|leiter|berater|abteilung)\\p{L}*|recruterin|recruiterin|recruteu(?:r|se)|chargée? de recrutement|responsable (?:rh|recrutement|du recrutement|de selección)'
  + `|ressources humaines|recursos humanos|rh|rrhh|reclutadora?|recrutadora?|selección de personal|talento humano)${afterRole}`;

/** Said of other people's houses: who writes for a client does not claim to be the client, and a former employer is none. */
export const ofOthers = new RegExp([
  `(?<!\\p{L})(?:${[
    'clients?', 'customer', 'ex', 'former(?:ly)?', 'previous(?:ly)?', 'used to', 'prior', 'alum', 'kund\\p{L}*', 'mandant\\p{L}*', 'auftrag', 'ehemal\\p{L}*',
    'früher\\p{L}*', 'cliente?s?', 'ancien\\p{L}*', 'antig[ou]\\p{L}*',
  ].join('|')})(?!\\p{L})`,
  'клиент', 'заказчик', 'клієнт', 'бывш', 'колишн', 'クライアント', 'お客様', '元(?=$|\\p{L})', '고객사', '클라이언트', '客户',
  '客戶', '前职',
].join('|'), 'iu');

/** What follows "at" or "from" and names no employer: pronouns, states of work, places, meeting tools. Normal forms, see company-key.ts. */
export const noEmployers: ReadonlySet<string> = new Set([
  'i', 'we', 'you', 'your', 'our', 'my', 'us', 'me', 'an', 'this', 'that', 'it', 'home', 'large', 'scale',
  'heart', 'work', 'various', 'multiple', 'freelance', 'freelancer', 'independent',
  'selfemployed', 'stealth', 'stealthstartup', 'stealthmode', 'confidential', 'undisclosed', 'fortune500',
  'fortune100', 'top', 'leading', 'global', 'mnc', 'startup', 'startups', 'remote',
  'hr', 'hiring', 'recruiting', 'recruiter', 'recruitment', 'talent', 'talentacquisition', 'staffing',
  'jobs', 'job', 'careers', 'career', 'team', 'support', 'external', 'sheher', 'hehim', 'theythem',
  // Where people meet, far oftener than where they say they work.
  'linkedin', 'zoom', 'teams', 'telegram', 'whatsapp', 'skype', 'discord', 'gmail',
  'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'am', 'pm', 'est', 'pst',
  'utc', 'gmt', 'cet',
  'usa', 'uk', 'eu', 'emea', 'apac', 'latam', 'europe', 'india', 'germany', 'france', 'spain', 'japan',
  'korea', 'china', 'brazil', 'canada', 'london', 'berlin', 'paris', 'newyork', 'tokyo', 'singapore',
  'dubai',
  'hi', 'hello', 'dear', 'best', 'regards', 'thanks', 'mr', 'mrs', 'ms', 'dr', 'university', 'java', 'it',
  'tech', 'software', 'fintech', 'saas', 'web3', 'ai', 'crypto', 'blockchain', 'gaming', 'finance',
  '弊社', '当社', '我社', '御社', '貴社', '同社', '企業', '会社', '本社', '自社', '大手', '外資系企業', '我们', '我司', '贵司', '本公司', '公司',
  '一家', '一名', '저희', '우리', '회사', '당사', '귀사', '글로벌', '외국계', '대기업',
  '스타트업', '현재', '이번', '본사', '기업', '해외', '국내', '신규', '개발자', '경력',
]);

/** Begins the next thought when it follows a name without a full stop. */
export const nextThought: ReadonlySet<string> = new Set([
  'I', 'I’m', 'We', 'My', 'Our', 'You', 'Your', 'Please', 'Hi', 'Hello', 'This', 'He', 'She', 'And',
  'Currently', 'Looking', 'Is', 'Are', 'Hiring', 'As', 'In', 'On', 'Ich', 'Wir', 'Je', 'Nous', 'Я', 'Мы',
  'Ми',
]);
