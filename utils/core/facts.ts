import * as z from 'zod/mini';
import { statedDate } from './join-date.ts';
import { textLimit } from './limits.ts';
import { isMemberNumber } from './member-number.ts';

/**
 * What a surface, a mail file or a JSON line reports, and nothing else: no judgement, no memory.
 * Every field but `surface` may be absent or null, and both mean "not seen". Unknown fields are refused.
 */

/** The places people are approached in. `text` is pasted or bare text. */
export const surfaceIds = [
  'linkedin-profile', 'linkedin-message', 'linkedin-invitation', 'linkedin-job', 'linkedin-company',
  'gmail', 'outlook', 'yahoo', 'proton', 'icloud', 'fastmail', 'zoho', 'roundcube', 'text',
] as const;
export type SurfaceId = (typeof surfaceIds)[number];

const maybe = <T extends z.core.SomeType>(type: T, description: string) =>
  z.optional(z.nullable(type)).check(z.meta({ description }));
const line = (description: string) => maybe(z.string(), description);

const Sender = z.strictObject({
  name: line('Display name as shown.'),
  email: line('Address the message claims to come from (header From).'),
  headline: line('Headline under the name on LinkedIn.'),
  company: line('Employer as the page states it apart from the headline.'),
  location: line('Place the profile states.'),
  profileUrl: line('Address of the sender\'s LinkedIn profile, as linked on the page.'),
  verified: maybe(z.boolean(), 'True when the page shows LinkedIn\'s verification mark, false when the place it would stand in was read and is empty.'),
  degree: maybe(z.number(), 'LinkedIn distance: 1 connected, 2 a connection\'s connection, 3 beyond.'),
});

const ThreadEntry = z.strictObject({
  from: z.enum(['them', 'me']).check(z.meta({ description: 'Who wrote it.' })),
  at: line('When it was sent, ISO 8601.'),
  text: line('What it says.'),
});

const Participant = z.strictObject({
  profileUrl: line('Address of the profile, as linked beside the photo.'),
  identifier: line('Opaque member identifier, where the link holds one.'),
  memberNumber: maybe(z.number(), 'Member number, where the page states it in clear.'),
  photo: z.string().check(z.meta({ description: 'Address of the photo that the page shows.' })),
});

const Message = z.strictObject({
  subject: line('Subject line.'),
  text: line(`What they wrote. Of quoted mail what an earlier mail on the page says too is left out; at most ${textLimit} characters are judged.`),
  language: line('Language of the text (BCP 47) when the page states it.'),
  sentAt: line('When the newest part was sent, ISO 8601.'),
  kind: maybe(z.enum(['message', 'inmail', 'sponsored', 'invitation']), 'How LinkedIn labels it.'),
  thread: maybe(z.array(ThreadEntry), 'The visible conversation, oldest first.'),
  wholeThread: maybe(z.boolean(), 'True when the beginning of the conversation was seen, so that messages may be counted.'),
  people: maybe(z.array(Participant), 'The others who wrote in a conversation of several, as far as the page shows their photo and links their profile.'),
});

const Link = z.strictObject({
  url: z.string().check(z.meta({ description: 'Address as the page holds it, wrapped or not.' })),
  text: line('Visible text of the link.'),
  target: line('Where the page itself says a wrapped link leads. Used only when unwrapping finds nothing.'),
});

const File = z.strictObject({
  name: z.string().check(z.meta({ description: 'File name as shown.' })),
  type: line('Media type.'),
  size: maybe(z.number(), 'Size in bytes.'),
});

const Headers = z.strictObject({
  replyTo: line('Address of the Reply-To header.'),
  returnPath: line('Envelope sender.'),
  authenticationResults: line('Text of the Authentication-Results headers.'),
  mailedBy: line('Domain the webmail shows as "mailed-by" or "via".'),
  signedBy: line('Domain the webmail shows as "signed-by".'),
});

const statedJoinDate = z.string().check(z.regex(statedDate));
const JoinDate = z.union([statedJoinDate, z.tuple([statedJoinDate, statedJoinDate])]);
const MemberNumber = z.number().check(z.refine(isMemberNumber, 'must be a whole number from 1 to 2,499,999,999'));

const Profile = z.strictObject({
  identifier: line('Opaque member identifier on the page (`ACoAA...`, `ACwAA...`), alone or inside an urn.'),
  memberNumber: maybe(MemberNumber, 'Member number where the page states it in clear.'),
  joined: maybe(JoinDate, 'Join date the page states: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or [earliest, latest].'),
  connectedSince: maybe(statedJoinDate, 'Since when the person is connected with this profile, as the page states it: `YYYY-MM-DD` or less.'),
  contactUpdated: line('When contact information was last changed, as the page states it.'),
  photoUpdated: line('When the photo was last changed, as the page states it.'),
  connections: maybe(z.number(), 'Number of connections; 500 stands for "500 or more".'),
  followers: maybe(z.number(), 'Number of followers.'),
  mutual: maybe(z.number(), 'Number of shared connections.'),
  earliestJob: line('Start of the earliest position or school shown, `YYYY` or `YYYY-MM`.'),
  photo: maybe(z.strictObject({
    url: line('Address of the profile photo.'),
    none: maybe(z.boolean(), 'True when the layout shows that there is no photo.'),
  }), 'The profile photo.'),
});

