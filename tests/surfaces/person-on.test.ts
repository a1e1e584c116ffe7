import { describe, expect, it } from 'vitest';
import { personBefore, personOn } from '../../utils/surfaces/person-on.ts';

const draw = (html: string) => {
  document.body.innerHTML = html;
  return document.body;
};

describe('person-on', () => {
  it.each([
    ['<i aria-label="Von: Tilo Kranz&lt;T@n.example&gt;"></i>', 'Tilo Kranz', 't@n.example'],
    ['<i aria-label="Von: Tilo Kranz"><b>Von: Tilo Kranz</b></i>', 'Tilo Kranz', undefined],
    ['<i>Tilo: Kranz &lt;t@n.example&gt;</i>', 'Tilo: Kranz', 't@n.example'],
    ['<i>support@bank.example&lt;t@n.example&gt;</i>', 'support@bank.example', 't@n.example'],
  ])('reads who %s shows', (html, name, email) => {
    expect(personOn(draw(html).firstElementChild!)).toEqual({ name, email });
  });
  it('knows nobody from an empty element', () => {
    expect(personOn(draw('<i></i>').firstElementChild!)).toBeUndefined();
  });
  it('finds the first person before the body by the shape of the line', () => {
    const page = draw('<p>Subject</p><p>森野 葵 &lt;aoi@k.example&gt;</p><p>To: me &lt;me@i.example&gt;</p><div id="body">Boss &lt;boss@i.example&gt;</div>');
    expect(personBefore(page.querySelector('#body')!, page, () => true)).toEqual({ name: '森野 葵', email: 'aoi@k.example' });
  });
  it('finds nobody in what only mentions an address', () => {
    const page = draw('<p>Write to aoi@k.example today</p><div id="body">x</div>');
    expect(personBefore(page.querySelector('#body')!, page, () => true)).toBeUndefined();
  });
});
