import type { MobileApp } from '#shared/domain/programme/registry/pricing';

/** Applications that people have to choose between. */
export interface MobileOverlap {
  /** MANY_APPS: one authority has several. SAME_PURPOSE: one service has several for the same thing. */
  readonly kind: 'MANY_APPS' | 'SAME_PURPOSE';
  readonly serviceId?: string;
  readonly purpose?: MobileApp['purpose'];
  /** By their names, or ids where they have none; each once, in order. */
  readonly apps: readonly string[];
}

/**
 * Overlaps among the applications of one authority. The same application entered for several services is one.
 *
 * @see REQ-163, REQ-164, REQ-165, REQ-167
 */
export function overlapsOf(apps: readonly MobileApp[]): MobileOverlap[] {
  const ofServices = apps.filter(({ serviceId }) => serviceId !== undefined);
  const alike = Map.groupBy(ofServices, ({ serviceId, purpose }) => `${serviceId ?? ''} ${purpose}`);
  const samePurpose = [...alike.values()].map((group): MobileOverlap => {
    const [first] = group;
    return { kind: 'SAME_PURPOSE', serviceId: first?.serviceId, purpose: first?.purpose, apps: namesOf(group) };
  });
  const manyApps: MobileOverlap = { kind: 'MANY_APPS', apps: namesOf(apps) };
  return [manyApps, ...samePurpose].filter((overlap) => overlap.apps.length > 1);
}

function namesOf(apps: readonly MobileApp[]): string[] {
  const byId = new Map(apps.map(({ appId, name }) => [appId, name ?? appId]));
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}
