import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { linkedinMessage } from '../utils/surfaces/linkedin-message.ts';
import { linkedinProfile } from '../utils/surfaces/linkedin-profile.ts';
import { startWatching } from './watch/start-watching.ts';

export default defineUnlistedScript(() => startWatching([linkedinProfile, linkedinMessage]));
