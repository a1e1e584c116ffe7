import { foldText } from './fold.ts';
import type { Facts } from './facts.ts';
import { dayOf, joinInterval, statedDate, type Anchor, type Interval } from './join-date.ts';
import { addressLimit, lineLimit } from './limits.ts';
import { isMemberNumber, memberNumber, numberOfSlug, slugOf } from './member-number.ts';
import { readPhotoAddress } from './photo-address.ts';

/** Ages and contradictions of a LinkedIn profile. Everything is an interval's edge, never a day taken as certain. */
export function profileEvidence({ sender, profile, seenAt }: Facts, anchors: readonly Anchor[]): Record<string, unknown> {
  const profileUrl = sender?.profileUrl?.slice(0, addressLimit);
  const stated = profile?.memberNumber ?? memberNumber(profile?.identifier?.slice(0, lineLimit), profileUrl)?.member;
  const number = stated !== undefined && isMemberNumber(stated) ? stated : undefined;
  const now = seenAt && !Number.isNaN(Date.parse(seenAt)) ? seenAt : undefined;
  const estimated = number === undefined ? undefined : joinInterval(number, anchors, now);
  const joined = narrow(statedInterval(profile?.joined), estimated);
  const today = now === undefined ? undefined : dayOf(now);
  const photo = photoEvidence(profile?.photo, today, joined);
  const since = (date: string | undefined) => (today !== undefined && date !== undefined ? today - dayOf(date) : undefined);
  return {
    memberNumber: number, joinedFrom: joined?.[0], joinedTo: joined?.[1],
    ageDaysMost: since(joined?.[0]), ageDaysLeast: since(joined?.[1]),
    connections: profile?.connections ?? undefined, followers: profile?.followers ?? undefined, mutual: profile?.mutual ?? undefined,
    connectedDays: since(statedInterval(profile?.connectedSince)?.[1]),
    yearsClaimedBeforeJoining: yearsBefore(profile?.earliestJob, joined?.[0]),
    slugDiffers: slugDiffers(profileUrl, sender?.name?.slice(0, lineLimit)),
    ...(photo && { photo }),
  };
}

/** A stated date is exact to what it states: a year is the whole year. */
function statedInterval(joined: string | [string, string] | null | undefined): Interval | undefined {
  if (!joined) return undefined;
  const [from, to] = typeof joined === 'string' ? [joined, joined] : joined;
  if (!statedDate.test(from) || !statedDate.test(to)) return undefined;
  const start = from.length === 4 ? `${from}-01-01` : from.length === 7 ? `${from}-01` : from;
  const end = to.length === 4 ? `${to}-12-31` : to.length === 7 ? lastDay(to) : to;
  return Number.isNaN(Date.parse(start)) || Number.isNaN(Date.parse(end)) ? undefined : [start, end];
}

const lastDay = (month: string) => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

/** The page's own statement, unless the number contradicts it: then neither is a fact. */
function narrow(stated: Interval | undefined, estimated: Interval | undefined): Interval | undefined {
  if (!stated || !estimated) return stated ?? estimated;
  return stated[0] <= estimated[1] && estimated[0] <= stated[1] ? stated : undefined;
}

function photoEvidence(seen: NonNullable<Facts['profile']>['photo'], today: number | undefined, joined: Interval | undefined) {
  if (seen?.none) return { kind: 'none' };
  const photo = seen?.url ? readPhotoAddress(seen.url) : undefined;
  if (!photo) return undefined;
  const day = photo.uploaded === undefined ? undefined : dayOf(photo.uploaded);
  const late = day !== undefined && today !== undefined && day > today + 1;
  return {
    kind: photo.kind,
    ...(day !== undefined && !late && {
      uploaded: photo.uploaded,
      ageDays: today === undefined ? undefined : Math.max(0, today - day),
      daysAfterJoining: joined ? day - dayOf(joined[1]) : undefined,
    }),
  };
}

function yearsBefore(job: string | null | undefined, joinedFrom: string | undefined): number | undefined {
  const year = Number(/^(?:19|20)\d\d/.exec(job ?? '')?.[0]);
  return joinedFrom && year ? Number(joinedFrom.slice(0, 4)) - year : undefined;
}

const words = (text: string) => foldText(text).split(/[^a-z]+/).filter((word) => word.length > 2);

/** Latin names only: in other scripts an address is a transliteration, and nothing follows from a difference. */
function slugDiffers(profileUrl: string | null | undefined, name: string | null | undefined): boolean | undefined {
  const slug = slugOf(profileUrl ?? '');
  if (!slug || !name || /^AC[ow]AA/.test(slug) || /[^\p{Script=Latin}\p{P}\p{Zs}\p{M}]/u.test(name)) return undefined;
  const inSlug = foldText(numberOfSlug(slug) === undefined ? slug : slug.replace(/-[0-9ab]+$/, '')).replace(/[^a-z]/g, '');
  const inName = words(name);
  if (inSlug.length < 5 || inName.length < 2) return undefined;
  return !inName.some((word) => inSlug.includes(word) || word.includes(inSlug));
}
