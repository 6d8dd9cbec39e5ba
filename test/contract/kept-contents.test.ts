import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { keptContentsContract } from '#test/contract/kept-contents.contract';

const dynamo = dynamoForThisFile();

keptContentsContract('memory', async () => memoryStores());
keptContentsContract('DynamoDB', dynamo.fresh);
