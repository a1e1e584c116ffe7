import { gmail } from './gmail.ts';
import { linkedinMessage } from './linkedin-message.ts';
import { linkedinProfile } from './linkedin-profile.ts';
import type { PageReader } from './page-reader.ts';

/** Every surface there is. */
export const surfaces: readonly PageReader[] = [linkedinProfile, linkedinMessage, gmail];
