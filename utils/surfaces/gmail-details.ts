import type { Facts } from '../core/facts.ts';
import { closest, find, isShown } from './dom.ts';
import { gmailsOwn, viaOf, type GmailMail } from './gmail-conversation.ts';
import { oneLine, shownLine } from './shown-line.ts';

type Headers = NonNullable<Facts['headers']>;

/**
 * Labels of the rows, as Gmail writes them in en, de, fr, es, pt, it, nl, ja, zh, ko, without the colon. English and French are on
 * record; the others are Gmail's translations as remembered, and a label that is not among them gives no fact.
 */
const labels = {
  replyTo: ['reply-to', 'antwort an', 'répondre à', 'responder a', 'rispondi a', 'antwoorden aan', 'beantwoorden aan',
    '返信先', '回复至', '回复', '回覆', '답장받는사람'],
  mailedBy: ['mailed-by', 'gesendet von', 'envoyé par', 'enviado por', 'inviato da', 'proveniente da', 'verzonden door', '送信元',
    '发件服务器', '寄件者', '발송 도메인'],
  signedBy: ['signed-by', 'signiert von', 'signé par', 'firmado por', 'assinado por', 'firmato da', 'ondertekend door', '署名元',
    '签名者', '簽署者', '서명한 도메인'],
} as const;
const names = Object.keys(labels) as (keyof typeof labels)[];
const domain = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;
const address = /[^\s<>()",;]+@[^\s<>()",;]+/;

/** What Gmail says about the way of a message: the "via" beside the sender and, when the person has it open, the table of details. */
export function headersOf(document: Document, mail: GmailMail): Headers | undefined {
  const found: Headers = {};
  const rows = detailRows(document, mail);
  for (const { label, value } of rows) {
    const name = names.find((candidate) => (labels[candidate] as readonly string[]).includes(label));
    if (name) found[name] ??= name === 'replyTo' ? address.exec(value)?.[0] : domainIn(value);
  }
  // In every language the two rows with a bare domain are "mailed by", then "signed by".
  const [mailedBy, signedBy, ...more] = rows.map(({ value }) => value).filter((value) => domain.test(value));
  if (signedBy !== undefined && more.length === 0) {
    found.mailedBy ??= mailedBy?.toLowerCase();
    found.signedBy ??= signedBy.toLowerCase();
  }
  found.mailedBy ??= viaOf(mail);
  return Object.values(found).some(Boolean) ? found : undefined;
}

const domainIn = (value: string) => (domain.test(value) ? value.toLowerCase() : undefined);

/** <tr class="ajv"><td><span class="gG">mailed-by:</span></td><td><span class="gI">example.com</span></td></tr> */
function detailRows(document: Document, { row, email }: GmailMail): { label: string; value: string }[] {
  const inside = gmailsOwn(row, 'tr.ajv').filter(isShown);
  const elsewhere = inside.length > 0 ? []
    : gmailsOwn(document, 'tr.ajv').filter((line) => isShown(line) && !closest(line, '[role="listitem"]'));
  const lines = (inside.length > 0 ? inside : elsewhere).map((line) => ({
    label: (oneLine(shownLine(find(line, '.gG'))) ?? '').toLowerCase().replace(/\s*[:：]\s*$/, ''),
    value: shownLine(find(line, '.gI', '.gL')) ?? '',
  }));
  // A table outside of the row belongs to the message whose sender it names.
  return inside.length > 0 || lines[0]?.value.toLowerCase().includes(email.toLowerCase()) ? lines : [];
}
