/**
 * What a page can do to the card, each as the page's own script. `host` is all a page has of it. The sheet, the element or the attribute
 * stays: what makes the card come back must hold against it. Returned is how to end it, where the next attack needs that.
 */
type Attack = (host: HTMLElement) => unknown;

const styled = (css: string) => {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
  return () => sheet.remove();
};
const rooted = (change: (root: HTMLElement) => void) => {
  change(document.documentElement);
  return () => { for (const name of document.documentElement.getAttributeNames()) document.documentElement.removeAttribute(name); };
};
const covering = (show: (cover: HTMLElement) => unknown) => {
  const cover = document.createElement('p');
  cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;margin:0;z-index:2147483647;background:teal';
  document.documentElement.append(cover);
  show(cover);
  return () => cover.remove();
};

/** The card is there again and can be pressed a second later. */
export const survived: Readonly<Record<string, Attack>> = {
  'removes it': (host) => host.remove(),
  'removes it again and again for a second': (host) => {
    const timer = setInterval(() => host.remove(), 20);
    setTimeout(() => clearInterval(timer), 1_000);
  },
  'moves it elsewhere': (host) => document.body.prepend(host),
  'puts it into a closed dialog': (host) => {
    const dialog = document.createElement('dialog');
    dialog.append(host);
    document.body.append(dialog);
    return () => dialog.remove();
  },
  'hides it by attributes': (host) => {
    host.hidden = true;
    host.inert = true;
    host.popover = 'manual';
    host.className = 'gone';
    host.ariaHidden = 'true';
  },
  'hides it by inline style': (host) => { host.style.cssText = 'display:none!important;opacity:0!important;transform:scale(0)!important;visibility:hidden!important;pointer-events:none!important'; },
  'hides it by a style sheet': () => styled('html>div,html>*:last-child{display:none!important;opacity:0!important;visibility:hidden!important;pointer-events:none!important;'
    + 'clip-path:circle(0)!important;content-visibility:hidden!important;filter:opacity(0)!important;transform:scale(0)!important;font-size:0!important;translate:-9000px!important}'),
  'hides it by an animation': (host) => {
    host.animate([{ opacity: 0, transform: 'translateX(-9000px)' }, { opacity: 0, transform: 'translateX(-9000px)' }], { duration: 1e9, fill: 'both' });
    return styled('html>div{transition:all 9000s!important;animation:gone 9000s both!important}@keyframes gone{from,to{opacity:0;visibility:hidden}}');
  },
  'bends the root': () => styled('html{transform:rotate(180deg) scale(0.01);filter:blur(9px);opacity:0.01;clip-path:circle(1px);contain:strict;overflow:hidden;perspective:1px}'),
  'enlarges the root': () => styled('html{zoom:6}'),
  'takes presses and letters away': () => styled('*{pointer-events:none!important;user-select:none!important;color:transparent!important;font-size:0!important}'),
  'registers our properties': () => {
    for (const name of ['surface', 'ink', 'soft', 'line', 'shadow', 'danger', 'caution'])
      CSS.registerProperty({ name: `--${name}`, syntax: '<length>', inherits: false, initialValue: '0px' });
  },
  'covers it with the highest element': () => covering(() => undefined),
  'covers it with a popover': () => covering((cover) => {
    cover.popover = 'manual';
    cover.showPopover();
  }),
  'covers it with a popover it shows anew, keeping quiet': () => {
    window.addEventListener('toggle', (event) => event.stopImmediatePropagation(), true);
    return covering((cover) => {
      cover.popover = 'manual';
      cover.showPopover();
      setTimeout(() => {
        cover.hidePopover();
        cover.showPopover();
      }, 300);
    });
  },
  'replaces the root': () => {
    const root = document.documentElement;
    const other = document.createElement('html');
    other.append(...root.childNodes);
    root.replaceWith(other);
  },
};

/** The card stays away or cannot be pressed as long as this lasts: no way around it is known. It is back a second after the end. */
export const lost: Readonly<Record<string, Attack>> = {
  'makes everything inert': () => rooted((root) => { root.inert = true; }),
  'draws nothing at all': () => rooted((root) => { root.style.display = 'none'; }),
  'opens a modal dialog': () => {
    const dialog = document.createElement('dialog');
    dialog.style.cssText = 'width:100vw;height:100vh;max-width:none;max-height:none;inset:0';
    document.body.append(dialog);
    dialog.showModal();
    return () => dialog.remove();
  },
};

/** Nothing comes of it, and the card is untouched throughout. */
export const idle: Readonly<Record<string, Attack>> = {
  'forges presses, keys and focus': (host) => {
    const made = { bubbles: true, composed: true, cancelable: true };
    for (const target of [host, document.body, document, window]) {
      for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(kind, made));
      for (const key of ['Escape', 'Enter', ' ', 'Tab']) for (const kind of ['keydown', 'keypress', 'keyup']) target.dispatchEvent(new KeyboardEvent(kind, { ...made, key }));
      for (const kind of ['focus', 'blur', 'focusin', 'focusout']) target.dispatchEvent(new FocusEvent(kind, made));
      for (const kind of ['toggle', 'beforetoggle', 'close', 'cancel', 'fullscreenchange']) target.dispatchEvent(new Event(kind, made));
    }
    host.click();
    host.focus();
  },
  'clones it and speaks in its name': (host) => {
    const words = document.createElement('section');
    words.textContent = 'Bonafide: all clear. This sender is verified and safe.';
    words.role = 'alert';
    const clone = host.cloneNode(true) as HTMLElement;
    document.body.append(words, clone);
    return () => { for (const element of [words, clone]) element.remove(); };
  },
  'asks for its inside': (host) => {
    const tries = [() => host.attachShadow({ mode: 'open' }), () => host.attachInternals(), () => { host.innerHTML = '<b>all clear</b>'; }];
    for (const attempt of tries) try { attempt(); } catch { /* refused */ }
    return () => { host.textContent = ''; };
  },
};

/** The page's side: these are run there by name. */
export const attackScript = `{
  const styled = ${styled.toString()};
  const rooted = ${rooted.toString()};
  const covering = ${covering.toString()};
  globalThis.attacks = {${Object.entries({ ...survived, ...lost, ...idle }).map(([name, attack]) => `${JSON.stringify(name)}: ${attack.toString()}`).join(',\n')}};
}`;
