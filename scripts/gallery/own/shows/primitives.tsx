import { render } from 'preact';
import { useState } from 'preact/hooks';
import { ActionIcon, actionShapes, type Action } from '../../../../components/action-icon.tsx';
import { LevelMark } from '../../../../components/level-mark.tsx';
import '../../../../components/page.css';
import { Tabs } from '../../../../components/tabs.tsx';
import { ThemeIcon, themeShapes, type FoundTheme } from '../../../../components/theme-icon.tsx';
import '../../../../components/theme.css';
import './primitives.css';

/** Every primitive once: what pages are put together from. Its words are for who makes them. */
function Primitives() {
  const [tab, setTab] = useState('controls');
  return (
    <div class="column">
      <header><p class="wordmark soft">Bonafide</p><h1>What pages are made of</h1><p class="soft">Tokens, icons, controls and rows, each once.</p></header>
      <main>
        <section class="panel">
          <h2>Levels and icons</h2>
          <div class="signs">{(['none', 'notice', 'caution', 'danger'] as const).map((level) => <LevelMark key={level} level={level} />)}</div>
          <div class="signs">{Object.keys(themeShapes).map((theme) => <span class="with-icon" key={theme}><ThemeIcon theme={theme as FoundTheme} />{theme}</span>)}</div>
          <div class="signs">{Object.keys(actionShapes).map((action) => <span class="with-icon" key={action}><ActionIcon action={action as Action} />{action}</span>)}</div>
        </section>
        <section class="panel">
          <h2>Colours</h2>
          <div class="signs">{['ground', 'surface', 'hover', 'ink', 'soft', 'line', 'line-strong', 'accent', 'accent-wash', 'caution', 'caution-wash', 'danger', 'danger-wash'].map((name) => <span class="swatch" key={name}><i style={{ background: `var(--${name})` }} />{name}</span>)}</div>
        </section>
        <Tabs
          label="Parts" value={tab} onChange={setTab}
          tabs={[{ id: 'controls', title: 'Controls', content: <Controls /> }, { id: 'other', title: 'Another part', content: null }, { id: 'third', title: 'A third', content: null }]}
        />
        <Rows />
      </main>
    </div>
  );
}

function Controls() {
  return (
    <>
      <section class="panel">
        <h2>Buttons</h2>
        <div class="actions">
          <button type="button" class="primary">Look inside</button><button type="button">Details</button><button type="button" class="plain">Cancel</button>
          <button type="button" class="grave">Forget everything</button><button type="button" disabled>Not now</button><button type="button" class="primary" disabled>Not now</button>
          <button type="button"><ActionIcon action="copy" />Copy</button><button type="button" class="small">Undo</button>
          <a class="button" href="#away">A link</a>
        </div>
      </section>
      <section class="panel">
        <h2>Fields</h2>
        <div class="field"><label for="a">Address</label><input id="a" type="text" placeholder="https://github.com/…" /><p class="hint">Paste what you were sent.</p></div>
        <div class="field"><label for="b">Days</label><select id="b"><option>30 days</option></select><p class="wrong">This is no number of days.</p></div>
        <div class="search"><ActionIcon action="search" /><input type="search" aria-label="Search" placeholder="Search rules" /></div>
        <div class="field"><label for="c">Message</label><textarea id="c" rows={3}>Hello, I have a role for you.</textarea></div>
      </section>
      <fieldset class="panel">
        <legend><h2>Choices</h2></legend>
        <label class="switch"><input type="checkbox" role="switch" checked />Check photos</label>
        <label class="switch"><input type="checkbox" role="switch" />Something that is off</label>
        <label class="switch last"><input type="checkbox" role="switch" checked disabled />Set by your organisation</label>
        <label class="choice"><input type="radio" name="r" checked /><span><b>In the page</b><span class="small soft">While a warning shows, the page holds one bare element.</span></span></label>
        <label class="choice"><input type="radio" name="r" /><span><b>Only on the button</b></span></label>
        <p class="tag"><ActionIcon action="lock" />Set by Halden Works</p>
      </fieldset>
    </>
  );
}

function Rows() {
  return (
    <>
      <section class="panel">
        <h2>Rows</h2>
        <ul class="list">
          <li><div class="what"><b>Mara Quill</b><span class="small soft">Everything from this sender</span></div><time class="small soft">until 21 Dec 2026</time><button type="button" class="small">Undo</button></li>
          <li><div class="what"><b>larkspur-labs.example</b><span class="small soft">Everything from this domain</span></div><span class="tag caution">care</span><span class="tag danger">stop</span></li>
        </ul>
        <dl class="figures"><div><dt>messages read today</dt><dd>128</dd></div><div><dt>contacts kept</dt><dd>41</dd></div><div><dt>sent</dt><dd>0</dd></div></dl>
      </section>
      <section class="panel">
        <h2>Over time</h2>
        <ol class="timeline"><li><time>3 Nov 2026</time><p>First met on LinkedIn</p></li><li><time>9 Nov 2026</time><p>Asked to move to Telegram</p></li><li><time>Today</time><p>Asks to run code</p></li></ol>
        <ol class="steps"><li>Disconnect the computer from the network.</li><li>Change your passwords on another device.</li></ol>
        <p>Press <kbd>Alt</kbd> <kbd>Shift</kbd> <kbd>B</kbd>. <code>npm install</code></p>
        <progress aria-label="Progress" max={1} value={0.4} />
      </section>
    </>
  );
}

render(<Primitives />, document.querySelector('#app')!);
