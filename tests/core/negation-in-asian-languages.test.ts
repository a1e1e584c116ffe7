import { describe, expect, it } from 'vitest';
import { PhraseBook } from '../../utils/core/phrase-book.ts';

function says(phrase: string, text: string): boolean {
  const book = new PhraseBook();
  const id = book.add([phrase]);
  return book.find(text).has(id);
}

describe('negation in Asian languages', () => {
  it.each([
    ['biaya', 'Kami tidak memungut biaya'], ['biaya', 'Proses ini tanpa biaya'], ['transfer', 'Jangan transfer uang'], ['phí', 'Không thu phí'],
    ['tiền', 'Đừng chuyển tiền cho ai'], ['fees', 'Hum koi fees nahi lete'], ['शुल्क', 'कंपनी कोई शुल्क नहीं लेती'], ['رسوم', 'لا نطلب أي رسوم'],
    ['رسوم', 'التوظيف بدون رسوم'], ['ค่าสมัคร', 'บริษัทไม่มีค่าสมัคร'], ['押金', '不收押金'], ['保证金', '警惕要求缴纳保证金的招聘'],
  ])('does not hear "%s" where it is denied', (phrase, text) => expect(says(phrase, text)).toBe(false));

  it.each([
    ['摄像头', '页面检测不到您的摄像头'], ['麦克风', '无法访问麦克风'], ['微信', '无经验 加微信'], ['小活', '不收费，简单小活'], ['กล้อง', 'ไม่พบกล้อง'],
    ['wawancara', 'Kamera tidak terdeteksi di wawancara'], ['hubungi', 'Jangan ragu hubungi kami'], ['camera', 'Không nhận camera'], ['telegram', 'Koi experience nahi chahiye telegram par aao'],
    ['الكاميرا', 'إذا لم تعمل الكاميرا'], ['راسلني', 'لا تتردد راسلني'], ['押金', '这不是骗局，交押金就行'],
  ])('hears "%s" where a negation means something else', (phrase, text) => expect(says(phrase, text)).toBe(true));
});
