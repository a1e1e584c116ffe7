import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { linkedinCompany } from '../utils/surfaces/linkedin-company.ts';
import { linkedinInvitation } from '../utils/surfaces/linkedin-invitation.ts';
import { linkedinJob } from '../utils/surfaces/linkedin-job.ts';
import { linkedinMessage } from '../utils/surfaces/linkedin-message.ts';
import { linkedinPeople } from '../utils/surfaces/linkedin-people.ts';
import { linkedinProfile } from '../utils/surfaces/linkedin-profile.ts';
import { startWatching } from './watch/start-watching.ts';

export default defineUnlistedScript(() => startWatching([
  linkedinProfile, linkedinMessage, linkedinInvitation, linkedinJob, linkedinCompany, linkedinPeople,
]));