const Company = z.strictObject({
  name: line('Name of the company.'),
  url: line('Address of its LinkedIn page.'),
  industry: line('Industry as the page states it.'),
  headquarters: line('Place as the page states it.'),
  website: line('Address of its website as the page holds it, wrapped or not.'),
  founded: maybe(z.number(), 'Year it was founded, as the page states it.'),
  sizeLeast: maybe(z.number(), 'Fewest employees of the size it states: 11 of "11-50".'),
  sizeMost: maybe(z.number(), 'Most employees of the size it states; absent for "10,001+".'),
  members: maybe(z.number(), 'Number of LinkedIn members who say to work there.'),
  followers: maybe(z.number(), 'Number of followers.'),
  verified: maybe(z.boolean(), 'True when the page shows LinkedIn\'s mark of a verified page.'),
});

const AskedBefore = z.strictObject({
  'run-code': maybe(z.boolean(), 'Code was asked to be run.'),
  'paste-command': maybe(z.boolean(), 'A command was asked to be pasted.'),
  'install-software': maybe(z.boolean(), 'Software was asked to be installed.'),
  'connect-wallet': maybe(z.boolean(), 'A wallet was asked for.'),
  'hand-over-identity': maybe(z.boolean(), 'Papers, numbers or accounts were asked for.'),
  'pay-money': maybe(z.boolean(), 'Money was asked for.'),
  'open-page': maybe(z.boolean(), 'A page was asked to be opened.'),
  'open-file': maybe(z.boolean(), 'A file was asked to be opened.'),
  'move-channel': maybe(z.boolean(), 'Another channel was asked for.'),
});

const InspectedRepository = z.strictObject({
  repository: z.string().check(z.meta({ description: 'Host and path, `github.com/owner/name`.' })),
  found: z.enum(['looked', 'caution', 'danger']).check(z.meta({ description: 'Level that was reached; `looked` for anything below caution.' })),
});

/** Given only where the input has a memory of its own; in the browser the background recalls these. */
const Known = z.strictObject({
  firstContact: maybe(z.boolean(), 'True when this contact was never met before.'),
  daysKnown: maybe(z.number(), 'Days since the first contact, given only when that day is certain.'),
  askedBefore: maybe(AskedBefore, 'What this contact asked for on an earlier day.'),
  nameChanged: maybe(z.boolean(), 'True when the same account or address showed a name on another day that shares no word with this one.'),
  employerChanged: maybe(z.boolean(), 'True when this contact gave another employer as the own on another day.'),
  employerChangedWithinDays: maybe(z.number(), 'Days between the two employers; 0 when they alternate.'),
  mailDomainChanged: maybe(z.boolean(), 'True when the same name with the same company wrote from another mail domain.'),
  metOnLinkedin: maybe(z.boolean(), 'True when this contact, or one that is joined to it, was met on LinkedIn.'),
  joinedBy: maybe(z.enum(['name and company', 'link']), 'What joins this contact to one that was met elsewhere.'),
  interviewLinks: maybe(z.number(), 'Number of different personal interview links this contact sent, on hosts that are no known vendor\'s.'),
  trusted: maybe(z.boolean(), 'True when the person or a policy trusts this sender.'),
  photoSeenElsewhere: maybe(z.enum(['same', 'similar']), 'Same or very similar photo remembered under another profile.'),
  photoReported: maybe(z.enum(['same', 'similar']), 'Same or very similar photo on a pack\'s list of reported photos.'),
  photoShared: maybe(z.enum(['same', 'similar']), 'Same or very similar photo remembered of two different people of this conversation.'),
  inspected: maybe(z.array(InspectedRepository), 'Linked repositories that the person had inspected.'),
});

export const Facts = z.strictObject({
  surface: z.enum(surfaceIds).check(z.meta({ description: 'Where it was read.' })),
  seenAt: line('When it was read, ISO 8601. Ages are unknown without it.'),
  sender: maybe(Sender, 'Who writes, or whose profile it is.'),
  message: maybe(Message, 'What is written.'),
  links: maybe(z.array(Link), 'Links of the message.'),
  files: maybe(z.array(File), 'Attachments as shown.'),
  headers: maybe(Headers, 'What a mail\'s headers say, or the webmail shows of them.'),
  profile: maybe(Profile, 'What the page says about a LinkedIn profile.'),
  company: maybe(Company, 'What the page says about a company: whose page it is, or who offers the job.'),
  known: maybe(Known, 'What is remembered.'),
});
export type Facts = z.infer<typeof Facts>;
