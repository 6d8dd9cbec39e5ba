import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { letterShelfContract } from '#test/contract/letter-shelf.contract';

const dynamo = dynamoForThisFile();

letterShelfContract('memory', async () => memoryStores());
letterShelfContract('DynamoDB', dynamo.fresh);
