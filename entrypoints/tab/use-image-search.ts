import { useEffect, useState } from 'preact/hooks';
import { imageSearches } from '../../utils/platform/image-search.ts';
import { onSettingChange, readSetting } from '../../utils/platform/settings.ts';

/** The page the person looks pictures up on, also when that changes while a side panel is open; undefined before it is known. */
export function useImageSearch() {
  const [search, setSearch] = useState<(typeof imageSearches)[keyof typeof imageSearches]>();
  useEffect(() => {
    // Without an answer there is no link, and nothing else suffers.
    const read = () => void readSetting('imageSearch').then((one) => setSearch(imageSearches[one]), () => undefined);
    read();
    return onSettingChange(['imageSearch'], read);
  }, []);
  return search;
}
