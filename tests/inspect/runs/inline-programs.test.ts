import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlinePrograms } from '../../../utils/inspect/runs/inline-programs.ts';

const codes = (command: string) => inlinePrograms(command).map(({ language, code }) => `${language} ${code}`);

describe('inlinePrograms', () => {
  it.each([
    ['node -e "run(1)"', 'javascript run(1)'], ["node --no-warnings -r ./x --eval='run(1)'", 'javascript run(1)'], ['/usr/bin/node -pe "run(1)"', 'javascript run(1)'], ['node.exe -e "run(1)"', 'javascript run(1)'],
    ['cross-env A=1 npx tsx -e "run(1)"', 'javascript run(1)'], ['deno eval "run(1)"', 'javascript run(1)'], ['cmd /c "node -e \\"run(1)\\""', 'javascript run(1)'], ['sh -c \'node -e "run(1)" &\'', 'javascript run(1)'],
    ['echo "run(1)" | node', 'javascript run(1)'], ['printf "run(1)" | node -', 'javascript run(1)'], ['python3 -c "import os"', 'python import os'], ['py -c "import os"', 'python import os'],
    ['node --import "data:text/javascript,run(1)"', 'javascript run(1)'], ["node --import 'data:text/javascript;base64,cnVuKDEp'", 'javascript run(1)'],
    ['husky && node -e "run(1)" || true', 'javascript run(1)'], [`powershell -nop -w hidden -enc ${Buffer.from('iex 1', 'utf16le').toString('base64')}`, 'shell iex 1'],
  ])('finds that of %s', (command, expected) => expect(codes(command)).toContain(expected));

  it.each(['node server.js -e production', 'node build.js', 'python manage.py -c x', 'echo node -e', 'grep -e node', 'tsc -p .', 'echo "run(1)" | node x.js', 'python -m pytest -c x.ini', 'node --env-file .env x.js', ''])(
    'finds none in %s', (command) => expect(codes(command)).toEqual([]));

  it('ends, whatever it is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => inlinePrograms(`node -e ${text}`).length <= 50), { numRuns: 40 });
    const begin = performance.now();
    inlinePrograms('node -e "'.repeat(10_000));
    inlinePrograms('node '.repeat(20_000));
    inlinePrograms(`node ${"-r 'a b' ".repeat(10_000)}`);
    expect(performance.now() - begin).toBeLessThan(5_000);
  });
});
