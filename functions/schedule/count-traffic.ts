import { metric } from '#functions/_shell/log';
import { countingPorts } from '#functions/_shell/traffic';
import { countTrafficConfig } from '#shared/contracts/config/count-traffic';
import { makeCountTraffic } from '#shared/flow/feed/count-traffic';

const { countAll } = makeCountTraffic(countingPorts(countTrafficConfig.parse(process.env)));

export const handler = async (): Promise<void> => {
  metric('PagesCounted', await countAll(), 'Count');
};
