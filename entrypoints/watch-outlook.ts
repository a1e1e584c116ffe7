import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { outlook } from '../utils/surfaces/outlook.ts';
import { startWatching } from './watch/start-watching.ts';

export default defineUnlistedScript(() => startWatching([outlook]));
