import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { gmail } from '../utils/surfaces/gmail.ts';
import { startWatching } from './watch/start-watching.ts';

export default defineUnlistedScript(() => startWatching([gmail]));
