import type { Outage } from '#shared/domain/channel/outage';
import type { DeliveryId } from '#shared/domain/message/ids';
import type { Instant } from '#shared/kernel/time';

/** Outages and what each of them keeps back. All reads are strongly consistent. */
export interface Outages {
  /** Declares or amends, with its place in the wake index; answers whether it was new. */
  put(outage: Outage): Promise<boolean>;
  read(outageId: string): Promise<Outage | undefined>;

  /** Enters it among those that may be open, for every decision to see, or takes it out again. */
  list(outageId: string): Promise<void>;
  unlist(outageId: string): Promise<void>;
  /** Those that may be open, each as it is now. */
  listed(): Promise<readonly Outage[]>;

  /** Moves its wake entry, or takes it out, unless it has been declared anew since it was read. */
  rest(outage: Outage, wakeAt: Instant | undefined): Promise<void>;

  /** Notes that a delivery is kept back; entered before the delivery says so, and repeating it is harmless. */
  hold(outageId: string, delivery: DeliveryId): Promise<void>;
  unhold(outageId: string, delivery: DeliveryId): Promise<void>;
  /** What it keeps back, a page at a time. */
  holds(outageId: string): AsyncIterable<readonly DeliveryId[]>;
}
