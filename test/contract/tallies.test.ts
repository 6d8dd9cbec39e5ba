import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { talliesContract } from '#test/contract/tallies.contract';

const dynamo = dynamoForThisFile();

talliesContract('memory', async () => memoryStores());
talliesContract('DynamoDB', dynamo.fresh);
