import { describe, expect, it } from 'vitest';
import { PhraseBook } from '../../utils/core/phrase-book.ts';

function says(phrase: string, text: string): boolean {
  const book = new PhraseBook();
  book.add([phrase]);
  return book.find(text).size > 0;
}

describe('refusal', () => {
  it.each([
    ['登録料', '当社が登録料を求めることは一切ございません'], ['手数料を', '手数料を頂戴することはありません。手数料をいただきません'],
    ['教材費', '教材費は一切かかりません'], ['研修費', '研修費は会社が負担します'], ['口座番号', '口座番号をお聞きすることはありません'],
    ['등록비', '등록비는 전혀 없습니다'], ['보증금', '보증금을 요구하지 않습니다'], ['신분증 사진', '신분증 사진을 메신저로 요청하는 경우는 없습니다'],
    ['교육비', '교육비는 회사가 부담합니다'],
  ])('hears what is denied behind "%s"', (phrase, text) => expect(says(phrase, text)).toBe(false));

  it.each([
    ['datos bancarios', 'No pedimos en ningún momento de la selección ni dinero ni datos bancarios'], ['depósito', 'Nunca cobramos por participar, tampoco un depósito'],
    ['dados bancários', 'Não solicitamos em nenhuma etapa do processo os seus dados bancários'], ["pièce d'identité", "Nous ne demandons jamais par messagerie, avant la signature, votre pièce d'identité"],
    ['bankverbindung', 'Wir fragen im gesamten Verfahren niemals vor der Zusage nach Ihrer Bankverbindung'], ['überweisen sie', 'Überweisen Sie niemals Geld an Unbekannte'],
    ['installez', "N'installez jamais un logiciel inconnu"],
  ])('hears who never asks for "%s"', (phrase, text) => expect(says(phrase, text)).toBe(false));

  it.each([
    ['frais de visa', "Les frais de visa sont pris en charge par l'entreprise"], ['curso', 'El curso lo paga la empresa'], ['exame', 'O exame é pago, por conta da empresa'],
    ['schulung', 'Die Schulung übernimmt das Unternehmen'],
  ])('hears who bears the cost of "%s"', (phrase, text) => expect(says(phrase, text)).toBe(false));

  it.each([
    ['登録料', '当社を装って登録料を求める手口が報告されています'], ['카카오톡', '채용 담당자를 사칭하여 카카오톡으로 접근합니다'],
    ['whatsapp', 'Se hacen pasar por nuestro equipo y escriben por WhatsApp'], ['telegram', 'Betrüger schreiben Ihnen über Telegram'],
  ])('hears an employer who warns of people using his name: "%s"', (phrase, text) => expect(says(phrase, text)).toBe(false));

  it.each([
    ['登録料', '登録料をお振込みください。面接はありません'], ['line', 'ご不明点はLINEでお願いします'], ['コマンドを', 'カメラが動きませんのでコマンドを貼り付けてください'],
    ['백신', '백신을 꺼 주세요. 문제없습니다'], ['등록비', '등록비를 입금해 주세요, 면접은 없습니다'], ['pagar', 'No pedimos experiencia pero hay que pagar la inscripción'],
    ['kaution', 'Wir verlangen keine Erfahrung, nur eine Kaution'], ['payer', 'Nous ne demandons aucune expérience, il suffit de payer les frais'],
    ['depositar', 'No solicitamos experiencia, solo depositar 50 euros'], ['taxa', 'Não pedimos currículo, mas há uma taxa'],
  ])('still hears "%s" where it is asked for', (phrase, text) => expect(says(phrase, text)).toBe(true));
});
