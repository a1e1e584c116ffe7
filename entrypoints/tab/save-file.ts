/** Time the browser has to take the file over, in ms. */
const takeOver = 60_000;

/** Hands the browser a file to save, made here and now. */
export function saveFile(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), takeOver);
}
