import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** For what takes the place of something the person pressed: it has the focus when it comes, so that nobody has to look for it. */
export function useFocus<E extends HTMLElement>(): RefObject<E | null> {
  const place = useRef<E>(null);
  useEffect(() => place.current?.focus(), []);
  return place;
}
