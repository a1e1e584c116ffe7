/**
 * Words that host names are joined from, by what they promise. Chosen by hand from public reports on fake meetings and interviews
 * and from names of honest vendors and agencies; how much each one tells, and in which direction, is learned.
 */
const groups = {
  meeting: `meet meets meeting meetings gmeet zoom zooms zooom webex zm teams call calls calling conf conference webinar video videos
    vid vids videocall room rooms talk talks invite invites join session sync huddle stream chat schedule calendar calendly`,
  interview: `interview interviews interviewer interv interveiw screening screen screener prehire intro introduction pitch question
    questions answer answers record recorder recording speak speaker present snap snapshot reply response panel`,
  assessment: `assess assesses assessment assessments assessor asses assesment eval evals evaluate evaluator evalu quiz exam exams test
    tests testing aptitude aptit skill skills proficiency proficient prof review score scoring rank check verify quest iq coding
    challenge task measure grade qualify qualified competence competency advisory diagnostic`,
  hiring: `hire hires hired hiring hirer recruit recruits recruiter recruiters talent talents talente talentes talant candidate
    candidates career careers carrer job jobs employ employer applicant applicants apply position vacancy onboard onboarding hr
    workforce role roles work works worker resume cv description professional professionals skilled`,
  agency: `recruitment recruiting staffing staff employment personnel people search resourcing selection consult consulting consultants
    executive associates partners group solutions jobb karriere karriar emploi empleo vagas werkenbij medical healthcare education
    engineering legal`,
  leisure: `porn sex xxx hd movie movies music song songs sport sports news tv anime manga bet casino slot tube radio travel hotel food
    fashion health pharma school university college journal magazine forum wiki photo girls fun play`,
  device: `cam camera cameras webcam driver drivers drv driv audio mic microphone device devices graphics nvidia gpu sound sdk client
    install installer setup download extension browser chrome`,
  repair: `fix fixer fixes fixed update updates updater upgrade patch repair restore release releases support troubleshoot technical
    tech help auto resolve recovery`,
  document: `doc docs document documents file files drop dropfile send docsend share sharing cloud storage data drive pdf view viewer
    content sheet sheets questionnaire survey briefing briefings`,
  money: `capital ventures venture fund funds invest investor investment crypto coin coins block blockchain chain web3 defi dao token
    wallet walet swap trade trading bank finance nft eth btc game games gaming dex`,
  pace: `quick easy fast smart speed instant now rapid swift express simple pro prime plus max best top ultra expert`,
  trust: `safe secure private privy internal general regular official verified trust protect direct personal business corporate
    enterprise community club digital`,
  place: `hub zone central center centre space spot point tool tools toolbox lab labs flow flows master mastery platform portal app apps
    service services server site board desk link links connect connection path way step scope nest base net network web online
    live virtual remote global world page house deck wave suite insight insights pulse match bridge grid track tracker align forge
    folio map star vision visions craft dome intel standard method 360 365 247`,
  office: `us id uk eu ms google microsoft linkedin amazon meta github slack discord telegram`,
  machine: `api www mail smtp ns ftp cdn static dev stage staging beta demo old new blog shop store admin cpanel webmail autodiscover
    vpn emv mta sts`,
};

/** The first group that names a word keeps it. */
function wordsOf(): Record<string, string> {
  const taken = new Set<string>();
  return Object.fromEntries(Object.entries(groups).map(([group, list]) => {
    const words = [...new Set(list.split(/\s+/))].filter((word) => !taken.has(word));
    for (const word of words) taken.add(word);
    return [group, words.join(' ')];
  }));
}

export const tellingWords = {
  words: wordsOf(),
  promising: 'meeting interview assessment hiring device repair document',
  /** Endings that registrars sell for a few dollars or less and that reports on such names list often. */
  cheap: `online site xyz us store cloud pro live team video space icu top club shop website tech fun world digital info biz click link
    work life network media services solutions studio support center today agency company email chat zone works ltd vip cc pw buzz
    rest cyou ink cfd sbs lol`.split(/\s+/).join(' '),
};
