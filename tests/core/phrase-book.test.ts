import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhraseBook } from '../../utils/core/phrase-book.ts';
import { processorTime } from '../processor-time.ts';

function quote(phrase: string, text: string): string | undefined {
  const book = new PhraseBook();
  const id = book.add([phrase]);
  const found = book.find(text).get(id);
  return found && text.slice(found.from, found.to);
}
const says = (phrase: string, text: string) => quote(phrase, text) !== undefined;

describe('PhraseBook', () => {
  it('finds a phrase in any case, width and accent', () => {
    expect(says('entrevista técnica', 'La ENTREVISTA TECNICA es el lunes')).toBe(true);
    expect(says('telegram', 'Ｔｅｌｅｇｒａｍ で話しましょう')).toBe(true);
  });

  it('finds a word whose letters were swapped for look-alikes of another script', () => {
    expect(says('заработок', 'быстрый зapaбoтok дома')).toBe(true);
    expect(says('telegram', 'write me on Tеlеgrаm')).toBe(true);
  });

  it.each([
    ['заработка', 'для зaрaб0тка в городе'], ['себе', 'в команду к се6е'], ['привет', 'Прuвет всем'], ['ищу', 'uщу двоих'],
    ['лучший', 'ᴧучɯий метод'], ['приличный', 'ᴨᴩиличный доход'], ['тырнет', 'тыᴩнет'],
  ])('reads "%s" in "%s"', (phrase, text) => expect(says(phrase, text)).toBe(true));

  it('leaves a number beside Cyrillic letters a number', () => {
    expect(quote('заплачу #', 'заплачу 10к завтра')).toBe('заплачу 10к');
    expect(says('#р', 'по 600р каждому')).toBe(true);
    expect(says('т100', 'модель т100')).toBe(true);
  });

  it('reads Arabic letters that people write in several ways as one', () => {
    expect(says('إضافي', 'دخل اضافي')).toBe(true);
    expect(says('مقابلة', 'مقـابـله عمل')).toBe(true);
    expect(says('الى', 'إلى')).toBe(true);
  });

  it('reads the Vietnamese đ as a d', () => expect(says('đặt cọc', 'dat coc 200k')).toBe(true));

  it.each([['加 微 信', '微 信'], ['加微.信', '微.信'], ['加 微信', '微信']])('finds one word drawn apart in "%s"', (text, quoted) => {
    expect(quote('微信', text)).toBe(quoted);
  });

  it('keeps a space between two longer words', () => expect(says('经验加', '经验 加微信聊')).toBe(false));

  it('finds a phrase that goes on with the k of a number', () => expect(quote('#k/ngày', 'lương 300k/ngày')).toBe('300k/ngày'));

  it('finds a word through invisible characters', () => {
    expect(says('whatsapp', 'add my Whats\u200bApp')).toBe(true);
  });

  it('keeps to whole words where words are spaced', () => {
    expect(says('test', 'the latest news')).toBe(false);
    expect(says('test', 'a testing time')).toBe(false);
    expect(says('test*', 'a testing time')).toBe(true);
  });

  it('finds words inside scripts that do not space them', () => {
    expect(says('面接', '明日の面接について')).toBe(true);
  });

  it('takes signs literally', () => {
    expect(says('part-time (c++) a/b?', 'a Part-Time (C++) A/B? job')).toBe(true);
  });

  it('reads # as a number', () => {
    expect(says('$# per day', 'You get $1,200 per day')).toBe(true);
    expect(says('$# per day', 'You get $ per day')).toBe(false);
    expect(says('# per day', 'up to 500k  per day')).toBe(true);
    expect(says('# ... day', 'about 1.500,00 dollars a day')).toBe(true);
    expect(says('#円', '日給 5,000円')).toBe(true);
  });

  it('lets a gap span a few words of one sentence', () => {
    expect(says('deposit ... check', 'Deposit the attached company check today')).toBe(true);
    expect(says('deposit ... check', 'We keep a deposit. Please check the door.')).toBe(false);
  });

  it('tries every place a piece can stand in', () => {
    expect(says('send ... the code', 'send me the codes and the code')).toBe(true);
  });

  it('hears a negation before the phrase in the same clause', () => {
    expect(says('pay a fee', 'We never ask you to pay a fee')).toBe(false);
    expect(says('pay a fee', 'Nobody knows. Pay a fee now')).toBe(true);
    expect(says("don't use a virtual machine", "please don't use a virtual machine")).toBe(true);
  });

  it('lets a negation reach no further than its part of the sentence', () => {
    expect(says('remote job', 'no experience needed, remote job for everybody')).toBe(true);
    expect(says('run this command', 'camera not working, run this command')).toBe(true);
    expect(says('a recruiter', 'Hi Anna, I am a recruiter')).toBe(true);
  });

  it('lets a Russian negation reach over two words', () => {
    expect(says('платить', 'Вам не нужно ничего платить')).toBe(false);
    expect(says('вложений', 'совсем без предварительных вложений')).toBe(false);
    expect(says('в лс', 'опыт работы не требуется если готов то в лс')).toBe(true);
  });

  it('lets what somebody can come without end a Russian negation', () => {
    expect(says('пишите', 'работа без опыта пишите')).toBe(true);
    expect(says('пишите', 'опыт не важен пишите')).toBe(true);
    expect(says('пишите', 'больше мне не пишите, всё ясно')).toBe(false);
  });

  it('lets what is never done cover a whole list', () => {
    expect(says('bank details', 'We will never ask you for a fee, bank details or a deposit')).toBe(false);
    expect(says('a deposit', "We don't charge for training, a deposit or anything else")).toBe(false);
    expect(says('a deposit', 'We never met. Please pay a deposit')).toBe(true);
  });

  it.each([['Мы не берём предоплату', 'предоплату'], ['不需要押金', '押金'], ['Wir verlangen keine Gebühr', 'gebühr'], ['sin depósito', 'depósito']])(
    'hears the negation in "%s"', (text, phrase) => expect(says(phrase, text)).toBe(false));

  it.each([
    'Why not clone the repository', 'Please do not hesitate to clone the repository', "Don't forget to clone the repository", 'I can\'t wait to see you clone the repository',
    'You need not only clone the repository', 'You will never regret it: clone the repository', 'For job no 5 please clone the repository', 'If not done yet, clone the repository',
  ])('does not take "%s" for a negation', (text) => expect(says('clone the repository', text)).toBe(true));

  it.each([['No olvides ejecutar el proyecto', 'ejecutar'], ['Не забудьте запустить проект', 'запустить'], ['不妨克隆项目', '克隆'], ["N'hésitez pas à lancer le projet", 'lancer']])(
    'does not take "%s" for a negation', (text, phrase) => expect(says(phrase, text)).toBe(true));

  it.each([
    ['an invisible letter', 'clo\u{E0100}ne the repo'], ['a filler', 'clo\uffa0ne the repo'.replace('\uffa0', '\u180b')], ['a mark on a letter', 'clo\u20d2ne the repo'],
    ['small capitals', 'ᴄʟᴏɴᴇ the repo'], ['letters in squares', '🅲🅻🅾🅽🅴 the repo'], ['an Armenian letter', 'clօne the repo'],
    ['wide and blank spaces', 'clone\u200a\u200a\u200a\u200a\u200a\u200a the\u2800repo'],
  ])('reads through %s', (_, text) => expect(says('clone the repo', text)).toBe(true));

  it('tries a number after a gap everywhere, and ends', () => {
    expect(says('pay ... #', 'please pay')).toBe(false);
    expect(says('pay ... #', 'please pay the sum of 500')).toBe(true);
  });

  it('quotes what stands on the page, not the folded text', () => {
    expect(quote('telegram', 'on  Ｔｅｌｅｇｒａｍ now')).toBe('Ｔｅｌｅｇｒａｍ');
    expect(quote('cafe menu', 'the Café\u200b MENU')).toBe('Café\u200b MENU');
  });

  it('quotes within the text whatever the text is', () => {
    const book = new PhraseBook();
    for (const phrase of ['a', 'the ... a', '$#', 'run*', '今日', 'не']) book.add([phrase]);
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const { from, to } of book.find(text).values()) expect(0 <= from && from < to && to <= text.length).toBe(true);
    }));
  });

  it('reads a hostile text in time that grows with its length', () => {
    const book = new PhraseBook();
    for (const phrase of ['a ... a ... b', 'aa*', '# # #', 'a # ... b']) book.add([phrase]);
    const measure = (length: number) => {
      const text = 'a 1 '.repeat(length / 4);
      const start = processorTime();
      book.find(text);
      return processorTime() - start;
    };
    measure(20_000);
    expect(measure(20_000)).toBeLessThan(1_000);
  });
});
