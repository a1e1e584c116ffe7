import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startWatching } from './watch/start-watching.ts';

export default defineUnlistedScript(() => startWatching([]));
