import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { batchesContract } from '#test/contract/batches.contract';

const dynamo = dynamoForThisFile();

batchesContract('memory', async () => memoryStores());
batchesContract('DynamoDB', dynamo.fresh);
