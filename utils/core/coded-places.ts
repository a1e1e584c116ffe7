/**
 * Places whose values are codes of ours and no words of the page, with the group of words that says them (`values` in assets/rule-words). Several places
 * share a group. Places without a dot are those of rules over projects.
 */
export const groupOfPlace: Readonly<Record<string, string>> = {
  'links.kind': 'kind', 'files.kind': 'kind', 'company.kind': 'kind',
  'links.inspected': 'inspected',
  'links.claimedLike': 'likeness', 'sender.claimedLike': 'likeness', 'company.like': 'likeness',
  'message.kind': 'message',
  'profile.photo.kind': 'photo',
  'known.photoSeenElsewhere': 'picture', 'known.photoReported': 'picture', 'known.photoShared': 'picture',
  'known.joinedBy': 'joinedBy',
  surface: 'surface',
  moment: 'moment', how: 'how', holds: 'content', pretends: 'content', source: 'source', by: 'by',
};

/** Ours whole. What starts something (`by`) may hold names of the project and is set in quotation marks like these. */
export const isCoded = (place: string): boolean => place !== 'by' && Object.hasOwn(groupOfPlace, place);
