import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { attachmentLogContract } from '#test/contract/attachment-log.contract';

const dynamo = dynamoForThisFile();

attachmentLogContract('memory', async () => memoryStores());
attachmentLogContract('DynamoDB', dynamo.fresh);
