import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { correspondenceContract } from '#test/contract/correspondence.contract';

const dynamo = dynamoForThisFile();

correspondenceContract('memory', async () => memoryStores());
correspondenceContract('DynamoDB', dynamo.fresh);
