import type { MessageId, ServiceId, TenantId } from '#shared/domain/message/ids';

/** A statute that keeps a service's messages on paper (REQ-175). */
export interface Obstacle {
  readonly tenantId: TenantId;
  readonly serviceId: ServiceId;
  /** SHA-256 of the statute as the sender names it. */
  readonly statute: string;
}

/** The register of obstacles: how many messages each statute has kept on paper. */
export interface ObstacleRegister {
  /** Counts a message once, however often it is noted. @param sealed the statute in words, sealed */
  note(obstacle: Obstacle, hit: { readonly messageId: MessageId; readonly sealed: string }): Promise<void>;
  count(obstacle: Obstacle): Promise<number>;
}
