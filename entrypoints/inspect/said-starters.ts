import { createContext } from 'preact';
import type { StarterWords } from './starter-words.ts';

/** Apart from what makes the words: that runs in a worker, which draws nothing and need not carry Preact. */
export const SaidStarters = createContext<StarterWords>(new Map());
