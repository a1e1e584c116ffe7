/** Both run in the page: all it can tell of the card is where its host answers. `host` is a global of the test's own, for when the page moves it. */
interface Page { readonly host?: Element }

/** Whether presses arrive at the card over an area as large as one. */
export function showsCard(): boolean {
  const host = (globalThis as Page).host ?? document.documentElement.lastElementChild;
  let points = 0;
  if (host?.localName !== 'div') return false;
  for (let x = 10; x < innerWidth; x += 20) for (let y = 10; y < innerHeight; y += 20) if (document.elementFromPoint(x, y) === host) points += 1;
  return points > 100;
}

/** Where it stands, to 8 CSS pixels. */
export function boxOfCard() {
  const host = (globalThis as Page).host ?? document.documentElement.lastElementChild;
  const box = { left: Infinity, top: Infinity, right: 0, bottom: 0 };
  for (let x = 2; x < innerWidth; x += 8) {
    for (let y = 2; y < innerHeight; y += 8) {
      if (document.elementFromPoint(x, y) !== host) continue;
      box.left = Math.min(box.left, x);
      box.top = Math.min(box.top, y);
      box.right = Math.max(box.right, x);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return { x: box.left === Infinity ? 0 : box.left, y: box.top === Infinity ? 0 : box.top, width: Math.max(1, box.right - box.left), height: Math.max(1, box.bottom - box.top) };
}
