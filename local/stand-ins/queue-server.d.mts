export function openQueueServer(host: string): Promise<{ readonly endpoint: string; stop(): Promise<void> }>;
