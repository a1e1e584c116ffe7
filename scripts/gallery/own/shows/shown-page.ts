/** A page of grey lines, as a site is to who looks at the card; with the link that the card is about. */
export function drawPage(): Element {
  document.body.className = 'site';
  const widths = [62, 80, 74, 30, 68, 77, 12, 71, 66, 40, 82, 58];
  document.querySelector('#app')!.innerHTML = widths.map((width, line) => `<i${line === 6 ? ' class="link"' : ''} style="inline-size: ${width}%"></i>`).join('');
  return document.querySelector('.link')!;
}
