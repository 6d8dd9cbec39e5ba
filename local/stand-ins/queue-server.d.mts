export function openQueueServer(host: string): Promise<{
  readonly endpoint: string;
  arrivals(queue: string): number;
  stop(): Promise<void>;
}>;
