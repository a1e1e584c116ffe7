import { attribute, find, findAll, parentOf, textOf, titleOf } from './dom.ts';
import { isNewestFirst } from './date-order.ts';
import { mailAddressIn } from './mail-address-on.ts';
import { messagesAround } from './messages-around.ts';
import { personBefore, personOn } from './person-on.ts';
import { findAllAt, findShownAt } from './places.ts';
import type { Surface } from './surface.ts';
import { webmail, type IsOurs, type MailPlaces } from './webmail.ts';

/**
 * Outlook on the web: live.com, office.com, office365.com and cloud.microsoft are one program. Its class names change with every
 * build and its labels are translated, so ids and roles come first. Labels: as public browser extensions of 2022 to 2026 use
 * them, the others as remembered; a wrong one finds nothing.
 */
const places = {
  message: [
    '[data-app-section="ItemContainer"]', // section mark around one message (browser extension of 2026)
    '[aria-label="Email message"], [aria-label="Message électronique"], [aria-label="Електронний лист"]', // label, 2022 to 2026
    '[aria-label="E-Mail-Nachricht"], [aria-label="Mensaje de correo electrónico"]', // the same as remembered
  ],
  pane: [
    '#ConversationReadingPaneContainer, #ItemReadingPaneContainer', // ids of the two reading panes, conversation and single mail, 2021 to 2026; pop-outs have the second
    '#ReadingPaneContainerId', // id around both, in pop-outs too (notes of 2026-07)
    '[data-app-section="ConversationContainer"], [data-app-section="MailReadCompose"]', // section marks, 2024 to 2026
    '[role="main"]', // role, kept since 2018; pop-outs have none
  ],
  sender: [
    '[id^="MSG_"][id$="_FROM"]', // id of the "From" heading, `Name<address>` (saved pages, 2026-09)
    '[id$="_FROM"]', // the same, should its beginning change
    '[aria-label^="From:"], [aria-label^="Von:"], [aria-label^="Od:"], [aria-label^="发件人:"]', // label of the line, 2023 to 2026
    '[aria-label^="De:"], [aria-label^="De :"], [aria-label^="Da:"], [aria-label^="Van:"]', // the same as remembered
    '[aria-label^="差出人:"], [aria-label^="보낸 사람:"], [aria-label^="От:"], [aria-label^="من:"]', // the same as remembered
    '[data-testid="SenderPersona"], [data-app-section="ItemHeader"] [title*="@"]', // marks of 2025 and 2026 (browser extensions)
    '.OZZZK', // class of the sender's text, unchanged from 2022 to 2026
  ],
  name: [],
  subject: [
    '[id^="CONV_"][id$="_SUBJECT"] [title]', // conversation's heading, 2026; beside the title may stand category marks
    '[id$="_SUBJECT"] [title]', // the same of a single mail
    '[id$="_SUBJECT"]:not(input)', // heading itself; while writing an input has such an id
    '#ConversationReadingPaneContainer [role="heading"][title], #ItemReadingPaneContainer [role="heading"][title]', // before the ids, 2021 to 2024
    '[data-testid="SubjectHeader"], [data-testid="ReadingPaneSubject"]', // test ids, 2025 (browser extensions)
    '[role="main"] [role="heading"][aria-level="2"] [title], #ReadingPaneContainerId [role="heading"][aria-level="2"] [title]', // heading by its level
    '[role="main"] [role="heading"][aria-level="2"], #ReadingPaneContainerId [role="heading"][aria-level="2"]', // the same without a title
    '[role="main"] [role="heading"] [title]:not([title*="@"])', // any heading with a title that is nobody's address
    '#ConversationReadingPaneContainer span[title]', // class-less title of 2020 to 2023
  ],
  body: [
    '[id^="UniqueMessageBody"]', // id, 2019 to 2026 (real message of 2024-11)
    '[role="document"]', // role of the body since 2019
    '[aria-label="Message body"], [aria-label="Nachrichtentext"], [aria-label="Corps du message"]', // label, 2022 to 2026
    '[aria-label="Cuerpo del mensaje"], [aria-label="Treść wiadomości"]', // the same
    '[aria-label="メッセージ本文"], [aria-label="邮件正文"], [aria-label="نص الرسالة"]', // the same as remembered
    '[class^="rps_"]', // wrapper whose styles the program renames; a stranger's classes get `x_` in front
  ],
  file: [
    '[id$="_ATTACHMENTS"] [role="option"], [id$="_ATTACHMENTS"] [role="listitem"]', // id of the attachments' heading (saved pages, 2026-09)
    '[data-app-section="AttachmentWell"] [role="option"], [data-app-section="AttachmentWell"] [role="listitem"]', // section mark, 2025
    '[data-testid="AttachmentCard"]', // test id, 2025 and 2026
    '[role="listbox"] [role="option"]:not([data-convid])', // roles alone, 2019 to 2024; with data-convid it is the list of mails
  ],
  fileName: [
    '[title]', // name whole in the title where the line is cut
  ],
  fileSize: [],
  time: [
    'time[datetime]', // not seen; the shown date depends on language and zone
  ],
  date: [
    '[id^="MSG_"][id$="_DATETIME"]', // id of the date's heading (saved pages, 2026-09)
    '[data-testid="SentReceivedSavedTime"]', // test id, 2022 to 2026
  ],
  account: [
    '[role="tree"] [role="treeitem"][aria-level="1"][title*="@"]', // root of a mailbox in the folder tree (2026-07)
    '[role="tree"] [role="treeitem"][title*="@"]', // the same without a level
    '#O365_MainLink_Me[aria-label*="@"], #mectrl_currentAccount_secondary', // account button; the second only while its menu is open
  ],
  unloaded: [],
} satisfies MailPlaces;

