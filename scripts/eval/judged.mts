import type { Judge } from '../../utils/core/judge.ts';
import { levels, type Level } from '../../utils/core/score.ts';
import { factsOf, type Row } from './row.mts';

export interface Judged {
  readonly row: Row;
  readonly level: Level;
  readonly score: number;
  /** Rules that made the level up. */
  readonly rules: readonly string[];
  /** All rules and marks that held. */
  readonly held: readonly string[];
  /** True when the judge itself saw something asked for. */
  readonly asks: boolean;
  /** True when the text holds a way to answer, by a pattern that knows no rule. */
  readonly reachable: boolean;
}

export const reaches = (level: Level) => ({ level: one }: Pick<Judged, 'level'>): boolean => levels.indexOf(one) >= levels.indexOf(level);
export const isWarned = reaches('caution');

/**
 * An address, a handle, a number to call, a messenger's name or an invitation to write: whoever wants something must be reachable.
 * Counted apart from the rules' own marks, so that an ask the rules do not recognise still counts as missed.
 */
const contact = new RegExp([
  'https?:', 'www\\.', 't\\.me', '(?<!\\w)@\\w{3,}', '\\w@\\w', '\\+?\\p{N}[\\p{N} ()-]{7,}', 'whats ?app', 'telegram|телегр|телег[аеу]|тг\\b',
  'viber|signal|wechat|we ?chat|weixin|微信|[薇徽威v]信|[qQ]{2}|飞机|飛機|\\bline\\b|ไลน์|ทัก|คลิก|click|reply|contact|call|text me|e-?mail',
  '(?:^|[^\\p{L}])(?:лс|л/с|личк\\p{L}*|личн\\p{L}* сообщ\\p{L}*|пиши\\p{L}*|напиши\\p{L}*|звони\\p{L}*|отпиши\\p{L}*|обраща\\p{L}*|бот)(?=[^\\p{L}]|$)', '联系|聯繫|咨询|加我|私聊|扫码|回复|拨打|點擊|点击',
].join('|'), 'iu');

export function judgeRows(rows: readonly Row[], judge: Judge): Judged[] {
  return rows.map((row) => {
    const verdict = judge(factsOf(row));
    return {
      row, level: verdict.level, score: verdict.score,
      rules: verdict.findings.filter(({ share }) => share > 0).map(({ rule }) => rule),
      held: [...verdict.findings.map(({ rule }) => rule), ...verdict.asks],
      asks: verdict.asks.some((mark) => mark.startsWith('message.asks.')),
      reachable: contact.test(row.text) || (row.links?.length ?? 0) > 0,
    };
  });
}
