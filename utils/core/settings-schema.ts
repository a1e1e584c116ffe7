import * as z from 'zod/mini';
import { readPrivatePacks } from './private-packs.ts';
import { profilePlace } from './profile-place.ts';

/** What a person, or the policy of an organisation, can set. The one source: readers, pages and the files of administrators are made from it. */
interface About {
  readonly title: string;
  readonly description: string;
  /** A secret: browsers that can do so do not show it. */
  readonly secret?: boolean;
}
export const aboutSettings = z.registry<About>();

export const placements = ['inline', 'toolbar'] as const;
export const photoDays = [30, 90, 180, 365] as const;
export const imageSearchNames = ['google', 'bing', 'tineye', 'yandex'] as const;
/** Places that can be switched off, each with everything that is read there; their hosts stand in reading-places.ts. */
export const readingSites = ['linkedin', 'gmail', 'outlook', 'yahoo', 'proton', 'icloud', 'fastmail', 'zoho'] as const;
/** Whether what a policy sets is fixed or only a beginning. `listed`: those in `lockedSettings`, or all it sets when there is no such list. */
export const lockModes = ['off', 'listed', 'all'] as const;
/** What a page may be interrupted for, and what may be told to an organisation, from this level on. */
export const tellingLevels = ['notice', 'caution', 'danger'] as const;
export const eventsProtocols = ['otlp-json', 'splunk-hec'] as const;
export const eventsFields = ['minimal', 'standard'] as const;

