import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { mattersContract } from '#test/contract/matters.contract';

const dynamo = dynamoForThisFile();

mattersContract('memory', async () => memoryStores());
mattersContract('DynamoDB', dynamo.fresh);
