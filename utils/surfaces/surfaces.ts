import { gmail } from './gmail.ts';
import { linkedinMessage } from './linkedin-message.ts';
import { linkedinProfile } from './linkedin-profile.ts';
import type { Surface } from './surface.ts';

/** Every surface there is. */
export const surfaces: readonly Surface[] = [linkedinProfile, linkedinMessage, gmail];
