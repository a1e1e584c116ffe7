/**
 * Words that names of fake meetings, interviews and their repair pages are joined from, by what they promise. Chosen by hand
 * from public reports; how much each one tells is learned, and a word may well turn out to speak for a host.
 */
const groups = {
  meeting: `meet meets meeting meetings gmeet zoom zooms webex zm teams call calls calling conf conference webinar video videos vid vids
    videocall room rooms talk talks invite invites join session sync huddle facetime stream chat schedule calendar calendly`,
  interview: `interview interviews interviewer interv screening screen screener prehire intro introduction pitch question questions
    answer answers record recorder recording speak speaker present snap snapshot reply response panel`,
  assessment: `assess assesses assessment assessments assessor eval evals evaluate evaluator evalu quiz exam exams test tests testing
    aptitude aptit skill skills skilled proficiency proficient prof review score scoring rank check verify quest iq coding challenge task measure grade qualify qualified competence competency advisory diagnostic`,
  hiring: `hire hires hired hiring hirer recruit recruits recruiting recruitment recruiter recruiters talent talents candidate candidates
    career careers job jobs employ employer employment staffing staff applicant apply position vacancy onboard onboarding hr workforce carrer professional professionals
    role roles work works worker resume cv description personnel people search jobb karriere karriar emploi`,
  device: `cam camera cameras webcam driver drivers drv driv audio mic microphone device devices graphics nvidia gpu sound sdk client
    install installer setup download extension browser chrome`,
  repair: `fix fixer fixes fixed update updates updater upgrade patch repair restore release releases support troubleshoot technical
    tech help auto resolve recovery`,
  document: `doc docs document documents file files drop dropfile send docsend share sharing cloud storage data drive pdf view viewer
    content sheet sheets`,
  money: `capital ventures venture fund funds invest investor investment crypto coin coins block blockchain chain web3 defi dao token
    wallet walet swap trade trading bank finance nft eth btc game games gaming dex`,
  pace: `quick easy fast smart speed instant now rapid swift express simple pro prime plus max best top ultra expert`,
  trust: `safe secure private privy internal general regular group official verified trust protect direct personal business corporate
    enterprise community club digital`,
  place: `hub zone central center centre space spot point tool tools toolbox lab labs flow flows master mastery platform portal app apps
    service services server site board desk desk link links connect connection line path way step scope nest base net network web
    online live virtual remote global world page house deck wave suite insight insights pulse match fit bridge view views grid track tracker align forge folio map board star vision visions quest base craft dome intel standard method`,
  office: `us id uk eu ms google microsoft linkedin amazon meta github slack discord telegram`,
  infra: `api www mail smtp ns ftp cdn static dev stage staging beta demo old new blog shop store admin cpanel webmail autodiscover
    vpn emv mta sts`,
} as const;

export const tellingWords: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(groups).map(([group, words]) => [group, [...new Set(words.split(/\s+/))]]),
);