/** "You don't often get email from ...", which Exchange writes into the body. It says "not often", not "never": no fact of ours. */
const tip = /^https?:\/\/(?:aka\.ms\/|[\w.]+\.safelinks\.protection\.outlook\.com\/\?url=https?%3A%2F%2Faka\.ms%2F)LearnAboutSenderIdentification(?:$|[&?#])/i;
/** Longest tip, in characters: the words around the address, those of the link. Whoever forges one hides no more than that, and no other link. */
const [longestTip, longestLink] = [110, 60];

const linking = 'a[href], area[href], form, [formaction]';

/** The nearest element around the tip's link that also names an address, where it opens the mail; else the link alone. */
function tipsIn(body: Element): Element[] {
  const link = findAll(body, 'a[href*="LearnAboutSenderIdentification"]').find((found) => tip.test(attribute(found, 'href') ?? ''));
  if (!link) return [];
  let notice = parentOf(link);
  while (notice && notice !== body && mailAddressIn(textOf(notice)) === undefined) notice = parentOf(notice);
  const text = notice && notice !== body ? textOf(notice).trim() : '';
  const linked = textOf(link);
  const around = text.replace(linked, '').replace(mailAddressIn(text) ?? '', '');
  const isTip = text !== '' && linked.length <= longestLink && around.length <= longestTip && textOf(body).trimStart().startsWith(text)
    && findAll(notice as Element, linking).every((other) => other === link || /^mailto:/i.test(attribute(other, 'href') ?? ''));
  return [notice && isTip ? notice : link];
}

/** Mailboxes in the folder tree, a shared one in the address (`/mail/jobs@company.example/inbox/`), and the name in the title. */
function ownersOf(page: Document, { pathname }: URL, isOurs: IsOurs): string[] {
  const shown = findAllAt(page, places.account, isOurs)
    .map((element) => mailAddressIn(attribute(element, 'title') ?? attribute(element, 'aria-label') ?? textOf(element)));
  const shared = pathname.split('/').map((part) => mailAddressIn(part.replace('%40', '@')));
  // A pop-out's title is the subject, which a stranger writes.
  const named = /\/deeplink\//.test(pathname) ? undefined : / [-–] (.+?) [-–] Outlook$/.exec(titleOf(page))?.[1]?.toLowerCase();
  return [...shown, ...shared, named].filter((owner) => owner !== undefined);
}

const read = /\/(?:id|deeplink\/read)\/[^/]/;

/** Reading pane, conversations, pop-outs, shared mailboxes. Drafts and what is being written are not read. */
export const outlook: Surface = webmail({
  id: 'outlook',
  places,
  quoting: {
    quoted: 'blockquote, .gmail_quote, .x_gmail_quote',
    // Outlook's own replies; every pass through Outlook puts `x_` in front.
    heads: '[id$="divRplyFwdMsg"], [id$="appendonsend"]',
    notices: tipsIn,
  },
  expects: ({ pathname }, document) => find(document, places.body[0]!) !== undefined
    // What is being written may have taken the mail's place.
    || (read.test(pathname) && !/\/drafts\//.test(pathname) && !find(document, '[contenteditable="true"][role="textbox"]')),
  messagesIn: (page, isOurs) => messagesAround(page, places, isOurs),
  senderOf: (message, isOurs) => {
    const shown = personOn(findShownAt(message, places.sender, isOurs));
    const near = shown?.email ? undefined : personBefore(findShownAt(message, places.body), message, isOurs);
    return near && (!shown || shown.name === near.name) ? near : shown;
  },
  ownersOf,
  isNewestFirst: (messages, isOurs) => isNewestFirst(messages.map((message) => findShownAt(message, places.date, isOurs))),
});
