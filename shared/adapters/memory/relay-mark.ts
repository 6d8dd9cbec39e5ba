import type { RelayMark } from '#shared/ports/postal-relay';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryRelayMark(): RelayMark {
  let token: string | undefined;
  return {
    read: async () => token,
    move: async (to) => {
      token = to;
    },
  };
}
