// Pictures for people to look at, into demo-output/gallery with a page over all of them:
// npm run gallery                             our own pages and components, in every state, look and language
// npm run gallery -- popup card               some of them; --lang en,ja and --look light,dark for some of these, --scale 2 for finer pictures
// npm run gallery -- saved                    warnings on every saved page of a site, by the built extension; -- gmail inspection for some
// Each with --browser firefox. Pictures are drawn with the fonts of this computer: without one for Japanese there are boxes.
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { browserKinds } from '../utils/cli/browser/browser-kind.ts';
import { languages } from './gallery/made-up-words.mts';
import { takeOwnPictures } from './gallery/own-pages.mts';
import { ownStates } from './gallery/own-states.mts';
import { inspection, takeSavedPages } from './gallery/saved-pages.mts';
import { writeIndex } from './gallery/write-index.mts';

const { values, positionals } = parseArgs({
  allowPositionals: true, options: { browser: { type: 'string', default: 'chromium' }, lang: { type: 'string', default: languages.join() }, look: { type: 'string', default: '' }, scale: { type: 'string', default: '1' } },
});
const kind = browserKinds.find((known) => known === values.browser);
if (!kind) throw new Error(`--browser is ${values.browser}; it can be ${browserKinds.join(' or ')}.`);
const asked = values.lang.split(',');
const strange = asked.find((lang) => !languages.some((known) => known === lang));
if (strange !== undefined) throw new Error(`--lang has ${strange}; it can have ${languages.join(', ')}.`);

const folder = kind === 'chromium' ? 'demo-output/gallery' : 'demo-output/gallery-firefox';
const own = [...new Set(ownStates.map(({ show }) => show))];
const surfaces = [...readdirSync('tests/pages'), inspection];
const unknown = positionals.find((name) => ![...own, ...surfaces, 'saved'].includes(name));
if (unknown !== undefined) throw new Error(`There is no "${unknown}": it can be ${own.join(', ')}; saved, or of these ${surfaces.join(', ')}.`);

const shows = positionals.length === 0 ? own : own.filter((show) => positionals.includes(show));
const sites = surfaces.filter((surface) => positionals.includes(surface));
if (shows.length > 0) {
  const { pictures, remarks } = await takeOwnPictures({ kind, shows, langs: languages.filter((lang) => asked.includes(lang)), looks: values.look.split(',').filter(Boolean), folder, scale: Number(values.scale) });
  console.log([`${pictures.length} pictures in ${folder}`, ...new Set(remarks)].join('\n   '));
}
if (sites.length > 0 || positionals.includes('saved')) await takeSavedPages(kind, sites, folder);
writeIndex(folder);
console.log(`${folder}/index.html`);
