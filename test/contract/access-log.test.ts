import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { accessLogContract } from '#test/contract/access-log.contract';

const dynamo = dynamoForThisFile();

accessLogContract('memory', async () => memoryStores());
accessLogContract('DynamoDB', dynamo.fresh);
