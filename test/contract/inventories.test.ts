import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { inventoriesContract } from '#test/contract/inventories.contract';

const dynamo = dynamoForThisFile();

inventoriesContract('memory', async () => memoryStores());
inventoriesContract('DynamoDB', dynamo.fresh);
