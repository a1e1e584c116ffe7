import type { Named } from './claimed-employer.ts';
import { claimsInEastAsian } from './claims-in-east-asian.ts';
import { nameAt, nameBefore } from './employer-name.ts';
import { hiringRole, ofOthers } from './employer-words.ts';
import { foldText } from './fold.ts';
import { bitOf, english, languagesOf, type Language } from './languages-of.ts';

/**
 * Where an employer's name begins in a sentence. `firm`: always, never, or only where the sentence speaks of the writer himself.
 *
 * The capitals of a person's name are looked for in `person` with a pattern that ignores case everywhere else, so the lead-in is found
 * first and the name is read from where it ends.
 */
interface LeadIn { readonly pattern: RegExp; readonly isFirm: boolean | 'if own' | 'if own or signed'; readonly language: number }
const leadIn = (source: string, isFirm: LeadIn['isFirm'], language: Language = 'en'): LeadIn =>
  ({ pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})\\s`, 'giu'), isFirm, language: bitOf.get(language)! });
/** One to three words, then perhaps a role: "Dana Wolf, a recruiter". */
const person = "[\\p{L}'’.-]{2,30}(?: [\\p{L}'’.-]{1,30}){0,2}";
const firm = 'компан[иії]\\p{L}{0,2}';

const leadIns: readonly LeadIn[] = [
  leadIn(`${hiringRole},? (?:at|with|from|@)`, 'if own'),
  leadIn(`${hiringRole},? (?:for|of)`, false),
  leadIn(`(?:i am|i'm|i’m|my name is|my name's|this is) ${person},? (?:here )?(?:from|with|at)(?: the)?(?: hiring team (?:at|of)| recruiting team (?:at|of)| hr (?:team|department) (?:at|of))?`, true),
  leadIn("(?:i|i'm|i’m|i am) (?:currently )?(?:work|working) (?:at|for|with)", true),
  leadIn("(?:i|i'm|i’m|i am|we|we're|we’re|we are) (?:currently )?(?:recruit|recruiting|hire|hiring|represent|representing) (?:(?:at|for|on behalf of) )?", false),
  leadIn('on behalf of (?:the )?(?:hiring|recruiting|recruitment|hr|talent(?: acquisition)?|people) (?:team|department) (?:at|of)', true),
  leadIn('(?:on behalf of|representing)', false),
  leadIn('(?:we|here|(?:our|the hiring|the recruiting|the talent|the hr) team) at', true),
  leadIn('(?:our|my) company,?(?: is(?: called)?)?', true),
  leadIn('recruiter(?:in)? (?:bei|von)|(?:im namen|mitarbeiter(?:in)?|personalabteilung) (?:von|der)|(?:wir|uns|arbeite) bei', 'if own', 'de'),
  leadIn(`(?:ich bin|ich heiße|mein name ist) ${person},? (?:und (?:ich )?)?(?:arbeite |komme )?(?:von|bei)(?: der)?`, true, 'de'),
  leadIn('(?:recruteu(?:r|se)|recrutement|rh|travaille|nous) (?:chez|pour)|au nom de', 'if own', 'fr'),
  leadIn(`(?:je suis|je m['’]appelle) ${person},? (?:de chez|chez)`, true, 'fr'),
  leadIn('(?:reclutadora?|recruiter|recursos humanos|trabajo) (?:en|de|para)|en nombre de', 'if own', 'es'),
  leadIn(`(?:soy|me llamo|mi nombre es) ${person},? de`, true, 'es'),
  leadIn('(?:recrutadora?|recruiter|recursos humanos|rh|trabalho) (?:na|no|da|do|para)|em nome d[ao]', 'if own', 'pt'),
  leadIn(`(?:sou|me chamo|meu nome é) (?:[oa] )?${person},? d[ao]`, true, 'pt'),
  leadIn(`(?:рекрутер|hr|hr-менеджер|hr-специалист|специалист по подбору(?: персонала)?|менеджер по персоналу) (?:(?:в|из|от) )?${firm}`, 'if own', 'ru'),
  leadIn('рекрутер (?:в|из)', 'if own', 'ru'),
  leadIn(`(?:меня зовут|я) ${person},? (?:(?:и )?я )?(?:из|представляю|работаю в)(?: ${firm})?|(?:представляю|работаю в|от имени) ${firm}`, true, 'ru'),
  leadIn(`(?:рекрутерк?а?|hr-менеджерк?а?|менеджерк?а? з персоналу) (?:(?:в|у|з|із|від) )?${firm}`, 'if own', 'uk'),
  leadIn(`(?:мене звати|я) ${person},? (?:(?:і )?я )?(?:з|із|від|представляю|працюю [ву])(?: ${firm})?|(?:представляю|працюю [ву]|від імені) ${firm}`, true, 'uk'),
];

/** Where an employer's name ends. */
const tails: readonly LeadIn[] = [
  { pattern: /\s(?:is|are)\s(?:currently\s|now\s|actively\s)?(?:hiring|recruiting|looking\s(?:for|to\shire))(?!\p{L})/giu, isFirm: false, language: english },
  { pattern: /\s(?:recruiting|recruitment|hr|talent(?:\sacquisition)?|hiring|people|careers)\s(?:team|department)(?!\p{L})/giu, isFirm: 'if own or signed', language: english },
];

/** Nothing but the name in front: "Birchline Recruiting Team" as a line of its own is how such mails end. */
const signed = /^\s*(?:the\s*)?$/iu;

/** How far back a sentence shows whose house it speaks of. */
const reach = 60;
const sentenceEnd = /[.!?;\n。！？；](?=\s|$)/u;
const ownWords = /(?<![\p{L}])(?:i|i['’]m|i am|my|we|this is|here|from the|ich|mein|je|moi|soy|mi|me llamo|sou|meu|minha|me chamo|trabajo|trabalho|travaille|arbeite|я|меня|мене|мы|ми|это|це)(?!\p{L})/iu;

/** A message that names more employers is a list of them; without a bound it would cost time. */
const mostFound = 60;

export function claimsInText(text: string): Named[] {
  const found = claimsInEastAsian(text);
  const spoken = languagesOf(text, foldText(text));
  for (const { pattern, isFirm, language } of leadIns) {
    if (!(language & spoken)) continue;
    for (const { 0: lead, index } of text.matchAll(pattern)) {
      add(found, nameAt(text, index + lead.length - 1), text, index, lead, isFirm);
      if (found.length >= mostFound) return found;
    }
  }
  for (const { pattern, isFirm } of tails) {
    for (const { 0: tail, index } of text.matchAll(pattern)) {
      const name = nameBefore(text, index);
      add(found, name, text, index - (name?.length ?? 0), tail, isFirm);
      if (found.length >= mostFound) return found;
    }
  }
  return found;
}

function add(found: Named[], name: string | undefined, text: string, index: number, lead: string, isFirm: LeadIn['isFirm']) {
  if (!name) return;
  const before = text.slice(Math.max(0, index - reach), index).split(sentenceEnd).at(-1)!;
  if (ofOthers.test(before) || ofOthers.test(lead)) return;
  const isOwn = () => ownWords.test(before + lead) || (isFirm === 'if own or signed' && signed.test(before));
  found.push({ name, isFirm: typeof isFirm === 'boolean' ? isFirm : isOwn() });
}
