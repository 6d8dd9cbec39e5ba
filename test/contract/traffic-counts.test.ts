import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { trafficCountsContract } from '#test/contract/traffic-counts.contract';

const dynamo = dynamoForThisFile();

trafficCountsContract('memory', async () => memoryStores());
trafficCountsContract('DynamoDB', dynamo.fresh);
