import type { Facts } from '../core/facts.ts';
import type { Finding, Verdict } from '../core/verdict.ts';
import type { InputId } from './facts-line.ts';
import { jsonLine, print } from './results.ts';
import { indicatorOfHost, indicatorOfRule, producer, sightingOf, stixId, type StixObject } from './stix-objects.ts';

/** Facts of a finding that name a host. */
const hostFacts = new Set(['links.host', 'sender.host', 'sender.domain', 'headers.replyHost', 'headers.replyDomain']);

/**
 * Prints one STIX 2.1 bundle while inputs come: sightings of what was found at caution or danger, each indicator once. Of the message
 * nothing goes in. Hosts that findings name go in when they are asked for.
 */
export class StixBundle {
  /** Indicators that were printed. Sightings are as many as messages, and are forgotten. */
  private readonly told = new Set<string>();
  private readonly withHosts: boolean;

  constructor(withHosts: boolean) {
    this.withHosts = withHosts;
  }

  async begin(paths: readonly string[]): Promise<void> {
    await print(`{"type":"bundle","id":"${stixId('bundle', paths.join('\n'))}","objects":[`);
    await print(jsonLine(producer));
  }

  async take(id: InputId, facts: Facts, { level, findings }: Verdict): Promise<void> {
    if (level !== 'caution' && level !== 'danger') return;
    const at = facts.seenAt ? new Date(facts.seenAt) : undefined;
    const seenAt = at && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
    const counted = findings.filter(({ trial }) => !trial);
    const indicators = counted.flatMap((finding) => [indicatorOfRule(finding), ...this.hostsIn(finding).map((host) => indicatorOfHost(host, finding))]);
    // Several findings may name one host: of one message that is one sighting.
    for (const indicator of new Map(indicators.map((one) => [one.id, one])).values()) {
      await this.tellOnce(indicator);
      await print(`,${jsonLine(sightingOf(indicator, JSON.stringify([id, facts]), seenAt, new Date().toISOString()))}`);
    }
  }

  private hostsIn(finding: Finding): string[] {
    return this.withHosts ? finding.seen.filter(({ fact }) => hostFacts.has(fact)).map(({ value }) => String(value)) : [];
  }

  async end(): Promise<void> {
    await print(']}');
  }

  private async tellOnce(object: StixObject): Promise<void> {
    if (this.told.has(object.id)) return;
    this.told.add(object.id);
    await print(`,${jsonLine(object)}`);
  }
}
