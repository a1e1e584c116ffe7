import { fastmail } from './fastmail.ts';
import { gmail } from './gmail.ts';
import { icloud } from './icloud.ts';
import { linkedinCompany } from './linkedin-company.ts';
import { linkedinInvitation } from './linkedin-invitation.ts';
import { linkedinJob } from './linkedin-job.ts';
import { linkedinMessage } from './linkedin-message.ts';
import { linkedinProfile } from './linkedin-profile.ts';
import { outlook } from './outlook.ts';
import { proton } from './proton.ts';
import { roundcube } from './roundcube.ts';
import { yahoo } from './yahoo.ts';
import { zoho } from './zoho.ts';
import type { Surface } from './surface.ts';

/** Every surface whose readings are judged. Beside them stands linkedin-people.ts, which only passes photos on. */
export const surfaces: readonly Surface[] = [
  linkedinProfile, linkedinMessage, linkedinInvitation, linkedinJob, linkedinCompany,
  gmail, outlook, yahoo, proton, icloud, fastmail, zoho, roundcube,
];
