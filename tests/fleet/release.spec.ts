import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { becauseOf } from '../../scripts/release/known-warnings.mts';
import { lintBuild } from '../../scripts/release/lint-build.mts';
import { keptFiles, stageTree } from '../../scripts/release/stage-tree.mts';
import { writeBoms, type Bom } from '../../scripts/release/write-boms.mts';
import { checksums, sourcesPackage, storePackages, writePackages } from '../../scripts/release/write-packages.mts';

const root = process.cwd();
const paths = keptFiles(root).filter((path) => !path.startsWith('tests/'));
/** Edge gets what Chrome gets. */
const browsers = ['chrome', 'firefox'] as const;
const patience = 900_000;
let stages: string[] = [];

beforeAll(() => { stages = [stageTree(root, paths), stageTree(root, paths.toReversed())]; }, patience);
afterAll(() => { for (const stage of stages) rmSync(stage, { recursive: true, force: true }); });

describe('a release', { timeout: patience }, () => {
  it('has the same bytes from two folders', () => {
    const sums = stages.map((stage) => {
      const packages = [...storePackages(stage, browsers), sourcesPackage(stage, paths)];
      writePackages(join(stage, 'made'), packages);
      return checksums(join(stage, 'made'), packages.map(({ name }) => name));
    });
    expect(sums[0]).toBe(sums[1]);
    expect(sums[0]!.trim().split('\n')).toHaveLength(3);
  });

  it('names no folder of the machine it was built on', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const files = unzipSync(readFileSync(join(stages[0]!, 'made', `bonafide-${version}-chrome.zip`)));
    const telling = Object.entries(files).filter(([, bytes]) => [root, stages[0]!].some((folder) => Buffer.from(bytes).includes(folder)));
    expect(telling.map(([name]) => name)).toEqual([]);
  });

  it('passes the linter of Mozilla but for warnings that are explained', async () => {
    const { errors, warnings } = await lintBuild(join(stages[0]!, '.output', 'firefox-mv3'));
    expect(errors).toEqual([]);
    expect(warnings.filter((warning) => becauseOf(warning) === undefined)).toEqual([]);
  });

  it('has two valid bills of materials that share nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bonafide-bom-'));
    const [runs, builds] = [join(folder, 'runs.json'), join(folder, 'builds.json')];
    writeBoms(root, { runs, builds });
    const texts = [runs, builds].map((path) => readFileSync(path, 'utf8'));
    rmSync(folder, { recursive: true });
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    expect(await Promise.all(texts.map((text) => validator.validate(text)))).toEqual([null, null]);
    const [ours, others] = texts.map((text) => new Set((JSON.parse(text) as Bom).components.map((component) => component['bom-ref'])));
    expect([...ours!].filter((ref) => others!.has(ref))).toEqual([]);
    expect([...ours!].some((ref) => ref.includes('preact@'))).toBe(true);
    expect([...others!].some((ref) => ref.includes('vitest@'))).toBe(true);
  });
});
