import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { trashContract } from '#test/contract/trash.contract';

const dynamo = dynamoForThisFile();

trashContract('memory', async () => memoryStores());
trashContract('DynamoDB', dynamo.fresh);
