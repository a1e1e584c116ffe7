import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { fastmail } from '../utils/surfaces/fastmail.ts';
import { icloud } from '../utils/surfaces/icloud.ts';
import { proton } from '../utils/surfaces/proton.ts';
import { roundcube } from '../utils/surfaces/roundcube.ts';
import { yahoo } from '../utils/surfaces/yahoo.ts';
import { zoho } from '../utils/surfaces/zoho.ts';
import { startWatching } from './watch/start-watching.ts';
import { takeMailFrames } from './watch/take-mail-frames.ts';

export default defineUnlistedScript(() => {
  takeMailFrames(window, document);
  startWatching([yahoo, proton, icloud, fastmail, zoho, roundcube]);
});
