import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page over all pictures of a folder, made anew from what lies there: `<page>/<state>.<language>.<look>.png`, and sheets of saved pages. */
export function writeIndex(folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  const shows = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  const sheets = entries.map(({ name }) => name).filter((name) => name.endsWith('.png')).sort();
  const pictures = shows.flatMap((show) => readdirSync(join(folder, show)).sort().flatMap((file) => {
    const [state, lang, look] = file.split('.');
    return file.endsWith('.png') && look ? [{ show, state: state!, lang: lang!, look, path: `${show}/${file}` }] : [];
  }));
  const of = (name: 'show' | 'lang' | 'look') => [...new Set(pictures.map((one) => one[name])), ...(name === 'show' && sheets.length > 0 ? ['saved'] : [])];
  const choose = (name: 'show' | 'lang' | 'look') =>
    `<label>${name} <select name="${name}"><option value="">all</option>${of(name).map((one) => `<option>${one}</option>`).join('')}</select></label>`;
  const figures = pictures.map(({ show, state, lang, look, path }) =>
    `<figure data-show="${show}" data-lang="${lang}" data-look="${look}"><a href="${path}"><img loading="lazy" src="${path}" alt=""></a><figcaption>${show} · ${state} · ${lang} · ${look}</figcaption></figure>`);
  const saved = sheets.map((name) => `<figure data-show="saved"><a href="${name}"><img loading="lazy" src="${name}" alt=""></a><figcaption>${name.replace('.png', '')}</figcaption></figure>`);
  writeFileSync(join(folder, 'index.html'), `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bonafide: the gallery</title><style>
body { margin: 0; font: 14px/1.4 system-ui, sans-serif; background: #6f6c66; color: #fff; }
header { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: baseline; padding: 10px 20px; background: #2a2825; }
h1 { margin: 0; font-size: 16px; } main { display: flex; flex-wrap: wrap; align-items: start; gap: 20px; padding: 20px; }
figure { margin: 0; } img { display: block; max-width: 540px; max-height: 760px; width: auto; background: #fff; } figcaption { padding-top: 4px; }
</style></head><body><header><h1>${pictures.length} pictures</h1>${choose('show')}${choose('lang')}${choose('look')}</header>
<main>${figures.join('\n')}${saved.join('\n')}</main>
<script>
const chosen = [...document.querySelectorAll('select')];
const asked = new URLSearchParams(location.hash.slice(1));
for (const select of chosen) { select.value = asked.get(select.name) ?? (select.name === 'show' ? '' : { lang: 'en', look: 'light' }[select.name]); select.onchange = draw; }
function draw() {
  for (const figure of document.querySelectorAll('figure')) figure.hidden = chosen.some(({ name, value }) => value && figure.dataset[name] && figure.dataset[name] !== value);
}
draw();
</script></body></html>
`);
}
