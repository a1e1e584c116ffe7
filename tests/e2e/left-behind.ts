/** All of it runs in a page of the extension. */
interface Area { clear(): Promise<void>; get(keys: null | string): Promise<Record<string, unknown>>; set(values: object): Promise<void> }
interface Api {
  readonly storage: Readonly<Record<'local' | 'session', Area>>;
  readonly tabs: { query(all: object): Promise<{ id: number }[]>; getCurrent(): Promise<{ id: number }>; remove(ids: number[]): Promise<void> };
  readonly permissions: { getAll(): Promise<{ origins: string[]; permissions: string[] }> };
  readonly scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
  readonly extension: { getViews(): unknown[] };
  readonly runtime: { reload(): void };
}
interface Global { readonly browser?: Api; readonly chrome: Api }

export async function otherTabs(): Promise<number[]> {
  const { tabs } = (globalThis as unknown as Global).browser ?? (globalThis as unknown as Global).chrome;
  const own = await tabs.getCurrent();
  return (await tabs.query({})).map(({ id }) => id).filter((id) => id !== own.id);
}

export function closeTabs(ids: number[]): Promise<void> {
  const { tabs } = (globalThis as unknown as Global).browser ?? (globalThis as unknown as Global).chrome;
  return tabs.remove(ids);
}

/** Empties storage and database, and leaves a mark that no new start of the extension has. */
export async function emptyStores(): Promise<void> {
  const { storage } = (globalThis as unknown as Global).browser ?? (globalThis as unknown as Global).chrome;
  await Promise.all([storage.local.clear(), storage.session.clear()]);
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase('bonafide');
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(new Error('The database was not deleted.')));
  });
  await storage.session.set({ old: true });
}

export function startAgain(): void {
  ((globalThis as unknown as Global).browser ?? (globalThis as unknown as Global).chrome).runtime.reload();
}

/** False in what is left of the extension as it ran before. */
export async function isNew(): Promise<boolean> {
  const { storage } = (globalThis as unknown as Global).browser ?? (globalThis as unknown as Global).chrome;
  return !('old' in await storage.session.get(null));
}

/**
 * What a test can leave in a browser, as text. The pack of rules and its lists are no trace: they come with the extension, at once
 * when it is installed and else with the first judgement.
 */
export async function listTraces(): Promise<string> {
  const { storage, tabs, permissions, scripting, extension } = (globalThis as unknown as Global).browser ?? (globalThis as unknown as Global).chrome;
  const [{ pack: _, ...local }, session, granted, scripts, open, named] = await Promise.all([
    storage.local.get(null), storage.session.get(null), permissions.getAll(), scripting.getRegisteredContentScripts(), tabs.query({}), indexedDB.databases(),
  ]);
  const rows: Record<string, number> = {};
  for (const { name, version } of named) {
    const database = await settled(indexedDB.open(name!, version));
    for (const store of database.objectStoreNames) {
      const count = await settled(database.transaction(store).objectStore(store).count());
      if (store !== 'packs' && store !== 'lists' && count > 0) rows[`${name} ${store}`] = count;
    }
    database.close();
  }
  return JSON.stringify({ local, session, granted, scripts, rows, tabs: open.length, views: extension.getViews().length });

  function settled<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error(`The database does not answer: ${request.error}`)));
    });
  }
}
