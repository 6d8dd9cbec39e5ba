import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { outagesContract } from '#test/contract/outages.contract';

const dynamo = dynamoForThisFile();

outagesContract('memory', async () => memoryStores());
outagesContract('DynamoDB', dynamo.fresh);
