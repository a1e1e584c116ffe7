import { stateEvent } from '../../utils/core/event.ts';

/** Events of a fleet in the outbox, with a made-up id each. */
export async function fill(count: number, said: Record<string, string> = {}): Promise<string[]> {
  const { database } = await import('../../utils/platform/database.ts');
  const ids = Array.from({ length: count }, (_, i) => `019cadfd-8900-7000-8000-${String(i).padStart(12, '0')}`);
  const teller = (id: string) => ({ id, time: Date.UTC(2026, 2, 2, 10), version: '0.1.0', browser: 'chrome 156', install: 'x', packs: ['base@1'] });
  const rows = ids.map((key) => ({ key, at: new Date().toISOString(), attempts: 0, nextAt: Date.now(), level: 'none', body: JSON.stringify(stateEvent(teller(key), 'heartbeat', said)) }));
  await database.change({ put: { outbox: rows } });
  return ids;
}