/** With the name of an own pack and two hyphens in front, which have 43. */
const RuleId = z.string().check(z.regex(/^[a-z0-9-]{1,130}$/, 'must be the id of a rule'));
/** A domain or host without a scheme: an organisation lists at most as many as its partners. */
const Domain = z.string().check(z.trim(), z.toLowerCase(), z.regex(/^(?=.{3,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain such as birchline.example, other letters than a to z as xn--'));
/** Made anew for each setting, like everything that several have: words are registered for one schema each. */
const domains = () => z.array(Domain).check(z.maxLength(5000));
const line = (most: number) => z.string().check(z.maxLength(most));
/** https, or http on this very computer for trials; empty: none. */
const address = () => z.string().check(z.maxLength(2000), z.regex(/^(https:\/\/[^\s/@]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)(\/\S*)?$|^$/, 'must be an address that begins with https://, without a name or password'));
const whole = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most));

const personal = {
  placement: z.enum(placements).register(aboutSettings, {
    title: 'Where warnings appear', description: 'inline: in the page, beside the message. toolbar: on the button and in the side panel only.',
  }),
  checkPhotos: z.boolean().register(aboutSettings, {
    title: 'Check profile photos', description: 'Fetch photos that a page already shows once more from the image host of LinkedIn, to compare them with those met before.',
  }),
  rememberPhotosDays: z.literal(photoDays).register(aboutSettings, {
    title: 'Days a photo is remembered', description: 'A photo is forgotten this many days after it was last seen.',
  }),
  imageSearch: z.enum(imageSearchNames).register(aboutSettings, {
    title: 'Where pictures are looked up', description: 'The page that the link below a photo opens. Nothing is taken along.',
  }),
  disabledRules: z.array(RuleId).check(z.maxLength(1000)).register(aboutSettings, {
    title: 'Rules switched off', description: 'Ids of rules that judge nothing.',
  }),
  disabledSites: z.array(z.enum(readingSites)).register(aboutSettings, {
    title: 'Sites switched off', description: 'Places where nothing is read.',
  }),
};

const organisation = {
  lockMode: z.enum(lockModes).register(aboutSettings, {
    title: 'What the policy fixes', description: 'off: its values are only a beginning. listed: the settings in lockedSettings are fixed, or all it sets when there is no such list. all: all it sets.',
  }),
  lockedSettings: z.array(line(40)).check(z.maxLength(100)).register(aboutSettings, {
    title: 'Settings that are fixed', description: 'Names of settings that people cannot change, for lockMode listed.',
  }),
  orgName: z.string().check(z.trim(), z.maxLength(80)).register(aboutSettings, { title: 'Name of the organisation', description: 'Shown where the policy fixed or began a setting. With orgDomains: an employer whose mail comes from there alone.' }),
  orgDomains: domains().register(aboutSettings, { title: 'Own mail domains', description: 'Domains of the organisation. Who writes from elsewhere and names orgName as their employer is told about.' }),
  trustedDomains: domains().register(aboutSettings, { title: 'Trusted domains', description: 'Agencies and hiring services the organisation works with. What is asked for is judged all the same.' }),
  blockedDomains: domains().register(aboutSettings, { title: 'Blocked domains', description: 'Domains the organisation knows from attacks. Treated as reported.' }),
  blockedProfiles: z.array(line(300).check(z.refine((text: string) => profilePlace(text) !== undefined, 'must be the address of a LinkedIn profile'))).check(z.maxLength(5000)).register(aboutSettings, { title: 'Blocked profiles', description: 'Addresses of LinkedIn profiles the organisation knows from attacks. Treated as reported.' }),
  disableOnboarding: z.boolean().register(aboutSettings, { title: 'No welcome page', description: 'Do not open the welcome page after the installation.' }),
  minimumLevel: z.enum(tellingLevels).register(aboutSettings, { title: 'Level that is shown in a page', description: 'Findings below this level are told on the button and in the side panel only.' }),
  allowDismissals: z.boolean().register(aboutSettings, { title: 'People may mark as not a problem', description: 'false: findings cannot be dismissed.' }),
  warningText: line(600).register(aboutSettings, { title: 'Words of the organisation', description: 'Plain text, shown with every warning.' }),
  securityContact: z.string().check(z.maxLength(500), z.regex(/^(https:\/\/\S+|mailto:\S+@\S+)?$/, 'must begin with https:// or mailto:')).register(aboutSettings, {
    title: 'Whom to ask', description: 'https or mailto address of the security team, offered with every warning.',
  }),
  packUrl: address().register(aboutSettings, { title: 'Where rules are fetched', description: 'A mirror of the public rules, for example inside the network. The signatures stay those of the publisher.' }),
  packUpdates: z.boolean().register(aboutSettings, { title: 'Fetch newer rules', description: 'false: no request is made. The rules inside the extension judge; what was fetched of the organisation\'s own rules judges on.' }),
  privatePacks: z.array(line(32_000).check(z.refine((text: string) => readPrivatePacks([text]).packs.length === 1, 'must be JSON with id, url and root'))).check(z.maxLength(8)).register(aboutSettings, {
    title: 'Own rules', description: 'Packs of the organisation, each as JSON: {"id": "...", "url": "https://...", "root": "base64 of its root.json"}. Judged beside the public rules.',
  }),
  packUpdateHours: whole(1, 168).register(aboutSettings, { title: 'Hours between looks for newer rules', description: 'Spread by chance, so that not all browsers ask at once.' }),
  packMaxAgeDays: whole(1, 365).register(aboutSettings, { title: 'Days after which rules count as old', description: 'Said in the settings, and told to the collector; old rules judge on.' }),
  eventsEndpoint: address().register(aboutSettings, { title: 'Where findings are told', description: 'Address of a collector of the organisation. Empty: nothing is ever sent.' }),
  eventsProtocol: z.enum(eventsProtocols).register(aboutSettings, { title: 'How findings are told', description: 'otlp-json: OpenTelemetry logs over HTTP. splunk-hec: HTTP Event Collector.' }),
  eventsToken: line(4000).register(aboutSettings, { title: 'Token of the collector', description: 'Sent as Authorization. Anybody on the computer can read it: one that may only write.', secret: true }),
  eventsMinimumLevel: z.enum(tellingLevels).register(aboutSettings, { title: 'Level that is told', description: 'Findings below this level stay in the browser.' }),
  eventsFields: z.enum(eventsFields).register(aboutSettings, { title: 'How much is told', description: 'minimal: ids of rules, level, kind of site. standard: registrable domains of sender and links, and eventsDeviceLabel too. Never text, names or addresses.' }),
  eventsDeviceLabel: line(128).register(aboutSettings, { title: 'Name of the device', description: 'Put in by the organisation, for instance a serial number; never found out.' }),
  eventsKeepDays: whole(1, 60).register(aboutSettings, { title: 'Days an untold event waits', description: 'After that it is dropped and counted.' }),
  tenantId: line(128).register(aboutSettings, { title: 'Tenant', description: 'Told with every event.' }),
  consentGrantedByOrganization: z.boolean().register(aboutSettings, { title: 'Consent to data collection', description: 'Firefox: the organisation agrees to the telling of events in the place of its people.' }),
};

export const settingsSchema = z.object({ ...personal, ...organisation });
export type Settings = z.infer<typeof settingsSchema>;
/** What a policy can set. */
export type PolicyKey = keyof Settings;
/** What a person can set too. */
export type SettingKey = keyof typeof personal;
export const settingKeys = Object.keys(personal) as SettingKey[];
export const policyKeys = Object.keys(settingsSchema.shape) as PolicyKey[];
/** Where warnings appear: in the page too, or on the browser's own button and in its side panel only. */
export type Placement = Settings['placement'];
export type PhotoDays = Settings['rememberPhotosDays'];
export type ImageSearch = Settings['imageSearch'];

/** What holds where nobody chose. */
export const defaultSettings: Settings = {
  placement: 'inline', checkPhotos: false, rememberPhotosDays: 180, imageSearch: 'google', disabledRules: [], disabledSites: [],
  lockMode: 'listed', lockedSettings: [], orgName: '', orgDomains: [], trustedDomains: [], blockedDomains: [], blockedProfiles: [],
  disableOnboarding: false, minimumLevel: 'notice', allowDismissals: true, warningText: '', securityContact: '',
  packUrl: '', packUpdates: true, privatePacks: [], packUpdateHours: 12, packMaxAgeDays: 30,
  eventsEndpoint: '', eventsProtocol: 'otlp-json', eventsToken: '', eventsMinimumLevel: 'danger', eventsFields: 'minimal', eventsDeviceLabel: '', eventsKeepDays: 14,
  tenantId: '', consentGrantedByOrganization: false,
};
