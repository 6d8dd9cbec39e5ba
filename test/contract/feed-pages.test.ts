import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { feedPagesContract } from '#test/contract/feed-pages.contract';

const dynamo = dynamoForThisFile();

feedPagesContract('memory', async () => memoryStores());
feedPagesContract('DynamoDB', dynamo.fresh);
