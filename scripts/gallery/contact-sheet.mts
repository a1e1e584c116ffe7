import type { Picture } from './take-pictures.mts';

/** Host under which the browser finds the sheet and its pictures. */
export const sheetHost = 'gallery.bonafide.example';

/** A page with all pictures of one surface side by side, each named. */
export function drawSheet(title: string, pictures: readonly Picture[], remarks: readonly string[]): string {
  const figures = pictures.map(({ name, width }) => `<figure><figcaption>${name}</figcaption><img src="/${name}.png" width="${width}"></figure>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title><style>
body { margin: 16px; background: #888; color: #fff; font: 16px sans-serif; display: flex; flex-wrap: wrap; align-items: start; gap: 8px; }
h1, p { flex-basis: 100%; margin: 0; font-size: 18px; } figure { margin: 0; } figcaption { padding: 2px 0; }
</style></head><body><h1>${title}</h1><p>${remarks.join(' · ')}</p>${figures.join('')}</body></html>`;
}
