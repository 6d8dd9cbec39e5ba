import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { aliasesContract, entriesContract } from '#test/contract/mailboxes.contract';

const dynamo = dynamoForThisFile();

aliasesContract('memory', async () => memoryStores());
aliasesContract('DynamoDB', dynamo.fresh);
entriesContract('memory', async () => memoryStores());
entriesContract('DynamoDB', dynamo.fresh);
