import type { Obstacle, ObstacleRegister } from '#shared/ports/obstacles';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryObstacles(): ObstacleRegister {
  const hits = new Map<string, Set<number>>();
  const nameOf = ({ tenantId, serviceId, statute }: Obstacle) => JSON.stringify([tenantId, serviceId, statute]);
  return {
    note: async (obstacle, { messageId }) => {
      const name = nameOf(obstacle);
      hits.set(name, (hits.get(name) ?? new Set()).add(messageId));
    },
    count: async (obstacle) => hits.get(nameOf(obstacle))?.size ?? 0,
  };
}
