import { knowledgeOf, parsePack } from '../../utils/core/pack.ts';
import { english, speechOf, type Words } from '../../utils/core/speech.ts';
import { collectProject } from '../../utils/inspect/archive/collect-project.ts';
import { ArchiveError } from '../../utils/inspect/archive/entry.ts';
import { openArchive } from '../../utils/inspect/archive/open-archive.ts';
import { inspectProject } from '../../utils/inspect/inspect-project.ts';
import { inspectionKnowledgeOf } from '../../utils/inspect/inspection-knowledge.ts';
import { endMissing, nothingRead } from '../../utils/inspect/nothing-read.ts';
import type { Project } from '../../utils/inspect/project.ts';
import { folderEntries } from './folder-entries.ts';
import { starterWords } from './starter-words.ts';
import type { Inspected, Progress, Told, Work } from './work.ts';

/** Time between two words about progress, in ms: eyes see no more, and each word costs the page a drawing. */
const tellEvery = 100;

const tell = (told: Told) => postMessage(told);
let last = 0;
const progress = (word: Progress) => {
  const now = performance.now();
  if (now - last < tellEvery) return;
  last = now;
  tell(word);
};

async function projectOf({ name, archive, folder }: Work): Promise<Project> {
  const options = { progress: (reading: number) => progress({ reading }) };
  return archive ? openArchive(name, archive, options) : collectProject(name, folderEntries(folder!), options);
}

async function inspect(work: Work): Promise<Inspected> {
  const pack = parsePack(JSON.parse(work.pack));
  const { lists } = knowledgeOf(pack, (sha256) => work.lists.get(sha256));
  const project = await projectOf(work);
  const speech = work.words === undefined ? english : speechOf(JSON.parse(work.words) as Words);
  const inspection = inspectProject(project, { ...inspectionKnowledgeOf(pack, lists), speech }, { progress: (share) => progress({ share }) });
  const unread = nothingRead(project) ?? endMissing(project);
  return { inspection, paths: project.files.map(({ path }) => path), starters: starterWords(inspection.runs, speech), ...(unread !== undefined && { unread }) };
}

// One project a worker: a new one starts with nothing of the last in its memory, and cancelling is ending it.
addEventListener('message', ({ data }: MessageEvent<Work>) => {
  inspect(data).then((done) => tell({ done }), (error: Error) =>
    tell(error instanceof ArchiveError ? { refused: error.message } : { broken: error.message }));
}, { once: true });
