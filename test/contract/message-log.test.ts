import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { messageLogContract } from '#test/contract/message-log.contract';

const dynamo = dynamoForThisFile();

messageLogContract('memory', async () => memoryStores());
messageLogContract('DynamoDB', dynamo.fresh);
