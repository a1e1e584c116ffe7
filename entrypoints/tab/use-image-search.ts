import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { imageSearches, readImageSearch } from '../../utils/platform/image-search.ts';

/** The page the person looks pictures up on, also when that changes while a side panel is open; undefined before it is known. */
export function useImageSearch() {
  const [search, setSearch] = useState<(typeof imageSearches)[keyof typeof imageSearches]>();
  useEffect(() => {
    // Without an answer there is no link, and nothing else suffers.
    const read = () => void readImageSearch().then((one) => setSearch(imageSearches[one]), () => undefined);
    read();
    browser.storage.onChanged.addListener(read);
    return () => browser.storage.onChanged.removeListener(read);
  }, []);
  return search;
}
