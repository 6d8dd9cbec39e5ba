import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { keyStoreContract } from '#test/contract/key-store.contract';

const dynamo = dynamoForThisFile();

keyStoreContract('memory', async () => memoryStores());
keyStoreContract('DynamoDB', dynamo.fresh);
