import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { dataRequestsContract } from '#test/contract/data-requests.contract';

const dynamo = dynamoForThisFile();

dataRequestsContract('memory', async () => memoryStores());
dataRequestsContract('DynamoDB', dynamo.fresh);
