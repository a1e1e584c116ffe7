import { describe, expect, it } from 'vitest';
import { pythonObfuscation } from '../../../utils/inspect/python/python-obfuscation.ts';
import { seenBy } from '../sightings-of.ts';

describe('python-obfuscation', () => {
  it.each([
    ['PyArmor', `from pyarmor_runtime_000000 import __pyarmor__\n__pyarmor__(__name__, __file__, b'PY000000')\n`, 1],
    ['a tool that names itself', `# -*- coding: utf-8 -*-\n# Obfuscated with a tool of ours\nx = 1\n`, 2],
    ['a lambda of underscores', `_ = lambda __ : __import__('zlib').decompress(__)\n`, 1],
    ['names nobody can tell apart', `import os\n${Array.from({ length: 8 }, (_, i) => `${'Il'.repeat(4 + i)} = getattr(os, 'x')`).join('\n')}\n`, 2],
    ['numbered names', Array.from({ length: 14 }, (_, i) => `_0x${(0xa000 + i).toString(16)} = ${i}`).join('\n'), 1],
    ['a long text that is run', `import base64\nT = "${'QUJD'.repeat(600)}"\nexec(base64.b64decode(T))\n`, 2],
    ['packed bytes', `import marshal\nexec(marshal.loads(b'\\xe3\\x00'))\n`, 2],
  ])('sees %s', (_, text, line) => {
    expect(seenBy(pythonObfuscation, { 'a.py': text })).toEqual([`obfuscated a.py:${line}`]);
  });

  it.each([
    ['private names', `class A:\n    __slots__ = ('__a', '__b')\n    def __init__(self):\n        self.__a = getattr(self, '__b')\n`],
    ['a picture', `ICON = "${'iVBORw0KGgo'.repeat(300)}"\nprint(ICON)\n`], ['a translation', `from gettext import gettext as _\n_('Hello')\n`], ['a lambda', `_ = lambda text: text\n`],
    ['a table of numbers', `T = [${'12, '.repeat(900)}]\nprint(max(T))\n`], ['a word about tools', `print('PyArmor and pyobfuscate are tools')\n`],
  ])('is quiet about %s', (_, text) => {
    expect(seenBy(pythonObfuscation, { 'a.py': text })).toEqual([]);
  });
});
